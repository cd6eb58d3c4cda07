import type { Role } from "@flowdesk/shared/desk/role.ts";
import type { InvitationEntry, InvitationLook, NewInvitation } from "@flowdesk/shared/protocol/account.ts";
import { day, instant, millis, minute } from "@flowdesk/shared/time/instant.ts";
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

/** What a member is given besides the roles. */
export type Given = Pick<NewInvitation, "channels" | "languages" | "cover">;

/** What an invitation is to. `name` is whom it is meant for, `by` the member who invites; none on the command line. */
interface WantedInvitation extends Given {
  readonly desk: string;
  readonly roles: readonly Role[];
  readonly name?: string | undefined;
  readonly by?: string;
  /** When the access ends by itself, an instant. */
  readonly until?: string | undefined;
}

/** Makes an invitation, and gives its link. */
export async function createInvitation(
  deps: Pick<AccountDeps, "db" | "memberships" | "now" | "origin">,
  wanted: WantedInvitation,
): Promise<string> {
  return (await invite(deps, wanted)).link;
}

/**
 * Makes an invitation to a desk, for one use within seven days, and before the access that it gives is over; and gives its
 * link. It is shown here and never again.
 */
export async function invite(
  deps: Pick<AccountDeps, "db" | "memberships" | "now" | "origin">,
  wanted: WantedInvitation,
): Promise<{ id: string; link: string; expiresAt: string }> {
  const { desk, roles, name = null, by = null, channels, languages, cover } = wanted;
  const until = wanted.until === undefined ? null : millis(wanted.until);
  if (until !== null && until <= deps.now()) throw new Refusal(409, "time.past", "The end of the access has passed.");
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
  const expires = Math.min(deps.now() + lasts, until ?? Number.POSITIVE_INFINITY);
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
      access_until: until,
      given: [channels, languages, cover].every((one) => one === undefined)
        ? null
        : JSON.stringify({ channels, languages, cover }),
    })
    .execute();
  return { id: token.id, link: linkTo(deps.origin, "invitation", token), expiresAt: instant(expires) };
}

/** A desk's invitations that can still be used, the newest first. @param by only what this member has made */
export async function listInvitations(
  deps: Pick<AccountDeps, "db" | "now">,
  desk: string,
  by: string | null = null,
): Promise<InvitationEntry[]> {
  const rows = await accountTables(deps.db)
    .selectFrom("invitations")
    .selectAll()
    .where("desk", "=", desk)
    .$if(by !== null, (query) => query.where("created_by", "=", by))
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
    ...untilOf(row),
  }));
}

/** Withdraws an invitation that has not been used. @param by only if this member has made it */
export async function withdrawInvitation(
  deps: Pick<AccountDeps, "db">,
  desk: string,
  id: string,
  by: string | null = null,
): Promise<void> {
  const { numDeletedRows } = await accountTables(deps.db)
    .deleteFrom("invitations")
    .where("desk", "=", desk)
    .where("id", "=", id)
    .$if(by !== null, (query) => query.where("created_by", "=", by))
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
    ...untilOf(invitation),
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

/** What the member is given besides the roles. */
export function givenOf({ given }: Pick<InvitationsTable, "given">): Given {
  return given === null ? {} : (JSON.parse(given) as Given);
}

function untilOf({ access_until: until }: Pick<InvitationsTable, "access_until">): { until?: string } {
  return until === null ? {} : { until: instant(until) };
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
