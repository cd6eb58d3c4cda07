import type { Actor } from "@flowdesk/shared/desk/context.ts";
import type { Role } from "@flowdesk/shared/desk/role.ts";
import type { TokenEntry } from "@flowdesk/shared/protocol/account.ts";
import { instant, minute } from "@flowdesk/shared/time/instant.ts";
import type { Kysely } from "kysely";
import { StorageFull } from "../desk/store.ts";
import type { AccountDeps } from "./account-deps.ts";
import { hashOf, isSecretOf, newPublicId, newSecret } from "./hash.ts";
import type { Identity } from "./identity.ts";
import { Refusal, refusalOf } from "./refusal.ts";
import { accountTables } from "./tables.ts";

/** `fd_<desk>_<id>_<secret>`: a desk's id has no underscore, id and secret are hex. */
const form = /^fd_([a-z0-9-]{1,40})_([0-9a-f]{16})_([0-9a-f]{64})$/;

/** How many a desk may have that are not revoked. */
const mostTokens = 200;

/** How exactly the last use is noted, in ms. */
const useNotedEvery = minute;

/** The member of the desk that a token signs in. */
export function memberOfToken(id: string): string {
  return `t-${id}`;
}

/** What a new token is to be. `by` is the member who makes it; none on the command line. */
interface WantedToken {
  readonly desk: string;
  readonly name: string;
  readonly roles: readonly Role[];
  readonly by?: Actor;
}

/** Makes an access token, and gives it. */
export async function createToken(
  deps: Pick<AccountDeps, "db" | "desks" | "memberships" | "now">,
  wanted: WantedToken,
): Promise<string> {
  return (await issueToken(deps, wanted)).token;
}

/** Makes an access token and the program's member. The token is shown here and never again. */
export async function issueToken(
  deps: Pick<AccountDeps, "db" | "desks" | "memberships" | "now">,
  wanted: WantedToken,
): Promise<{ id: string; token: string }> {
  const { desk, name, roles, by = { kind: "system", id: "account" } } = wanted;
  if ((await deps.memberships.deskName(desk)) === null)
    throw new Refusal(404, "desk.unknown", "There is no such desk.");
  const db = accountTables(deps.db);
  const { running } = await db
    .selectFrom("tokens")
    .select((eb) => eb.fn.countAll<number>().as("running"))
    .where("desk", "=", desk)
    .where("revoked_at", "is", null)
    .executeTakeFirstOrThrow();
  if (Number(running) >= mostTokens) {
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
    data: { member: memberOfToken(id), name, user: null, program: true, roles: [...roles] },
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
export async function listTokens(deps: Pick<AccountDeps, "db">, desk: string): Promise<TokenEntry[]> {
  const rows = await accountTables(deps.db)
    .selectFrom("tokens")
    .selectAll()
    .where("desk", "=", desk)
    .orderBy("revoked_at", (order) => order.asc().nullsFirst())
    .orderBy("created_at", "desc")
    .limit(500)
    .execute();
  return rows.map((row) => ({
    id: row.id,
    member: memberOfToken(row.id),
    name: row.name,
    roles: JSON.parse(row.roles) as Role[],
    createdAt: instant(row.created_at),
    createdBy: row.created_by,
    lastUsedAt: row.last_used_at === null ? null : instant(row.last_used_at),
    revokedAt: row.revoked_at === null ? null : instant(row.revoked_at),
  }));
}

/** Whom an access token signs in; null if it is none, or revoked. Notes the use, to the minute. */
export async function findToken(
  { db, now }: { readonly db: Kysely<unknown>; readonly now: () => number },
  token: string,
): Promise<Identity | null> {
  const [, desk, id, secret] = form.exec(token) ?? [];
  if (desk === undefined || id === undefined || secret === undefined) return null;
  const tables = accountTables(db);
  const row = await tables
    .selectFrom("tokens")
    .select(["hash", "revoked_at", "last_used_at"])
    .where("desk", "=", desk)
    .where("id", "=", id)
    .executeTakeFirst();
  if (row === undefined || row.revoked_at !== null || !isSecretOf(row.hash, secret)) return null;
  const at = now();
  if (row.last_used_at === null || row.last_used_at + useNotedEvery <= at) {
    await tables
      .updateTable("tokens")
      .set({ last_used_at: at })
      .where("desk", "=", desk)
      .where("id", "=", id)
      .execute()
      .catch(unlessFull);
  }
  return { kind: "token", desk, member: memberOfToken(id), token: id };
}

/** A full disk keeps nobody out who only wants to read; when a token was used can be noted the next time. */
function unlessFull(error: unknown): void {
  if (!(error instanceof StorageFull)) throw error;
}
