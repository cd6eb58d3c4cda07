import type { Role } from "@flowdesk/shared/desk/role.ts";
import type { InvitationEntry, InvitationLook } from "@flowdesk/shared/protocol/account.ts";
import { day, instant, minute } from "@flowdesk/shared/time/instant.ts";
import type { AccountDeps } from "./account-deps.ts";
import { hashOf, isSecretOf } from "./hash.ts";
import { linkTo, newLinkToken, readLinkToken } from "./link-token.ts";
import { Refusal } from "./refusal.ts";
import { accountTables, type InvitationsTable } from "./tables.ts";

/** How long an invitation can be used, in ms. */
const lasts = 7 * day;

/** A use that has made no account by then has died with its process, and the invitation is free again; in ms. */
const abandonedAfter = minute;

/** How many a desk may have open. */
const mostInvitations = 500;

/** What an invitation is to. `name` is whom it is meant for, `by` the member who invites; none on the command line. */
interface WantedInvitation {
  readonly desk: string;
  readonly roles: readonly Role[];
  readonly name?: string | undefined;
  readonly by?: string;
}

/** Makes an invitation, and gives its link. */
export async function createInvitation(
  deps: Pick<AccountDeps, "db" | "memberships" | "now" | "origin">,
  wanted: WantedInvitation,
): Promise<string> {
  return (await invite(deps, wanted)).link;
}

/** Makes an invitation to a desk, for one use within seven days, and gives its link. It is shown here and never again. */
export async function invite(
  deps: Pick<AccountDeps, "db" | "memberships" | "now" | "origin">,
  wanted: WantedInvitation,
): Promise<{ id: string; link: string; expiresAt: string }> {
  const { desk, roles, name = null, by = null } = wanted;
  if ((await deps.memberships.deskName(desk)) === null)
    throw new Refusal(404, "desk.unknown", "There is no such desk.");
  const db = accountTables(deps.db);
  const { open } = await db
    .selectFrom("invitations")
    .select((eb) => eb.fn.countAll<number>().as("open"))
    .where("desk", "=", desk)
    .where("used_at", "is", null)
    .where("expires_at", ">", deps.now())
    .executeTakeFirstOrThrow();
  if (Number(open) >= mostInvitations) {
    throw new Refusal(409, "too.many", `The desk has ${mostInvitations} open invitations; withdraw some first.`);
  }
  const token = newLinkToken(desk);
  const expires = deps.now() + lasts;
  await db
    .insertInto("invitations")
    .values({
      desk,
      id: token.id,
      hash: hashOf(token.secret),
      roles: JSON.stringify(roles),
      name,
      created_by: by,
      expires_at: expires,
      used_at: null,
      used_by: null,
    })
    .execute();
  return { id: token.id, link: linkTo(deps.origin, "invitation", token), expiresAt: instant(expires) };
}

/** A desk's invitations that can still be used, the newest first. */
export async function listInvitations(deps: Pick<AccountDeps, "db" | "now">, desk: string): Promise<InvitationEntry[]> {
  const rows = await accountTables(deps.db)
    .selectFrom("invitations")
    .selectAll()
    .where("desk", "=", desk)
    .where("used_at", "is", null)
    .where("expires_at", ">", deps.now())
    .orderBy("expires_at", "desc")
    .limit(mostInvitations)
    .execute();
  return rows.map((row) => ({
    id: row.id,
    name: row.name,
    roles: rolesOf(row),
    createdBy: row.created_by,
    expiresAt: instant(row.expires_at),
  }));
}

/** Withdraws an invitation that has not been used. */
export async function withdrawInvitation(deps: Pick<AccountDeps, "db">, desk: string, id: string): Promise<void> {
  const { numDeletedRows } = await accountTables(deps.db)
    .deleteFrom("invitations")
    .where("desk", "=", desk)
    .where("id", "=", id)
    .where("used_at", "is", null)
    .executeTakeFirst();
  if (numDeletedRows === 0n) {
    throw new Refusal(404, "invitation.unknown", "There is no such invitation, or it has been used.");
  }
}

/** What an invitation is to. Says nothing to anyone who has not the link. */
export async function lookAtInvitation(
  deps: Pick<AccountDeps, "db" | "memberships" | "now">,
  text: string,
): Promise<InvitationLook> {
  const invitation = await openInvitation(deps, text, null);
  const deskName = await deps.memberships.deskName(invitation.desk);
  if (deskName === null) throw unknown();
  return {
    desk: invitation.desk,
    deskName,
    roles: rolesOf(invitation),
    name: invitation.name,
    expiresAt: instant(invitation.expires_at),
  };
}

/**
 * The invitation of a link, if it can be used; or if this account used it, and may take it up again after a failure.
 */
export async function openInvitation(
  deps: Pick<AccountDeps, "db" | "now">,
  text: string,
  user: string | null,
): Promise<InvitationsTable> {
  const token = readLinkToken(text);
  if (token === null) throw unknown();
  const row = await accountTables(deps.db)
    .selectFrom("invitations")
    .selectAll()
    .where("desk", "=", token.desk)
    .where("id", "=", token.id)
    .executeTakeFirst();
  if (row === undefined || !isSecretOf(row.hash, token.secret)) throw unknown();
  if (row.used_by !== null && row.used_by === user) return row;
  const isAbandoned = row.used_by === null && row.used_at !== null && row.used_at + abandonedAfter <= deps.now();
  if (row.used_at !== null && !isAbandoned) throw used();
  if (row.expires_at <= deps.now()) {
    throw new Refusal(410, "invitation.expired", "This invitation has expired; ask for a new one.");
  }
  return row;
}

/** Marks an invitation as used: of any number who try at once, one gets through. */
export async function claimInvitation(
  deps: Pick<AccountDeps, "db" | "now">,
  { desk, id }: InvitationsTable,
  user: string | null,
): Promise<void> {
  const now = deps.now();
  const { numUpdatedRows } = await accountTables(deps.db)
    .updateTable("invitations")
    .set({ used_at: now, used_by: user })
    .where("desk", "=", desk)
    .where("id", "=", id)
    .where((eb) =>
      eb.or([
        eb("used_at", "is", null),
        eb.and([eb("used_by", "is", null), eb("used_at", "<=", now - abandonedAfter)]),
        ...(user === null ? [] : [eb("used_by", "=", user)]),
      ]),
    )
    .executeTakeFirst();
  if (numUpdatedRows === 0n) throw used();
}

/** Notes which account an invitation made, or with null frees it again. */
export async function settleInvitation(
  deps: Pick<AccountDeps, "db">,
  { desk, id }: InvitationsTable,
  user: string | null,
): Promise<void> {
  await accountTables(deps.db)
    .updateTable("invitations")
    .set(user === null ? { used_at: null, used_by: null } : { used_by: user })
    .where("desk", "=", desk)
    .where("id", "=", id)
    .execute();
}

export function rolesOf({ roles }: { readonly roles: string }): Role[] {
  return JSON.parse(roles) as Role[];
}

function unknown(): Refusal {
  return new Refusal(404, "invitation.unknown", "This is no invitation, or it has been withdrawn; ask for a new one.");
}

function used(): Refusal {
  return new Refusal(410, "invitation.used", "This invitation has been used. Sign in, or ask for a new one.");
}
