import type { Send } from "./one-connection.ts";
import { DatabaseUnusable } from "./unusable.ts";

/**
 * Whether what this connection commits is kept (rule L1), read from the connection itself: every role and database can
 * have settings of its own.
 * @throws DatabaseUnusable if it is not, or nothing can be written
 */
export async function checkWriting(send: Send): Promise<void> {
  const { rows } = await send(
    `select current_setting('fsync') as fsync, current_setting('synchronous_commit') as commits,
      current_setting('transaction_read_only') as readonly, current_setting('server_encoding') as encoding`,
    [],
  );
  const { fsync, commits, readonly, encoding } = rows[0] as Record<string, string>;
  if (readonly === "on")
    throw new DatabaseUnusable(
      "database.readonly",
      "The database takes no writes: it is a standby, or set to read only. Name the one that is written to.",
    );
  const off = [fsync === "off" ? "fsync" : null, commits === "off" ? "synchronous_commit" : null].filter(
    (name) => name !== null,
  );
  if (off.length > 0)
    throw new DatabaseUnusable(
      "database.not.durable",
      `The database may lose what it has committed: ${off.join(" and ")} ${off.length === 1 ? "is" : "are"} off. Turn ${off.length === 1 ? "it" : "them"} on for this role and database.`,
    );
  if (encoding !== "UTF8")
    throw new DatabaseUnusable(
      "database.encoding",
      `The database keeps texts as ${encoding}, which cannot hold everything that people write. Make one with encoding UTF8.`,
    );
}
