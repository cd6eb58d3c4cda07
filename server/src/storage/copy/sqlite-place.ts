import { existsSync, readFileSync, rmdirSync, rmSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { DatabaseSync, type SQLInputValue, type SQLOutputValue } from "node:sqlite";
import { type Connection, openStandingReader, openWriter } from "../sqlite/connection.ts";
import { DataFolderError } from "../sqlite/data-folder-error.ts";
import { failureOf } from "../sqlite/failure.ts";
import { isMigrated } from "../sqlite/migrate.ts";
import { databaseName, explain, openSqlite } from "../sqlite/open-sqlite.ts";
import { lockForServing, type ServeLock } from "../sqlite/serve-lock.ts";
import type { CopiedRow, CopiedTable } from "./copied-tables.ts";
import { CopyRefused } from "./copy-refused.ts";
import type { Among, CopySource, CopyTarget } from "./place.ts";

const quoted = (name: string) => `"${name}"`;
const listOf = (names: readonly string[]) => names.map(quoted).join(", ");

/** One state of a data folder's database, read beside whoever serves it. */
export async function openSqliteSource(folder: string): Promise<CopySource> {
  const connection = await openFolder(folder);
  connection.raw.exec("begin");
  // A transaction that reads has its state from its first question on.
  connection.prepare("select count(*) from desks").get();
  return { ...reading(connection, folder), close: async () => connection.raw.close() };
}

/**
 * Opens a folder's database to be read. Nothing is written there, unless its tables are of an older release.
 * @throws DataFolderError if it cannot be used; CopyRefused if it has no tables: it was cut to nothing, or never was one
 */
export async function openFolder(folder: string): Promise<Connection> {
  const file = join(folder, databaseName);
  let connection: Connection | null = null;
  try {
    if (statSync(file, { throwIfNoEntry: false })?.isFile() === false)
      throw new DataFolderError("data.foreign", `${file} is no file. Choose another data folder.`);
    connection = openStandingReader(file);
    if (isMigrated(connection.raw, file)) return connection;
    if (connection.prepare("select 1 from sqlite_schema").get() === undefined)
      throw new CopyRefused(
        "copy.source.missing",
        `There are no tables of Flowdesk's in ${file}: nothing to copy from. Was it cut off? Then take a backup.`,
      );
  } catch (error) {
    connection?.raw.close();
    throw explain(error, folder, file);
  }
  connection.raw.close();
  await migrated(folder);
  return openStandingReader(file);
}

/**
 * Holds the folder while it is written. What was made of it and was not committed is taken away again as it is closed.
 * @param drafted the lock of a draft's folder, which is held and taken away by who made it
 * @throws DataFolderError `data.in.use` while the folder is served: its desks would wait for the whole copy.
 */
export async function openSqliteTarget(folder: string, drafted?: ServeLock): Promise<CopyTarget> {
  const claim = drafted === undefined ? claimFolder(folder) : null;
  let connection: Connection | null = null;
  try {
    await migrated(folder);
    connection = openWriter(join(folder, databaseName));
    connection.raw.exec("begin immediate");
  } catch (error) {
    connection?.raw.close();
    claim?.takeBack();
    throw error;
  }
  const { raw, prepare } = connection;
  const secretFile = join(folder, "secret");
  let secret: string | null = null;
  let committed = false;
  return {
    ...reading(connection, folder),
    insert: async ({ name, columns }, rows) => {
      const statement = prepare(
        `insert into ${quoted(name)} (${listOf(columns)}) values (${columns.map(() => "?").join(", ")})`,
      );
      for (const row of rows) statement.run(...(row as readonly SQLInputValue[]));
    },
    giveSecret: async (given) => {
      if (existsSync(secretFile)) return readFileSync(secretFile, "utf8").trim() === given;
      secret = given;
      return true;
    },
    commit: async () => {
      // First: desks that are there with another secret would have lost their people's sessions.
      if (secret !== null) writeFileSync(secretFile, `${secret}\n`, { mode: 0o600, flag: "wx", flush: true });
      raw.exec("commit");
      committed = true;
    },
    close: async () => {
      // What was not committed is rolled back.
      raw.close();
      if (committed) claim?.release();
      else claim?.takeBack(secret !== null);
    },
  };
}

/** A data folder held for a copy. */
interface Claim {
  release(): void;
  /** Takes away what was not there before, and lets go of it. */
  takeBack(secret?: boolean): void;
}

function claimFolder(folder: string): Claim {
  const there = { folder: existsSync(folder), lock: existsSync(join(folder, "serve.lock")) };
  const removeFolder = () => {
    try {
      // Only an empty one goes.
      if (!there.folder) rmdirSync(folder);
    } catch {
      // Somebody has put something there.
    }
  };
  let lock: ServeLock;
  try {
    lock = lockForServing(folder);
  } catch (error) {
    removeFolder();
    throw error;
  }
  const database = join(folder, databaseName);
  const stood = { database: existsSync(database), secret: existsSync(join(folder, "secret")) };
  return {
    release: lock.release,
    takeBack: (secret = false) => {
      if (secret && !stood.secret) rmSync(join(folder, "secret"), { force: true });
      if (!stood.database && isWithoutDesks(database))
        for (const ending of ["", "-wal", "-shm", "-journal"]) rmSync(`${database}${ending}`, { force: true });
      if (there.lock) lock.release();
      else lock.remove();
      removeFolder();
    },
  };
}

/** Whether nobody has made a desk there meanwhile. One that cannot be read was not made to its end. */
function isWithoutDesks(file: string): boolean {
  if (!existsSync(file)) return true;
  const raw = new DatabaseSync(file);
  try {
    return raw.prepare("select 1 from desks limit 1").get() === undefined;
  } catch (error) {
    return failureOf(error) !== "busy";
  } finally {
    raw.close();
  }
}

/** Brings the tables to this release's, or says why the folder cannot be used. */
async function migrated(folder: string): Promise<void> {
  const store = openSqlite(folder, {
    onFatal: (error) => {
      throw error;
    },
  });
  await store.close();
}

function reading({ prepare }: Connection, folder: string): Omit<CopySource, "close"> {
  const where = ({ column }: Among) => `${quoted(column)} in (select value from json_each(?))`;
  return {
    count: async ({ name }, among) => {
      const found = prepare(`select count(*) as count from ${quoted(name)} where ${where(among)}`).get(
        JSON.stringify(among.values),
      );
      return Number(found?.count);
    },
    page: async (table, among, after, limit) => {
      const { name, columns, key } = table;
      const behind = after === null ? "" : ` and (${listOf(key)}) > (${key.map(() => "?").join(", ")})`;
      const statement = prepare(
        `select ${listOf(columns)} from ${quoted(name)} where ${where(among)}${behind} order by ${listOf(key)} limit ?`,
      );
      return statement
        .all(JSON.stringify(among.values), ...((after ?? []) as readonly SQLInputValue[]), limit)
        .map((row) => neutral(table, row));
    },
    all: async ({ name }, column) =>
      prepare(`select ${quoted(column)} as value from ${quoted(name)} where ${quoted(column)} is not null order by 1`)
        .all()
        .map(({ value }) => String(value)),
    secret: async () => {
      const path = join(folder, "secret");
      return existsSync(path) ? readFileSync(path, "utf8").trim() : null;
    },
  };
}

function neutral({ columns, times }: CopiedTable, row: Record<string, SQLOutputValue>): CopiedRow {
  return columns.map((column) => {
    const value = row[column] ?? null;
    if (value !== null && times.has(column)) return new Date(value as string | number).toISOString();
    return value as string | number | null;
  });
}
