import type { Send } from "./one-connection.ts";
import { DatabaseUnusable } from "./unusable.ts";

/**
 * Whether what this connection commits is kept (rule L1), read from the connection itself: every role and database can
 * have settings of its own. The `synchronous_commit` that was found stays in force on the connection, whatever the
 * database's settings become meanwhile; `fsync` is the whole server's and cannot be held on to.
 * @throws DatabaseUnusable if it is not, or nothing can be written
 */
export async function checkWriting(send: Send): Promise<void> {
  const { rows } = await send(
    `select current_setting('fsync') as fsync,
      set_config('synchronous_commit', current_setting('synchronous_commit'), false) as synchronous_commit,
      current_setting('transaction_read_only') as readonly, current_setting('server_encoding') as encoding`,
    [],
  );
  const { readonly, encoding, ...kept } = rows[0] as Record<string, string>;
  if (readonly === "on") throw readOnly();
  const off = (["fsync", "synchronous_commit"] as const).filter((name) => kept[name] === "off");
  if (off.length > 0) throw notDurable(...off);
  if (encoding !== "UTF8")
    throw new DatabaseUnusable(
      "database.encoding",
      `The database keeps texts as ${encoding}, which cannot hold everything that people write. Make one with encoding UTF8.`,
    );
}

/** Why nothing is written to a database that is read only. */
export function readOnly(): DatabaseUnusable {
  return new DatabaseUnusable(
    "database.readonly",
    "The database takes no writes: it is a standby, or set to read only. Name the one that is written to.",
  );
}

/** Why nothing is written to a database that has these settings off. */
export function notDurable(...off: ReadonlyArray<"fsync" | "synchronous_commit">): DatabaseUnusable {
  const [are, them] = off.length === 1 ? ["is", "it"] : ["are", "them"];
  return new DatabaseUnusable(
    "database.not.durable",
    `The database may lose what it has committed: ${off.join(" and ")} ${are} off. Turn ${them} on for ${off.includes("fsync") ? "the whole PostgreSQL server" : "this role and database"}.`,
  );
}
