import type { Rejection } from "@flowdesk/shared/desk/rejection.ts";
import type { Entered } from "@flowdesk/shared/protocol/account.ts";
import { instant } from "@flowdesk/shared/time/instant.ts";
import type { AccountDeps } from "./account-deps.ts";
import type { Auth } from "./auth.ts";
import { isDemoPerson } from "./demo-person.ts";
import { claimInvitation, givenOf, openInvitation, rolesOf, settleInvitation } from "./invitation.ts";
import { Refusal, refusalOf } from "./refusal.ts";
import type { InvitationsTable } from "./tables.ts";

type Deps = AccountDeps & { readonly auth: Auth };

/** Somebody new, with what they call themselves, and what they will sign in by, if anything. */
export interface Newcomer {
  readonly name: string;
  readonly email?: string;
  readonly password?: string;
}

/**
 * Takes an invitation up with a new account. The session is started before the desk is asked, so that a person whose
 * desk does not answer can accept again as the one they have become.
 */
export async function acceptAsNew(
  deps: Deps,
  token: string,
  newcomer: Newcomer,
  headers: Headers,
  setCookies: (cookies: readonly string[]) => void,
): Promise<Entered> {
  const invitation = await openInvitation(deps, token, null);
  const { name, email = null, password = null } = newcomer;
  if (email === null && invitation.access_until === null)
    throw new Refusal(400, "request.invalid", "email: This invitation needs an e-mail and a password.");
  if (email !== null && (await deps.auth.isEmailTaken(email))) throw exists();
  await claimInvitation(deps, invitation, null);
  let user: string | null;
  try {
    user = await deps.auth.createUser({ name, email, password });
  } catch (error) {
    await settleInvitation(deps, invitation, null);
    throw error;
  }
  if (user === null) {
    await settleInvitation(deps, invitation, null);
    throw exists();
  }
  await settleInvitation(deps, invitation, user);
  const rejection = await addMember(deps, invitation, user, newcomer.name);
  if (rejection !== null && isFinal(rejection)) {
    await deps.auth.removeUser(user);
    await settleInvitation(deps, invitation, null);
    throw refusalOf(rejection);
  }
  setCookies(await deps.auth.enter(user, headers));
  if (rejection !== null) throw refusalOf(rejection);
  return { desk: invitation.desk, member: user };
}

/** Takes an invitation up with the account that is signed in. */
export async function acceptAsUser(
  deps: Deps,
  token: string,
  user: { readonly id: string; readonly name: string },
): Promise<Entered> {
  if (await isDemoPerson(deps, user.id)) {
    throw new Refusal(
      409,
      "account.demonstration",
      "You are here as a person of the demonstration, whom anybody may be. Make an account of your own with this invitation.",
    );
  }
  const invitation = await openInvitation(deps, token, user.id);
  const memberships = await deps.memberships.ofUser(user.id);
  if (memberships.some(({ desk }) => desk === invitation.desk)) {
    throw new Refusal(409, "invitation.member", "You are a member of this desk already.");
  }
  await claimInvitation(deps, invitation, user.id);
  const rejection = await addMember(deps, invitation, user.id, user.name);
  if (rejection !== null) {
    if (isFinal(rejection)) await settleInvitation(deps, invitation, null);
    throw refusalOf(rejection);
  }
  return { desk: invitation.desk, member: user.id };
}

/** A person's member has the id of their account: one in each desk, the same again when they come back. */
async function addMember(
  deps: Deps,
  invitation: InvitationsTable,
  user: string,
  name: string,
): Promise<Rejection | null> {
  const until = invitation.access_until;
  const { cover, ...given } = givenOf(invitation);
  const submit = (id: string, type: string, data: object) =>
    deps.desks.submit(invitation.desk, {
      id: `invitation-${invitation.id}-${id}`,
      type,
      data,
      actor: { kind: "system", id: "account" },
      lane: "people",
    });
  const answer = await submit(user, "member.add", {
    member: user,
    name,
    user,
    roles: rolesOf(invitation),
    ...given,
    ...(until === null ? {} : { until: instant(until) }),
  });
  if (!answer.ok && answer.error.code !== "nothing.to.do") return answer.error;
  // First what comes to them, then that they are here. Should a channel be gone meanwhile, it is for the desk to say anew.
  if (cover !== undefined) await submit(`${user}-cover`, "member.cover", { member: user, cover });
  // Whoever comes for an evening comes to work. Should it not be heard, they press it themselves.
  if (until !== null) await submit(`${user}-shift`, "member.shift", { member: user, shift: "on" });
  return null;
}

/** Whether asking again would be answered the same: nothing was written, and nothing will be. */
function isFinal({ code }: Rejection): boolean {
  return code !== "desk.unavailable" && code !== "too.many" && code !== "storage.full" && code !== "internal";
}

function exists(): Refusal {
  return new Refusal(
    409,
    "account.exists",
    "There is an account with this e-mail. Sign in with it first, then open the invitation again.",
  );
}
