import { createRequire } from "node:module";
import { DatabaseSync } from "node:sqlite";
import { pathToFileURL } from "node:url";
import { kyselyOver } from "@flowdesk/server/storage/postgres/one-connection.ts";
import { migrate } from "@flowdesk/server/storage/sqlite/migrate.ts";
import { columns } from "@flowdesk/server/storage/tables.ts";
import pg from "pg";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openPostgres, type TestDatabase, testDatabase } from "../../../fixtures/postgres.ts";

/** Tables that are not kept by desk: people belong to many, and what is the database's own. */
const reference: ReadonlySet<string> = new Set([
  "user",
  "session",
  "account",
  "verification",
  "account_secret",
  "flowdesk",
]);

let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase();
  await (await openPostgres(database.url)).close();
});
afterAll(() => database.drop());

const rowsOf = async <Row>(sql: string) => (await database.sql(sql)) as Row[];

describe("The tables in PostgreSQL", () => {
  test("every primary key and unique index begins with the desk, those of the accounts aside", async () => {
    const unique = await rowsOf<{ table: string; index: string; first: string }>(
      `select t.relname as table, i.relname as index, a.attname as first from pg_index x
      join pg_class t on t.oid = x.indrelid join pg_class i on i.oid = x.indexrelid
      join pg_attribute a on a.attrelid = t.oid and a.attnum = x.indkey[0]
      where x.indisunique and t.relnamespace = 'public'::regnamespace`,
    );
    const ours = unique.filter(({ table }) => !reference.has(table));
    for (const { index, first } of ours) expect([index, first]).toEqual([index, "desk"]);
    const tables = await rowsOf<{ name: string }>(
      "select tablename as name from pg_tables where schemaname = 'public'",
    );
    for (const { name } of tables) expect([name, unique.some(({ table }) => table === name)]).toEqual([name, true]);
  });

  test("text compares by its bytes", async () => {
    const others = await rowsOf(
      `select table_name, column_name from information_schema.columns
      where table_schema = 'public' and data_type = 'text' and collation_name is distinct from 'C'`,
    );
    expect(others).toEqual([]);
  });

  test("are the same as in SQLite: the columns, whether they can be empty, and the indexes", async () => {
    const raw = new DatabaseSync(":memory:");
    migrate(raw, ":memory:");
    const here = (await rowsOf<{ name: string }>("select tablename as name from pg_tables where schemaname = 'public'"))
      .map(({ name }) => name)
      .filter((name) => name !== "flowdesk" && name !== "account_secret");
    const there = raw
      .prepare("select name from pragma_table_list where type = 'table' and name not like 'sqlite_%'")
      .all()
      .map(({ name }) => String(name));
    expect(here.sort()).toEqual(there.sort());
    expect(here).toEqual(expect.arrayContaining(Object.keys(columns)));
    for (const table of there) {
      const mine = await rowsOf<{ name: string; type: string; empty: boolean }>(
        `select column_name as name, data_type as type, is_nullable = 'YES' as empty from information_schema.columns
        where table_schema = 'public' and table_name = '${table}'`,
      );
      const theirs = raw
        .prepare('select name, lower(type) as type, "notnull" = 0 as empty from pragma_table_info(?)')
        .all(table)
        .map(({ name, type, empty }) => ({ name: String(name), type: String(type), empty: empty === 1 }));
      const types: Record<string, string> = {
        bigint: "integer",
        boolean: "integer",
        "timestamp with time zone": "date",
        text: "text",
      };
      const sorted = (list: Array<{ name: string }>) => list.sort((a, b) => (a.name < b.name ? -1 : 1));
      expect([table, sorted(mine.map((column) => ({ ...column, type: types[column.type] ?? column.type })))]).toEqual([
        table,
        sorted(theirs),
      ]);
      const indexes = await rowsOf<{ name: string }>(
        `select indexname as name from pg_indexes where schemaname = 'public' and tablename = '${table}'
        and indexname not like '%\\_pkey' and indexname not like '%\\_key'`,
      );
      const indexesThere = raw
        .prepare("select name from pragma_index_list(?) where origin = 'c'")
        .all(table)
        .map(({ name }) => String(name));
      expect([table, indexes.map(({ name }) => name).sort()]).toEqual([table, indexesThere.sort()]);
    }
  });

  test("those of the accounts are what the sign-in library would make", async () => {
    const server = createRequire(new URL("../../../../server/package.json", import.meta.url));
    const { getMigrations } = (await import(pathToFileURL(server.resolve("better-auth/db/migration")).href)) as {
      getMigrations: (options: object) => Promise<Record<string, unknown>>;
    };
    const client = new pg.Client(database.url);
    await client.connect();
    const db = kyselyOver(async (text, values) => {
      const { rows, rowCount } = await client.query({ text, values: [...values] });
      return { rows, affected: rowCount };
    });
    const plan = await getMigrations({ database: { db, type: "postgres" }, emailAndPassword: { enabled: true } });
    await client.end();
    expect(plan).toMatchObject({
      toBeCreated: [],
      toBeAdded: [],
      toBeAddedIndexes: [],
      unsafeChanges: [],
      schemaProblems: [],
    });
  });
});
