import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import pg from "pg";
import { temporaryFolder } from "../../fixtures/served.ts";

/** A table that takes one row at a time, each durable when it has been taken. */
export interface BareTable {
  insert(body: string): unknown;
  close(): Promise<void> | void;
}

/** In that PostgreSQL database, or in SQLite where none is named. */
export function openBareTable(database: string | null): BareTable | Promise<BareTable> {
  return database === null ? inSqlite() : inPostgres(database);
}

function inSqlite(): BareTable {
  const folder = temporaryFolder();
  const db = new DatabaseSync(join(folder.path, "bare.db"));
  db.exec(
    "pragma journal_mode = wal; pragma synchronous = full; create table log (seq integer primary key, body text)",
  );
  const statement = db.prepare("insert into log (body) values (?)");
  return {
    insert: (body) => statement.run(body),
    close: () => {
      db.close();
      folder.remove();
    },
  };
}

async function inPostgres(database: string): Promise<BareTable> {
  const client = new pg.Client(database);
  await client.connect();
  await client.query("create table bare_log (seq bigint generated always as identity primary key, body text)");
  return {
    insert: (body) => client.query({ name: "bare", text: "insert into bare_log (body) values ($1)", values: [body] }),
    close: () => client.end(),
  };
}
