import type { WallLink } from "@flowdesk/shared/protocol/wall.ts";
import { instant } from "@flowdesk/shared/time/instant.ts";
import type { Request } from "express";
import type { AccountDeps } from "./account-deps.ts";
import type { Accounts } from "./accounts.ts";
import { hashOf, isSecretOf } from "./hash.ts";
import { linkTo, newLinkToken, readLinkToken } from "./link-token.ts";
import { Refusal } from "./refusal.ts";
import { addressOf } from "./request.ts";
import { accountTables } from "./tables.ts";

/** How many a desk may have. */
const mostWalls = 50;
/** How often an address may ask with what is no link of a wall, and how often one wall may be asked for, a minute. */
const wrongOnes = 30;
const rightOnes = 600;

/**
 * Makes the link of a wall, and gives it; it is shown here and never again. Its token shows the wall and does nothing
 * else: it is no member's, and no other address knows it.
 */
export async function makeWall(
  deps: Pick<AccountDeps, "db" | "now" | "origin">,
  { desk, name, by }: { readonly desk: string; readonly name: string; readonly by: string },
): Promise<{ id: string; link: string }> {
  const db = accountTables(deps.db);
  const { there } = await db
    .selectFrom("walls")
    .select((eb) => eb.fn.countAll<number>().as("there"))
    .where("desk", "=", desk)
    .executeTakeFirstOrThrow();
  if (Number(there) >= mostWalls) {
    throw new Refusal(409, "too.many", `The desk has ${mostWalls} walls; remove those that nobody looks at.`);
  }
  const token = newLinkToken(desk);
  await db
    .insertInto("walls")
    .values({
      desk,
      id: token.id,
      hash: hashOf(token.secret),
      name,
      created_at: deps.now(),
      created_by: by,
      last_used_at: null,
    })
    .execute();
  return { id: token.id, link: linkTo(deps.origin, "wall", token) };
}

/** A desk's walls, the newest first. */
export async function listWalls(deps: Pick<AccountDeps, "db">, desk: string): Promise<WallLink[]> {
  const rows = await accountTables(deps.db)
    .selectFrom("walls")
    .selectAll()
    .where("desk", "=", desk)
    .orderBy("created_at", "desc")
    .limit(mostWalls)
    .execute();
  return rows.map((row) => ({
    id: row.id,
    name: row.name,
    createdAt: instant(row.created_at),
    createdBy: row.created_by,
    lastUsedAt: row.last_used_at === null ? null : instant(row.last_used_at),
  }));
}

/** Takes the link of a wall away: within two seconds the screen says so. */
export async function removeWall(deps: Pick<AccountDeps, "db">, desk: string, id: string): Promise<void> {
  const { numDeletedRows } = await accountTables(deps.db)
    .deleteFrom("walls")
    .where("desk", "=", desk)
    .where("id", "=", id)
    .executeTakeFirst();
  if (numDeletedRows === 0n) throw new Refusal(404, "wall.unknown", "There is no such wall, or it was removed.");
}

/**
 * The desk whose wall a request may see, by the token of a wall's link (`Authorization: Bearer`).
 * @throws Refusal without one, with a wrong one or one that was removed, and when that was too often
 */
export async function deskOfWall(accounts: Accounts, request: Request): Promise<string> {
  const [, text] = /^Bearer +(\S{1,300})$/i.exec(request.headers.authorization ?? "") ?? [];
  const address = `wall ${addressOf(request)}`;
  const token = text === undefined ? null : readLinkToken(text);
  const row =
    token === null
      ? undefined
      : await accountTables(accounts.db)
          .selectFrom("walls")
          .select(["hash", "last_used_at"])
          .where("desk", "=", token.desk)
          .where("id", "=", token.id)
          .executeTakeFirst();
  if (token === null || row === undefined || !isSecretOf(row.hash, token.secret)) {
    await accounts.rates.spend(address, wrongOnes, 60);
    throw new Refusal(401, "wall.unknown", "This is no link of a wall, or it was removed; ask for a new one.");
  }
  await accounts.rates.spend(`${address} ${token.id}`, rightOnes, 60);
  accounts.uses.note({
    of: `wall ${token.desk} ${token.id}`,
    last: row.last_used_at,
    write: (at) =>
      accountTables(accounts.db)
        .updateTable("walls")
        .set({ last_used_at: at })
        .where("desk", "=", token.desk)
        .where("id", "=", token.id)
        .execute(),
  });
  return token.desk;
}
