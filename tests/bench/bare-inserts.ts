import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import pg from "pg";
import { startPostgres } from "../fixtures/postgres-server.ts";
import { temporaryFolder } from "../fixtures/served.ts";
import type { Engine } from "./place.ts";

/** What the server commits at once at most. */
const perCommit = 500;

type BareRow = readonly [id: string, channel: string, at: number, body: string];

/**
 * The limit that a durable message meets on this machine: one thread writes rows of five columns with a key into the
 * engine, with the settings of the server (every commit to the disk), so many per commit, and does nothing else.
 * @returns rows per second
 */
export function bareInserts(engine: Engine, rows: readonly BareRow[]): Promise<number> {
  return engine === "sqlite" ? intoSqlite(rows) : intoPostgres(rows);
}

async function intoSqlite(rows: readonly BareRow[]): Promise<number> {
  const folder = temporaryFolder();
  try {
    const db = new DatabaseSync(join(folder.path, "bare.db"));
    db.exec("pragma journal_mode = wal; pragma synchronous = full; pragma wal_autocheckpoint = 4000");
    db.exec(
      "create table rows (desk text, id text, channel text, at integer, body text, primary key (desk, channel, id)) strict",
    );
    const insert = db.prepare("insert into rows values ('bench', ?, ?, ?, ?)");
    const began = performance.now();
    for (let from = 0; from < rows.length; from += perCommit) {
      db.exec("begin immediate");
      for (const [id, channel, at, body] of rows.slice(from, from + perCommit)) insert.run(id, channel, at, body);
      db.exec("commit");
    }
    const took = performance.now() - began;
    db.close();
    return (rows.length / took) * 1000;
  } finally {
    folder.remove();
  }
}

/** Five hundred rows are one statement: over a connection the ways there and back would be measured else. */
async function intoPostgres(rows: readonly BareRow[]): Promise<number> {
  const server = await startPostgres();
  const client = new pg.Client(server.url("postgres"));
  try {
    await client.connect();
    await client.query(
      "create table rows (desk text, id text, channel text, at bigint, body text, primary key (desk, channel, id))",
    );
    const text = "insert into rows select 'bench', * from unnest($1::text[], $2::text[], $3::bigint[], $4::text[])";
    const began = performance.now();
    for (let from = 0; from < rows.length; from += perCommit) {
      const some = rows.slice(from, from + perCommit);
      await client.query({ name: "bare", text, values: [0, 1, 2, 3].map((cell) => some.map((row) => row[cell])) });
    }
    return (rows.length / (performance.now() - began)) * 1000;
  } finally {
    await client.end();
    await server.remove();
  }
}
