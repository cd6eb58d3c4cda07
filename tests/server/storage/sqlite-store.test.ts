import { once } from "node:events";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { OutcomeUnknown, StorageFull, StoreUnavailable } from "@flowdesk/server/desk/store.ts";
import { databaseName } from "@flowdesk/server/storage/sqlite/open-sqlite.ts";
import { accountDatabase } from "@flowdesk/server/storage/sqlite/remote-dialect.ts";
import { sql } from "kysely";
import { describe, expect, test } from "vitest";
import { dataFolder, sqliteStore } from "../../fixtures/data-folder.ts";
import { DeskInStore, noKeys } from "../../fixtures/desk-in-store.ts";
import { karin } from "../../fixtures/people.ts";

describe("The thread that writes", () => {
  test("D3: a batch under way when it dies has an unknown outcome, and the next one is served", async () => {
    const { store, writers, fatal } = sqliteStore();
    const desk = await DeskInStore.open(store);
    const before = await store.head(desk.id);
    const lost = desk.write((state) => {
      void writers.at(-1)?.terminate();
      const [member] = state.members.values();
      return member === undefined ? [] : [{ type: "member.renamed", member: member.id, set: { name: "Lost" } }];
    });
    const queued = desk.receive({});
    await expect(lost).rejects.toThrow(OutcomeUnknown);
    expect(await queued).toHaveLength(1);
    expect(writers).toHaveLength(2);
    expect((await store.changes(desk.id, before?.seq ?? 0, 10)).map(({ change }) => change.type)).toEqual([
      "item.received",
    ]);
    expect(fatal).toEqual([]);
  });

  test("L1: a batch that was begun and never committed leaves nothing when it dies", async () => {
    const { store, writers } = sqliteStore();
    const desk = await DeskInStore.open(store);
    const before = await store.head(desk.id);
    const worker = writers.at(-1);
    const ended = worker === undefined ? Promise.resolve() : once(worker, "exit");
    await expect(
      store.transact(desk.id, noKeys, () => {
        void worker?.terminate();
        throw new Error("and decide throws too");
      }),
    ).rejects.toThrow();
    await ended;
    expect(await store.head(desk.id)).toEqual(before);
    await desk.receive({});
  });

  test("is given up when it has died four times within a minute", async () => {
    const { store, writers, fatal } = sqliteStore();
    for (let death = 1; death <= 4; death++) {
      await store.ready();
      const worker = writers.at(-1);
      const ended = worker === undefined ? Promise.resolve() : once(worker, "exit");
      await worker?.terminate();
      await ended;
      expect(fatal).toHaveLength(death === 4 ? 1 : 0);
    }
    expect(writers).toHaveLength(4);
    await expect(store.ready()).rejects.toThrow();
  });

  test("rejects what finds the disk full, writes nothing of it, and goes on when there is room", async () => {
    const { store } = sqliteStore();
    const desk = await DeskInStore.open(store);
    const accounts = accountDatabase<Record<string, never>>(store);
    const { rows } = await sql<{ page_count: number }>`pragma page_count`.execute(accounts);
    await sql.raw(`pragma max_page_count = ${rows[0]?.page_count ?? 1}`).execute(accounts);
    const before = await store.head(desk.id);
    const text = "Hvor er vandposten? ".repeat(900);
    const flood = () => desk.receive(...Array.from({ length: 40 }, (_, n) => ({ externalId: `f${n}`, text })));
    await expect(flood()).rejects.toThrow(StorageFull);
    expect(await store.head(desk.id)).toEqual(before);
    await sql.raw("pragma max_page_count = 1000000").execute(accounts);
    expect(await flood()).toHaveLength(40);
  });
});

test("A database that takes no writes for a while is unavailable, writes nothing, and goes on", async () => {
  const { store } = sqliteStore();
  const desk = await DeskInStore.open(store);
  const accounts = accountDatabase<Record<string, never>>(store);
  const before = await store.head(desk.id);
  await sql.raw("pragma query_only = on").execute(accounts);
  await expect(desk.receive({})).rejects.toThrow(StoreUnavailable);
  await expect(store.ready()).rejects.toThrow(/set to read only.*\(data\.readonly\)$/u);
  await expect(store.ready()).rejects.toMatchObject({
    name: "StoreUnavailable",
    cause: { message: "attempt to write a readonly database" },
  });
  expect(await store.head(desk.id)).toEqual(before);
  await sql.raw("pragma query_only = off").execute(accounts);
  await store.ready();
  expect(await desk.receive({})).toHaveLength(1);
});

