import { roles } from "@flowdesk/shared/desk/role.ts";
import type { Entered } from "@flowdesk/shared/protocol/account.ts";
import { day } from "@flowdesk/shared/time/instant.ts";
import { sql } from "kysely";
import type { AccountDeps } from "./account-deps.ts";
import type { Auth } from "./auth.ts";
import { hashOf, isSecretOf } from "./hash.ts";
import { linkTo, newLinkToken, readLinkToken } from "./link-token.ts";
import { Refusal, refusalOf } from "./refusal.ts";
import { accountTables, type SignInLinksTable } from "./tables.ts";

/** How long a link can be used, in ms. */
const lasts = day;

/** Whoever starts the server runs the desk alone until they invite others: every role but the programs'. */
const everyRole = roles.filter((role) => role !== "source");

/**
 * Makes a link by which whoever started the server signs in as the desk's first administrator, once and within a day.
 * If such a link has made an account before that is still in the desk, the new one signs in the same.
 */
export async function createSignInLink(
  deps: Pick<AccountDeps, "db" | "memberships" | "now" | "origin">,
  { desk, name }: { readonly desk: string; readonly name: string },
): Promise<string> {
  const db = accountTables(deps.db);
  const before = await db
    .selectFrom("sign_in_links")
    .select("user_id")
    .where("desk", "=", desk)
    .where("user_id", "is not", null)
    .orderBy("created_at", "desc")
    .limit(1)
    .executeTakeFirst();
  const user = before?.user_id ?? null;
  const token = newLinkToken(desk);
  await db
    .insertInto("sign_in_links")
    .values({
      desk,
      id: token.id,
      hash: hashOf(token.secret),
      name,
      created_at: deps.now(),
      expires_at: deps.now() + lasts,
      used_at: null,
      user_id: user !== null && (await isMember(deps, desk, user)) ? user : null,
    })
    .execute();
  return linkTo(deps.origin, "enter", token);
}

/** Whether nobody could sign in without a link: no account has a password yet. */
export async function needsSignInLink({ db }: Pick<AccountDeps, "db">): Promise<boolean> {
  const { rows } = await sql`select 1 from "account" where "password" is not null limit 1`.execute(db);
  return rows.length === 0;
}

/** Exchanges a link for a session. That the request was made on this machine is for the caller to see to. */
export async function enterByLink(
  deps: AccountDeps & { readonly auth: Auth },
  text: string,
  headers: Headers,
): Promise<Entered & { cookies: readonly string[] }> {
  const link = await claimLink(deps, text);
  try {
    const user = await userOfLink(deps, link);
    return { desk: link.desk, member: user, cookies: await deps.auth.enter(user, headers) };
  } catch (error) {
    await setUsed(deps, link, null);
    throw error;
  }
}

async function claimLink(deps: Pick<AccountDeps, "db" | "now">, text: string): Promise<SignInLinksTable> {
  const token = readLinkToken(text);
  if (token === null) throw unknown();
  const link = await accountTables(deps.db)
    .selectFrom("sign_in_links")
    .selectAll()
    .where("desk", "=", token.desk)
    .where("id", "=", token.id)
    .executeTakeFirst();
  if (link === undefined || !isSecretOf(link.hash, token.secret)) throw unknown();
  if (link.used_at === null && link.expires_at <= deps.now()) {
    throw new Refusal(410, "enter.expired", "This link has expired; restart the server for a new one.");
  }
  // Of two who open it at once, one gets through.
  if (link.used_at !== null || !(await setUsed(deps, link, deps.now()))) {
    throw new Refusal(410, "enter.used", "This link has been used; restart the server for a new one.");
  }
  return link;
}

/** With a time, takes the link if nobody has; with null, gives it back. */
async function setUsed(deps: Pick<AccountDeps, "db">, link: SignInLinksTable, at: number | null): Promise<boolean> {
  const { numUpdatedRows } = await accountTables(deps.db)
    .updateTable("sign_in_links")
    .set({ used_at: at })
    .where("desk", "=", link.desk)
    .where("id", "=", link.id)
    .where("used_at", at === null ? "is not" : "is", null)
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}

/** The link's account; made, and taken into the desk, if this is its first use. */
async function userOfLink(deps: AccountDeps & { readonly auth: Auth }, link: SignInLinksTable): Promise<string> {
  if (link.user_id !== null) {
    // Who was removed since the link was made has lost the way in that it was.
    if (!(await isMember(deps, link.desk, link.user_id))) throw unknown();
    return link.user_id;
  }
  const user = await deps.auth.createUser({ name: link.name, email: null, password: null });
  if (user === null) throw new Error("An account without e-mail was not made.");
  const answer = await deps.desks.submit(link.desk, {
    id: `sign-in-link-${link.id}-${user}`,
    type: "member.add",
    data: { member: user, name: link.name, user, roles: everyRole },
    actor: { kind: "system", id: "account" },
    lane: "people",
  });
  if (!answer.ok) {
    await deps.auth.removeUser(user);
    throw refusalOf(answer.error);
  }
  // Whoever comes by this link is alone here and at work: without anyone on shift no channel would be covered.
  await deps.desks.submit(link.desk, {
    id: `sign-in-link-${link.id}-shift`,
    type: "member.shift",
    data: { member: user, shift: "on" },
    actor: { kind: "system", id: "account" },
    lane: "people",
  });
  await accountTables(deps.db)
    .updateTable("sign_in_links")
    .set({ user_id: user })
    .where("desk", "=", link.desk)
    .where("id", "=", link.id)
    .execute();
  return user;
}

async function isMember(deps: Pick<AccountDeps, "memberships">, desk: string, user: string): Promise<boolean> {
  return (await deps.memberships.ofUser(user)).some((membership) => membership.desk === desk);
}

function unknown(): Refusal {
  return new Refusal(404, "enter.unknown", "This is no sign-in link of this server; restart it for a new one.");
}
