import type { Actor } from "@flowdesk/shared/desk/context.ts";
import type { Member } from "@flowdesk/shared/desk/member/member.ts";
import type { Role } from "@flowdesk/shared/desk/role.ts";
import type { TokenEntry } from "@flowdesk/shared/protocol/account.ts";
import { type Instant, instant, millis } from "@flowdesk/shared/time/instant.ts";
import type { AccountDeps } from "./account-deps.ts";
import { hashOf, newPublicId, newSecret } from "./hash.ts";
import { Refusal, refusalOf } from "./refusal.ts";
import { accountTables } from "./tables.ts";

/** How many a desk may have that are neither revoked nor at their end. */
const mostTokens = 200;

/** The member of the desk that a token signs in. */
export function memberOfToken(id: string): string {
  return `t-${id}`;
}

/** What a new token is to be. `by` is the member who makes it; none on the command line. */
interface WantedToken {
  readonly desk: string;
  readonly name: string;
  readonly roles: readonly Role[];
  /** From when on it is refused. */
  readonly until?: Instant | undefined;
  readonly by?: Actor;
}

/** Makes an access token, and gives it. */
export async function createToken(
  deps: Pick<AccountDeps, "db" | "desks" | "memberships" | "now">,
  wanted: WantedToken,
): Promise<string> {
  return (await issueToken(deps, wanted)).token;
}

/**
 * Makes an access token and the program's member, who has what there is to say of it: its name, its roles, and when its
 * access ends. The token is shown here and never again.
 */
export async function issueToken(
  deps: Pick<AccountDeps, "db" | "desks" | "memberships" | "now">,
  wanted: WantedToken,
): Promise<{ id: string; token: string }> {
  const { desk, name, roles, until, by = { kind: "system", id: "account" } } = wanted;
  if ((await deps.memberships.deskName(desk)) === null)
    throw new Refusal(404, "desk.unknown", "There is no such desk.");
  const db = accountTables(deps.db);
  const running = await db
    .selectFrom("tokens")
    .select("id")
    .where("desk", "=", desk)
    .where("revoked_at", "is", null)
    .execute();
  const programs = await deps.memberships.known(
    desk,
    running.map(({ id }) => memberOfToken(id)),
  );
  if ([...programs.values()].filter(({ removedAt }) => removedAt === null).length >= mostTokens) {
    throw new Refusal(409, "too.many", `The desk has ${mostTokens} tokens; revoke those that nobody uses.`);
  }
  const id = newPublicId();
  const secret = newSecret();
  await db
    .insertInto("tokens")
    .values({
      desk,
      id,
      hash: hashOf(secret),
      name,
      roles: JSON.stringify(roles),
      created_at: deps.now(),
      created_by: by.kind === "member" ? by.member.id : null,
      last_used_at: null,
      revoked_at: null,
    })
    .execute();
  const answer = await deps.desks.submit(desk, {
    id: `token-${id}`,
    type: "member.add",
    data: {
      member: memberOfToken(id),
      name,
      user: null,
      program: true,
      roles: [...roles],
      ...(until === undefined ? {} : { until }),
    },
    actor: by,
    lane: "people",
  });
  if (!answer.ok) {
    await db.deleteFrom("tokens").where("desk", "=", desk).where("id", "=", id).execute();
    throw refusalOf(answer.error);
  }
  return { id, token: `fd_${desk}_${id}_${secret}` };
}

/**
 * Revokes a token: it signs nobody in from now on, and its member leaves the desk. Can be asked for again, should the
 * desk not have answered the first time.
 */
export async function revokeToken(
  deps: Pick<AccountDeps, "db" | "desks" | "now">,
  { desk, id, by }: { readonly desk: string; readonly id: string; readonly by: Actor },
): Promise<void> {
  const db = accountTables(deps.db);
  const row = await db
    .selectFrom("tokens")
    .select("id")
    .where("desk", "=", desk)
    .where("id", "=", id)
    .executeTakeFirst();
  if (row === undefined) throw new Refusal(404, "token.unknown", "There is no such token.");
  await db
    .updateTable("tokens")
    .set({ revoked_at: deps.now() })
    .where("desk", "=", desk)
    .where("id", "=", id)
    .where("revoked_at", "is", null)
    .execute();
  const answer = await deps.desks.submit(desk, {
    id: `token-revoke-${id}`,
    type: "member.remove",
    data: { member: memberOfToken(id) },
    actor: by,
    lane: "people",
  });
  if (!answer.ok && answer.error.code !== "nothing.to.do" && answer.error.code !== "member.unknown") {
    throw refusalOf(answer.error);
  }
}

/** A desk's tokens, the newest first; the revoked among them, as far as there is room. */
export async function listTokens(deps: Pick<AccountDeps, "db" | "memberships">, desk: string): Promise<TokenEntry[]> {
  const rows = await accountTables(deps.db)
    .selectFrom("tokens")
    .selectAll()
    .where("desk", "=", desk)
    .orderBy("revoked_at", (order) => order.asc().nullsFirst())
    .orderBy("created_at", "desc")
    .limit(500)
    .execute();
  const programs = await deps.memberships.known(
    desk,
    rows.map(({ id }) => memberOfToken(id)),
  );
  return rows.map((row) => {
    const member = programs.get(memberOfToken(row.id));
    return {
      id: row.id,
      member: memberOfToken(row.id),
      name: member?.name ?? row.name,
      roles: member?.roles ?? (JSON.parse(row.roles) as Role[]),
      createdAt: instant(row.created_at),
      createdBy: row.created_by,
      lastUsedAt: row.last_used_at === null ? null : instant(row.last_used_at),
      revokedAt: row.revoked_at === null ? null : instant(row.revoked_at),
      ...(member?.accessUntil == null ? {} : { until: member.accessUntil }),
    };
  });
}

/** Whether the access of a token's program has come to its end. @param now in ms */
export function hasEnded(member: Member | undefined, now: number): boolean {
  return member?.accessUntil != null && millis(member.accessUntil) <= now;
}
