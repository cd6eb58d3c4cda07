import pg from "pg";
import { readAddress } from "../postgres/address.ts";
import { clientConfig } from "../postgres/connections.ts";

/**
 * Which tables an address leads to, as anybody may ask: when their server was started, to the microsecond, which database
 * of it they are in, and which schema. Not the system's identifier: that is a copy's too which was made of the server's files.
 */
const asking = `select concat_ws(' ',
    (extract(epoch from pg_postmaster_start_time()) * 1000000)::bigint,
    (select oid from pg_database where datname = current_database()),
    coalesce(to_regclass('flowdesk')::oid, (select oid from pg_namespace where nspname = current_schema()))) as which`;

/** Tells databases apart, whatever address and role they are asked by; null of one that does not answer. */
export async function whichDatabase(address: string): Promise<string | null> {
  try {
    const { href, withoutTls } = readAddress(address);
    return (await answerOf(href)) ?? (withoutTls === null ? null : await answerOf(withoutTls));
  } catch {
    return null;
  }
}

async function answerOf(href: string): Promise<string | null> {
  const client = new pg.Client(clientConfig(href));
  client.on("error", () => undefined);
  try {
    await client.connect();
    const { rows } = await client.query<{ which: string }>(asking);
    return rows[0]?.which ?? null;
  } catch {
    return null;
  } finally {
    await client.end().catch(() => undefined);
  }
}
