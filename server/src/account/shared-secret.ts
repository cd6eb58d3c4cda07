import { randomBytes } from "node:crypto";
import type { Kysely } from "kysely";

interface SecretTable {
  account_secret: { one: number; secret: string };
}

/**
 * The secret that signs the session cookies of every node on one database, so that a session is good on all of them. Of
 * several that start at once, all get the same.
 */
export async function sharedSecret(database: Kysely<unknown>): Promise<string> {
  const db = database as unknown as Kysely<SecretTable>;
  await db
    .insertInto("account_secret")
    .values({ one: 1, secret: randomBytes(48).toString("base64url") })
    .onConflict((conflict) => conflict.column("one").doNothing())
    .execute();
  const { secret } = await db.selectFrom("account_secret").select("secret").executeTakeFirstOrThrow();
  return secret;
}
