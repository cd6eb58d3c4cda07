import { existsSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { StoreGone } from "@flowdesk/server/desk/store.ts";
import { databaseName } from "@flowdesk/server/storage/sqlite/open-sqlite.ts";
import { expect, test } from "vitest";
import { sqliteStore } from "../../fixtures/data-folder.ts";
import { festival, opening } from "../../fixtures/desk.ts";
import { noKeys } from "../../fixtures/desk-in-store.ts";

test("L1: whatever is written is refused while the database's file is elsewhere, and goes on when it is back", async () => {
  const { store, folder, fatal } = sqliteStore();
  await store.createDesk(festival, opening);
  const [file, moved] = [join(folder, databaseName), join(folder, "moved.db")];
  renameSync(file, moved);
  const writings = await Promise.allSettled([
    store.ready(),
    store.createDesk({ ...festival, id: "other" }, opening),
    store.query("update desks set name = 'Festival' where desk = 'festival'", [], true),
    store.write("cutLog", { desk: "festival", before: 1, limit: 1 }),
    store.transact("festival", noKeys, () => null),
  ]);
  for (const writing of writings) expect(writing).toMatchObject({ reason: expect.any(StoreGone) });
  await expect(store.ready()).rejects.toThrow(/was moved or removed/u);
  writeFileSync(file, "");
  await expect(store.ready()).rejects.toThrow(/Another file was put in the place/u);
  renameSync(moved, file);
  await store.ready();
  expect(await store.createDesk({ ...festival, id: "other" }, opening)).toBe(true);
  expect(fatal).toEqual([]);
});

test("L1: threads that begin to read while the database's file is elsewhere refuse, make no other, and read when it is back", async () => {
  const { store, folder, fatal } = sqliteStore();
  await store.createDesk(festival, opening);
  const [file, moved] = [join(folder, databaseName), join(folder, "moved.db")];
  renameSync(file, moved);
  for (let again = 0; again < 6; again++) await expect(store.head("festival")).rejects.toThrow(StoreGone);
  expect(existsSync(file)).toBe(false);
  renameSync(moved, file);
  expect(await store.head("festival")).toMatchObject({ seq: 0 });
  expect(fatal).toEqual([]);
});

test("with one thread that has it open everything is read on while the database's file is elsewhere", async () => {
  const { store, folder } = sqliteStore();
  await store.createDesk(festival, opening);
  await store.head("festival");
  renameSync(join(folder, databaseName), join(folder, "moved.db"));
  const heads = await Promise.all(Array.from({ length: 4 }, () => store.head("festival")));
  expect(heads).toEqual(heads.map(() => expect.objectContaining({ seq: 0 })));
});

test("a watched store tells by itself that its file is gone, also while nobody writes", async () => {
  const { store, folder, gone } = sqliteStore();
  await store.createDesk(festival, opening);
  const unwatch = store.watch({ all: () => {} });
  renameSync(join(folder, databaseName), join(folder, "moved.db"));
  await expect.poll(gone, { timeout: 60_000 }).toContainEqual(expect.any(StoreGone));
  unwatch();
});
