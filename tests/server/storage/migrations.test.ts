import { DatabaseSync } from "node:sqlite";
import { migrations as inPostgres } from "@flowdesk/server/storage/postgres/migrations/all.ts";
import { migrations as inSqlite } from "@flowdesk/server/storage/sqlite/migrations/all.ts";
import { describe, expect, test } from "vitest";
import { testDatabase } from "../../fixtures/postgres.ts";
import { shapeInPostgres, shapeInSqlite, type TablesShape, tripsOver } from "../../fixtures/tables-shape.ts";

/** A database without tables. */
interface Empty {
  run(sql: string): Promise<unknown>;
  shape(): Promise<TablesShape>;
  end(): Promise<void>;
}

async function sqlite(): Promise<Empty> {
  const raw = new DatabaseSync(":memory:");
  return {
    run: async (sql) => raw.exec(sql),
    shape: async () => shapeInSqlite(raw),
    end: async () => raw.close(),
  };
}

async function postgres(): Promise<Empty> {
  const { sql, drop } = await testDatabase();
  return { run: sql, shape: () => shapeInPostgres(sql), end: drop };
}

/** What each of some migrations, run one after the other, takes from the release before: by its number. */
async function flawsOf(open: () => Promise<Empty>, migrations: readonly string[]): Promise<Array<[number, string]>> {
  const database = await open();
  try {
    const flaws: Array<[number, string]> = [];
    let before = await database.shape();
    for (const [index, migration] of migrations.entries()) {
      await database.run(migration);
      const after = await database.shape();
      for (const flaw of tripsOver(before, after)) flaws.push([index + 1, flaw]);
      before = after;
    }
    return flaws;
  } finally {
    await database.end();
  }
}

/** What is taken away all the same, and why an older release does not trip over it. */
interface Exception {
  readonly migration: number;
  readonly flaw: string;
  readonly because: string;
}

const exceptions: Readonly<Record<"sqlite" | "postgres", readonly Exception[]>> = {
  sqlite: [
    {
      migration: 3,
      flaw: "the index responses_time is gone",
      because: "nothing is answered or refused by it, and responses_span holds all that it held",
    },
    {
      migration: 9,
      flaw: "the index items_author is gone",
      because: "nothing is answered or refused by it: an older release only looks longer for an author's other items",
    },
  ],
  postgres: [
    {
      migration: 5,
      flaw: "the index items_author is gone",
      because: "nothing is answered or refused by it: an older release only looks longer for an author's other items",
    },
  ],
};

describe.each([
  ["SQLite", sqlite, inSqlite, exceptions.sqlite],
  ["PostgreSQL", postgres, inPostgres, exceptions.postgres],
] as const)("The migrations in %s", (_name, open, migrations, allowed) => {
  test("L3: only expand: a release before goes on with the tables of the next, but for what is named", async () => {
    expect(migrations.length).toBeGreaterThan(1);
    expect(await flawsOf(open, migrations)).toEqual(allowed.map(({ migration, flaw }) => [migration, flaw]));
  });

  test("L3: one that takes something away, narrows it or asks for more is found", async () => {
    const tables = `create table whole (id text not null primary key, a bigint, b text not null default '');
      create table parts (id text not null primary key, whole text);
      create index parts_of on parts (whole)`;
    const found = async (migration: string) => (await flawsOf(open, [tables, migration])).map(([, flaw]) => flaw);
    const rebuilt = (columns: string) => `drop table whole; create table whole (${columns})`;
    const id = "id text not null primary key";
    const b = "b text not null default ''";
    expect(await found("drop table parts")).toEqual(["the table parts is gone"]);
    expect(await found("alter table parts rename to pieces")).toContain("the table parts is gone");
    expect(await found("alter table whole drop column a")).toEqual(["the column whole.a is gone"]);
    expect(await found("alter table whole rename column a to c")).toEqual(["the column whole.a is gone"]);
    expect(await found(rebuilt(`${id}, a smallint, ${b}`))).toEqual(["the column whole.a was bigint and is smallint"]);
    expect(await found(rebuilt(`${id}, a bigint not null, ${b}`))).toEqual(["the column whole.a can be empty no more"]);
    expect(await found(rebuilt(`${id}, a bigint, b text not null`))).toEqual([
      "the column whole.b is filled in no more",
    ]);
    expect(await found(rebuilt(`${id}, a bigint, ${b}, c text not null`))).toEqual([
      "the column whole.c is new, and nobody who does not know it can write a row",
    ]);
    expect(await found(rebuilt(`${id}, a bigint check (a > 0), ${b}`))).toEqual([
      expect.stringMatching(/^whole_\w*check\w* is new, and refuses rows of whole/u),
    ]);
    expect(await found("create unique index parts_once on parts (whole)")).toEqual([
      "parts_once is new, and refuses rows of parts that were taken before",
    ]);
    expect(await found("alter table parts add column other text references whole (id)")).toEqual([
      "parts_other_fkey is new, and refuses rows of parts that were taken before",
    ]);
    expect(await found("drop index parts_of")).toEqual(["the index parts_of is gone"]);
    expect(await found("drop index parts_of; create unique index parts_of on parts (whole)")).toEqual([
      "parts_of on parts is another than it was",
    ]);
    const more = `alter table whole add column c text; alter table whole add column d bigint not null default 0;
      create index whole_c on whole (c); create table other (id text not null primary key references whole (id))`;
    expect(await found(more)).toEqual([]);
  });
});
