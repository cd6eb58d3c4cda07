import { DatabaseSync } from "node:sqlite";

/** How long a connection waits for another process that writes, in ms. */
const patience = 5_000;
/**
 * The size of a page in bytes, for a database that is new. Rows of a flood have 1 to 2 KB: in pages of 4 KB they left a
 * fifth of the space and took a fifth more of the writing thread's time; pages of 16 KB cost single commands more.
 */
const pageSize = 8_192;
/** Kept of the database in memory, in KB: of what is read once the system keeps enough by itself. */
const cached = { writing: 32_768, reading: 8_192 };
/** So many pages of the log of writes are gathered before they are brought into the database: 16 MB. */
const checkpointPages = 2_000;

/**
 * Opens the one connection that writes. Durability is read back from the live connection (rule L1).
 * @throws Error if the database does not keep to it.
 */
export function openWritten(file: string): DatabaseSync {
  const raw = new DatabaseSync(file, { timeout: patience, enableForeignKeyConstraints: true });
  raw.exec(`pragma page_size = ${pageSize}; pragma journal_mode = wal; pragma synchronous = full; pragma wal_autocheckpoint = ${checkpointPages};
    pragma journal_size_limit = 67108864; pragma cache_size = -${cached.writing};`);
  const held = {
    journal: raw.prepare("pragma journal_mode").get()?.journal_mode,
    synchronous: raw.prepare("pragma synchronous").get()?.synchronous,
    foreignKeys: raw.prepare("pragma foreign_keys").get()?.foreign_keys,
  };
  if (held.journal !== "wal" || held.synchronous !== 2 || held.foreignKeys !== 1) {
    raw.close();
    throw new Error(
      `The database does not keep what it commits: ${JSON.stringify(held)}. It needs a local file system.`,
    );
  }
  return raw;
}

/** Opens a connection that only reads. It asks nothing of what builds queries: the watching thread has no use for that. */
export function openRead(file: string): DatabaseSync {
  const raw = new DatabaseSync(file, { timeout: patience, readOnly: true });
  raw.exec(`pragma query_only = on; pragma cache_size = -${cached.reading};`);
  return raw;
}
