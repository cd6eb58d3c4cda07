import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { SQLInputValue, SQLOutputValue } from "node:sqlite";
import { type Connection, openReader, openWriter } from "../sqlite/connection.ts";
import { databaseName, openSqlite } from "../sqlite/open-sqlite.ts";
import { lockForServing } from "../sqlite/serve-lock.ts";
import type { CopiedRow, CopiedTable } from "./copied-tables.ts";
import type { Among, CopySource, CopyTarget } from "./place.ts";

const quoted = (name: string) => `"${name}"`;
const listOf = (names: readonly string[]) => names.map(quoted).join(", ");

/** One state of a data folder's database, read beside whoever serves it. */
export async function openSqliteSource(folder: string): Promise<CopySource> {
  await migrated(folder);
  const connection = openReader(join(folder, databaseName));
  connection.raw.exec("begin");
  // A transaction that reads has its state from its first question on.
  connection.prepare("select count(*) from desks").get();
  return { ...reading(connection, folder), close: async () => connection.raw.close() };
}

/** @throws DataFolderError `data.in.use` while the folder is served: its desks would wait for the whole copy. */
export async function openSqliteTarget(folder: string): Promise<CopyTarget> {
  const lock = lockForServing(folder);
  let connection: Connection;
  try {
    await migrated(folder);
    connection = openWriter(join(folder, databaseName));
    connection.raw.exec("begin immediate");
  } catch (error) {
    lock.release();
    throw error;
  }
  const { raw, prepare } = connection;
  let secret: string | null = null;
  return {
    ...reading(connection, folder),
    insert: async ({ name, columns }, rows) => {
      const statement = prepare(
        `insert into ${quoted(name)} (${listOf(columns)}) values (${columns.map(() => "?").join(", ")})`,
      );
      for (const row of rows) statement.run(...(row as readonly SQLInputValue[]));
    },
    giveSecret: async (given) => {
      if (existsSync(join(folder, "secret"))) return false;
      secret = given;
      return true;
    },
    commit: async () => {
      raw.exec("commit");
      if (secret !== null)
        writeFileSync(join(folder, "secret"), `${secret}\n`, { mode: 0o600, flag: "wx", flush: true });
    },
    close: async () => {
      // What was not committed is rolled back.
      raw.close();
      lock.release();
    },
  };
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
