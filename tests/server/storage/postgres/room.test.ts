import { StorageFull } from "@flowdesk/server/desk/store.ts";
import type { PostgresStore } from "@flowdesk/server/storage/postgres/postgres-store.ts";
import { afterEach, beforeEach, expect, test } from "vitest";
import { openPostgres, type TestDatabase, testDatabase } from "../../../fixtures/postgres.ts";

let database: TestDatabase;
let store: PostgresStore;
beforeEach(async () => {
  database = await testDatabase();
  store = await openPostgres(database.url);
  // New pages are what a full disk has none of.
  await database.sql(`create function is_full() returns event_trigger language plpgsql
    as $$ begin raise exception 'could not extend file' using errcode = '53100'; end $$`);
});
afterEach(async () => {
  await store.close();
  await database.drop();
});

const fill = () => database.sql("create event trigger full_disk on ddl_command_start execute function is_full()");
const makeRoom = () => database.sql("drop event trigger full_disk");

/** A batch that finds no room. */
async function findNoRoom(by: PostgresStore): Promise<void> {
  const failing = by.query("do $$ begin raise exception 'no room' using errcode = '53100'; end $$", [], true);
  await expect(failing).rejects.toThrow(StorageFull);
}

test("Once something found no room, a server is ready when new pages are to be had, and no sooner", async () => {
  await fill();
  await store.ready();
  await findNoRoom(store);
  const asked = await Promise.allSettled([store.ready(), store.ready(), store.ready()]);
  expect(asked.map(({ status }) => status)).toEqual(["rejected", "rejected", "rejected"]);
  await expect(store.ready()).rejects.toThrow(StorageFull);
  await makeRoom();
  await store.ready();
  await fill();
  await store.ready();
});

test("What finds no room while it is asked whether a server is ready is not forgotten by the answer", async () => {
  await fill();
  await database.sql("begin; lock table flowdesk in exclusive mode");
  const asked = store.ready();
  await findNoRoom(store);
  await database.sql("rollback");
  await asked;
  await expect(store.ready()).rejects.toThrow(StorageFull);
});

test("A user that may write the tables and make none is not held up for that", async () => {
  const name = `writer_${new URL(database.url).pathname.slice(1)}`;
  await database.sql(`create role ${name} login password 'writer'; grant usage on schema public to ${name};
    grant select, insert, update, delete on all tables in schema public to ${name}`);
  const url = new URL(database.url);
  [url.username, url.password] = [name, "writer"];
  const theirs = await openPostgres(url.href);
  try {
    await findNoRoom(theirs);
    await theirs.ready();
  } finally {
    await theirs.close();
    await database.sql(`drop owned by ${name}; drop role ${name}`);
  }
});
