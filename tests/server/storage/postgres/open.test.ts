import { migrate } from "@flowdesk/server/storage/postgres/migrate.ts";
import { migrations } from "@flowdesk/server/storage/postgres/migrations/all.ts";
import type { DatabaseCode, DatabaseUnusable } from "@flowdesk/server/storage/postgres/unusable.ts";
import { describe, expect, onTestFinished, test } from "vitest";
import { freePort } from "../../../fixtures/free-port.ts";
import { openPostgres, type TestDatabase, testDatabase } from "../../../fixtures/postgres.ts";

async function database(options?: string): Promise<TestDatabase> {
  const made = await testDatabase(options);
  onTestFinished(() => made.drop());
  return made;
}

async function expectRefused(url: string, code: DatabaseCode, sentence: RegExp): Promise<void> {
  const error = await openPostgres(url).then(
    () => null,
    (refused: unknown) => refused as DatabaseUnusable,
  );
  expect([error?.name, error?.code]).toEqual(["DatabaseUnusable", code]);
  expect(error?.message).toMatch(sentence);
  // What is said goes to logs and screens.
  expect(error?.message).not.toMatch(/:(secret|wrong)@/u);
}

/** The address with something else in it. */
function altered(url: string, alter: (url: URL) => void): string {
  const other = new URL(url);
  alter(other);
  return other.href;
}

describe("A PostgreSQL database", () => {
  test("is given its tables once, however many open it at once, and opens again", async () => {
    const { url, sql } = await database();
    const stores = await Promise.all(Array.from({ length: 5 }, () => openPostgres(url)));
    for (const store of stores) await store.ready();
    await Promise.all(stores.map((store) => store.close()));
    expect(await sql("select version from flowdesk")).toEqual([{ version: String(migrations.length) }]);
    await (await openPostgres(url)).close();
  });

  test("that an older release has made is brought to this one's tables", async () => {
    const { url, sql } = await database();
    await sql(
      `create table flowdesk (one bigint not null primary key check (one = 1), version bigint not null);
      insert into flowdesk values (1, 1); ${migrations[0]}`,
    );
    await (await openPostgres(url)).close();
    expect(await sql("select version from flowdesk")).toEqual([{ version: String(migrations.length) }]);
    expect(await sql("select count(*) as n from account_secret")).toEqual([{ n: "0" }]);
  });

  test("whose tables cannot all be made is left as it was", async () => {
    const { sql } = await database();
    const run = (text: string) => sql(text);
    await sql("create table elsewhere (id bigint)");
    const connection = { run: async (text: string) => run(text.includes("create table tokens") ? "select 1/0" : text) };
    await sql("drop table elsewhere");
    await expect(migrate(connection as never)).rejects.toThrow("division by zero");
    expect(await sql("select version from flowdesk")).toEqual([{ version: "1" }]);
    expect(await sql("select to_regclass('tokens') as t")).toEqual([{ t: null }]);
  });

  test("of a newer release is refused", async () => {
    const { url, sql } = await database();
    await (await openPostgres(url)).close();
    await sql("update flowdesk set version = 999");
    await expectRefused(
      url,
      "database.newer",
      /newer Flowdesk \(its tables are of version 999, this release knows \d/u,
    );
  });

  test("of another program is refused, and its tables are left alone; extensions are nobody's", async () => {
    const { url, sql } = await database();
    await sql("create extension pg_stat_statements");
    const views = "select from pg_views where viewname like 'pg_stat_statements%' and schemaname = current_schema()";
    expect(await sql(views)).not.toEqual([]);
    await sql("create table invoices (id bigint)");
    await expectRefused(url, "database.foreign", /holds another program's tables/u);
    expect(await sql("select to_regclass('desks') as desks")).toEqual([{ desks: null }]);
    await sql("drop table invoices");
    await (await openPostgres(url)).close();
    expect(await sql("select version from flowdesk")).toEqual([{ version: String(migrations.length) }]);
    expect(await sql(views)).not.toEqual([]);
  });

  test("L1: that may lose what it has committed is refused, for this role too", async () => {
    const { url, sql } = await database();
    const name = new URL(url).pathname.slice(1);
    await sql(`alter database ${name} set synchronous_commit = off`);
    await expectRefused(url, "database.not.durable", /synchronous_commit is off/u);
    await sql(`alter database ${name} set synchronous_commit = local`);
    await (await openPostgres(url)).close();
  });

  test("that takes no writes is refused", async () => {
    const { url, sql } = await database();
    await (await openPostgres(url)).close();
    await sql(`alter database ${new URL(url).pathname.slice(1)} set default_transaction_read_only = on`);
    await expectRefused(url, "database.readonly", /takes no writes/u);
  });

  test("without room for its tables is refused", async () => {
    const { url, sql } = await database();
    await sql(
      `create function fill() returns event_trigger language plpgsql as $$
      begin raise exception 'could not extend file' using errcode = '53100'; end $$;
      create event trigger full_disk on ddl_command_start when tag in ('CREATE TABLE') execute function fill()`,
    );
    await expectRefused(url, "database.full", /no room left/u);
    await sql("drop event trigger full_disk; drop function fill");
    await (await openPostgres(url)).close();
  });

  test("that cannot hold every text is refused", async () => {
    const { url } = await database("template template0 encoding 'LATIN1' locale 'C'");
    await expectRefused(url, "database.encoding", /LATIN1/u);
  });

  test("without a schema to make tables in is refused, and so is an option that it does not know", async () => {
    const { url } = await database();
    const nowhere = altered(url, (to) => to.searchParams.set("options", "-c search_path=nope"));
    await expectRefused(nowhere, "database.schema", /search_path/u);
    for (const option of ["-c nonsense", "-c fsync=off", "-c statement_timeout=soon"])
      await expectRefused(
        altered(url, (to) => to.searchParams.set("options", option)),
        "database.address",
        /does not take an option of its address \([0-9A-Z]{5}\)/u,
      );
  });

  test("is refused with a wrong password, for a stranger, and where there is none", async () => {
    const { url, sql } = await database();
    await expectRefused(
      altered(url, (to) => {
        to.password = "wrong";
      }),
      "database.password",
      /does not take this user and password/u,
    );
    await expectRefused(
      altered(url, (to) => {
        to.pathname = "/nowhere";
      }),
      "database.unknown",
      /no such database/u,
    );
    await sql("create role guest login password 'guest'");
    await expectRefused(
      altered(url, (to) => {
        to.username = "guest";
        to.password = "guest";
      }),
      "database.forbidden",
      /may not make tables/u,
    );
    await sql("drop role guest");
  });

  test("that is down is refused, and so is what is no address", async () => {
    const port = await freePort();
    await expectRefused(
      `postgres://me:secret@127.0.0.1:${port}/x`,
      "database.unreachable",
      /does not answer.*ECONNREFUSED/u,
    );
    for (const address of ["festival", "mysql://host/x", "http://host/x"])
      await expectRefused(address, "database.address", /postgres:\/\/user/u);
  });
});
