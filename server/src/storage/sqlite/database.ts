import { accessSync, closeSync, constants, existsSync, openSync, readSync } from "node:fs";
import { dirname } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { pathToFileURL } from "node:url";
import { DataFolderError } from "./data-folder-error.ts";

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

/** Makes the file of a new database, for its owner alone: it holds everything there is. What stands there stays as it is. */
export function makeFile(file: string): void {
  if (!existsSync(file)) closeSync(openSync(file, "a", 0o600));
}

/**
 * Opens the one connection that writes. Durability is read back from the live connection (rule L1).
 * @throws DataFolderError `data.not.durable` if the database does not keep to it; SQLite's error if it cannot be opened
 */
export function openWritten(file: string): DatabaseSync {
  makeFile(file);
  const raw = new DatabaseSync(file, { timeout: patience, enableForeignKeyConstraints: true });
  raw.exec(`pragma page_size = ${pageSize}; pragma journal_mode = wal; pragma synchronous = full; pragma wal_autocheckpoint = ${checkpointPages};
    pragma journal_size_limit = 67108864; pragma cache_size = -${cached.writing};`);
  try {
    requireDurable(raw, file);
  } catch (error) {
    raw.close();
    throw error;
  }
  return raw;
}

/**
 * Asks a connection what it holds to, as a setting that cannot be had is not refused: on file systems that share no
 * memory between processes SQLite stays with another journal and says nothing.
 * @throws DataFolderError `data.not.durable`
 */
export function requireDurable(raw: DatabaseSync, file: string): void {
  const held = {
    journal: raw.prepare("pragma journal_mode").get()?.journal_mode,
    synchronous: raw.prepare("pragma synchronous").get()?.synchronous,
    foreignKeys: raw.prepare("pragma foreign_keys").get()?.foreign_keys,
  };
  if (held.journal === "wal" && held.synchronous === 2 && held.foreignKeys === 1) return;
  throw new DataFolderError(
    "data.not.durable",
    `The database ${file} would not keep what it commits: ${JSON.stringify(held)}. Choose a data folder on a local disk.`,
  );
}

/** Opens a connection that only reads. It asks nothing of what builds queries: the watching thread has no use for that. */
export function openRead(file: string): DatabaseSync {
  const raw = new DatabaseSync(file, { timeout: patience, readOnly: true });
  raw.exec(`pragma query_only = on; pragma cache_size = -${cached.reading};`);
  return raw;
}

/**
 * Opens a connection that only reads and leaves nothing beside the file, which may stand where nothing can be written. For
 * a file that this process has not open: its header is looked at, and the system lets go of a process's locks on a file
 * as soon as it closes it once.
 *
 * A database with a log of writes is read by files beside it, which a connection that can write takes away again if it is
 * the last one. Where none can be made and nobody has any, the file stands still (`immutable`,
 * https://sqlite.org/uri.html).
 * @throws SQLite's error if it cannot be read, or the system's
 */
export function openStanding(file: string): DatabaseSync {
  const logged = isLogged(file);
  const writes = logged && isWritable(file);
  const place = pathToFileURL(file);
  if (logged && !writes && !["-wal", "-shm"].some((ending) => existsSync(`${file}${ending}`)))
    place.searchParams.set("immutable", "1");
  const raw = new DatabaseSync(place, { timeout: patience, readOnly: !writes });
  raw.exec(`pragma query_only = on; pragma cache_size = -${cached.reading};`);
  return raw;
}

/** Whether it keeps a log of writes: so says byte 18 of its header (https://sqlite.org/fileformat.html). */
function isLogged(file: string): boolean {
  const header = Buffer.alloc(19);
  let opened: number | null = null;
  try {
    opened = openSync(file, "r");
    readSync(opened, header, 0, header.length, 0);
  } catch {
    // SQLite says better what is the matter with it.
  } finally {
    if (opened !== null) closeSync(opened);
  }
  return header[18] === 2;
}

function isWritable(file: string): boolean {
  try {
    for (const path of [file, dirname(file)]) accessSync(path, constants.W_OK);
    return true;
  } catch {
    return false;
  }
}