describe("Two processes on one folder", () => {
  test("L2: number one desk's changes together, and each sees the other's members", async () => {
    const folder = dataFolder();
    const [here, there] = [sqliteStore(folder), sqliteStore(folder)];
    const desk = await DeskInStore.open(here.store);
    const same = new DeskInStore(there.store, desk.id);
    await Promise.all([
      ...Array.from({ length: 15 }, (_, n) => desk.receive({ externalId: `here-${n}` })),
      ...Array.from({ length: 15 }, (_, n) => same.receive({ externalId: `there-${n}` })),
    ]);
    const changes = await here.store.changes(desk.id, 0, 1000);
    expect(changes.map(({ change }) => change.seq)).toEqual(changes.map((_, index) => index + 1));
    await same.do(karin, "member.rename", { member: "jonas", name: "Jonas F." });
    await desk.write(() => []);
    expect(desk.loaded?.state.members.get("jonas")?.name).toBe("Jonas F.");
  });

  test("ring when either has written", async () => {
    const folder = dataFolder();
    const [here, there] = [sqliteStore(folder), sqliteStore(folder)];
    const desk = await DeskInStore.open(there.store);
    let rung = 0;
    let heard = Promise.withResolvers<void>();
    const stop = here.store.watch({
      all: () => {
        rung++;
        heard.resolve();
      },
    });
    await heard.promise;
    for (let n = 0; n < 3; n++) {
      heard = Promise.withResolvers<void>();
      await desk.receive({});
      await heard.promise;
    }
    expect(rung).toBeGreaterThanOrEqual(4);
    stop();
  });
});

test("A database whose lock another process keeps to itself is opened for reading all the same", async () => {
  const folder = dataFolder();
  await DeskInStore.open(sqliteStore(folder).store);
  const other = new DatabaseSync(join(folder, databaseName));
  try {
    other.exec("begin immediate");
    const { store } = sqliteStore(folder);
    expect(await store.heads()).toHaveLength(1);
  } finally {
    other.close();
  }
});

describe("The account tables' database", () => {
  interface Shelf {
    books: { id: number; title: string; lent: string | null };
  }

  test("reads while a write waits for whoever has locked the database", async () => {
    const folder = dataFolder();
    const { store } = sqliteStore(folder);
    await store.ready();
    const db = accountDatabase<Shelf>(store);
    await sql`create table books (id integer primary key, title text, lent text)`.execute(db);
    const other = new DatabaseSync(join(folder, databaseName));
    try {
      other.exec("begin immediate");
      const written = db.insertInto("books").values({ id: 1, title: "Æbler", lent: null }).execute();
      const after = written.then(
        () => "the write",
        () => "the write",
      );
      const read = db.selectFrom("books").selectAll().execute();
      expect(await Promise.race([after, read])).toEqual([]);
      other.exec("rollback");
      await after;
    } finally {
      other.close();
    }
  });

  test("reads what it has written, and answers as Kysely expects", async () => {
    const { store } = sqliteStore();
    const db = accountDatabase<Shelf>(store);
    await db.schema
      .createTable("books")
      .addColumn("id", "integer", (column) => column.primaryKey())
      .addColumn("title", "text", (column) => column.notNull().unique())
      .addColumn("lent", "text")
      .execute();
    const added = await db.insertInto("books").values({ id: 1, title: "Æbler", lent: null }).executeTakeFirst();
    expect(added.insertId).toBe(1n);
    const back = await db.insertInto("books").values({ id: 2, title: "Pærer", lent: "Ida" }).returningAll().execute();
    expect(back).toEqual([{ id: 2, title: "Pærer", lent: "Ida" }]);
    expect(await db.selectFrom("books").selectAll().where("lent", "is", null).execute()).toEqual([
      { id: 1, title: "Æbler", lent: null },
    ]);
    const altered = await db.updateTable("books").set({ lent: "Lars" }).executeTakeFirst();
    expect(altered.numUpdatedRows).toBe(2n);
    await expect(db.insertInto("books").values({ id: 3, title: "Æbler", lent: null }).execute()).rejects.toThrow(
      /UNIQUE/u,
    );
    expect((await db.deleteFrom("books").executeTakeFirst()).numDeletedRows).toBe(2n);
    expect((await db.introspection.getTables()).map(({ name }) => name)).toContain("books");
  });

  test("L4: refuses transactions, in which a pause would stop every desk", async () => {
    const { store } = sqliteStore();
    const db = accountDatabase<Shelf>(store);
    await expect(db.transaction().execute(() => Promise.resolve())).rejects.toThrow(/without transactions/u);
    await store.ready();
  });
});
