import { linkSync, mkdirSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { copy, restore } from "@flowdesk/server/commands/copy.ts";
import { isAddress } from "@flowdesk/server/storage/is-address.ts";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { commandRun } from "../../fixtures/command-run.ts";
import { openPostgres, type TestDatabase, testDatabase } from "../../fixtures/postgres.ts";
import { deskWithTokens, temporaryFolder } from "../../fixtures/served.ts";

const folder = temporaryFolder();
const at = (name: string) => join(folder.path, name);
const role = `r${Math.random().toString(36).slice(2)}`;
let database: TestDatabase;
let other: TestDatabase;

beforeAll(async () => {
  mkdirSync(at("desks"));
  await deskWithTokens(at("desks"), "festival");
  symlinkSync(at("desks"), at("link"));
  mkdirSync(at("linked"));
  linkSync(join(at("desks"), "flowdesk.db"), join(at("linked"), "flowdesk.db"));
  database = await testDatabase();
  other = await testDatabase();
  await (await openPostgres(database.url)).close();
  await database.sql(
    `create role ${role} login password 'theirs'; grant all on all tables in schema public to ${role}`,
  );
});
afterAll(async () => {
  await database?.sql(`drop owned by ${role}; drop role ${role}`);
  await database?.drop();
  await other?.drop();
  folder.remove();
});

/** How a copy, and where it can be one a restore, from one place to another ends. */
async function told(from: string, to: string): Promise<string[]> {
  const commands = isAddress(from) ? [copy] : [copy, restore];
  const ends: string[] = [];
  for (const command of commands) {
    const { status, stderr } = await commandRun(() => command({ from, to }));
    ends.push(status === 0 ? "done" : (/\(([\w.]+)\)\n$/u.exec(stderr)?.[1] ?? stderr));
  }
  return ends;
}

describe("A place to copy or restore to", () => {
  test("is not the folder to copy from, however either is written", async () => {
    const spellings = [at("desks"), `${at("desks")}/`, `${folder.path}/./x/../desks`, at("link"), at("linked")];
    for (const to of spellings) {
      expect([to, ...(await told(at("desks"), to))]).toEqual([to, "copy.same", "copy.same"]);
      expect([to, ...(await told(to, at("desks")))]).toEqual([to, "copy.same", "copy.same"]);
    }
    expect(await told("", "")).toEqual(["copy.place", "copy.place"]);
  });

  test("is not the database to copy from, by whichever address and role", async () => {
    const written = (change: (url: URL) => void) => {
      const url = new URL(database.url);
      change(url);
      return url.href;
    };
    const spellings = [
      database.url,
      ` ${database.url}`,
      written((url) => url.searchParams.set("application_name", "another")),
      written((url) => {
        url.hostname = "localhost";
      }),
      written((url) => {
        [url.username, url.password] = [role, "theirs"];
      }),
    ];
    for (const to of spellings) {
      expect([to, ...(await told(database.url, to))]).toEqual([to, "copy.same"]);
      expect([to, ...(await told(to, database.url))]).toEqual([to, "copy.same"]);
    }
  });

  test("may be another database of the same PostgreSQL, or another schema of the same database", async () => {
    await database.sql("create schema beside");
    const beside = new URL(database.url);
    beside.searchParams.set("options", "-c search_path=beside");
    for (const to of [other.url, beside.href]) {
      expect([to, ...(await told(database.url, to))]).toEqual([to, "copy.nothing"]);
      expect([to, ...(await told(to, to))]).toEqual([to, "copy.same"]);
    }
  });

  test("that does not answer is said to be so", async () => {
    const nowhere = "postgres://me:secret@127.0.0.1:1/x";
    expect(await told(nowhere, database.url)).toEqual(["database.unreachable"]);
    expect(await told(nowhere, "postgres://me:secret@localhost:1/x")).toEqual(["database.unreachable"]);
  });
});
