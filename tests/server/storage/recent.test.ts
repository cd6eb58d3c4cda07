import { Transactions } from "@flowdesk/server/storage/postgres/transactions.ts";
import type { TableStore } from "@flowdesk/server/storage/table-store.ts";
import { Thread } from "@flowdesk/server/storage/thread.ts";
import type { Change } from "@flowdesk/shared/desk/change.ts";
import { describe, expect, test, vi } from "vitest";
import { dataFolder, sqliteStore } from "../../fixtures/data-folder.ts";
import { DeskInStore } from "../../fixtures/desk-in-store.ts";
import { jonas, sofie } from "../../fixtures/people.ts";
import { openPostgres, testDatabase } from "../../fixtures/postgres.ts";

/** Counts what the thread that writes, or PostgreSQL from this one, is asked from now on. */
function asked(): { readonly locks: number; readonly beside: number } {
  const call = vi.spyOn(Thread.prototype, "call").mockClear();
  const fromHere = vi.spyOn(Transactions.prototype, "commitAfter").mockClear();
  const count = (method: string) => call.mock.calls.filter(([name]) => name === method).length;
  return {
    get locks() {
      return count("begin");
    },
    get beside() {
      return count("commitAfter") + fromHere.mock.calls.length;
    },
  };
}

const logOf = async (store: TableStore, desk: string): Promise<Change[]> =>
  (await store.changes(desk, 0, 10_000)).map(({ change }) => change);

/** Two processes on the same desks. */
const pairs = {
  SQLite: async () => {
    const folder = dataFolder();
    return { here: sqliteStore(folder).store, there: sqliteStore(folder).store, end: async () => {} };
  },
  PostgreSQL: async () => {
    const { url, drop } = await testDatabase();
    const [here, there] = [await openPostgres(url), await openPostgres(url)];
    const end = async () => {
      await Promise.all([here.close(), there.close()]);
      await drop();
    };
    return { here, there, end };
  },
};

describe.each(Object.entries(pairs))("On %s, what the last batch has left", (_engine, open) => {
  test("is not asked for again: a claim is decided at once, and written with one question to the desk", async () => {
    const { here, end } = await open();
    const desk = await DeskInStore.open(here);
    const [item = ""] = await desk.receive({});
    desk.now = new Date().toISOString();
    const calls = asked();
    await desk.do(jonas, "item.claim", { item });
    // PostgreSQL takes no time that is far from its own.
    desk.now = new Date().toISOString();
    await desk.do(jonas, "item.reply", { item, text: "Ved indgangen" });
    expect(desk.refusals).toEqual([]);
    expect(calls).toMatchObject({ locks: 0, beside: 2 });
    expect((await here.item(desk.id, item))?.item.assignee).toBe(jonas.id);
    await end();
  });

  test("D1: is not what is refused from: the desk as it stands says so", async () => {
    const { here, there, end } = await open();
    const [desk, other] = [await DeskInStore.open(here), new DeskInStore(there, "festival")];
    const [item = ""] = await desk.receive({});
    desk.now = other.now = new Date().toISOString();
    await desk.do(jonas, "item.claim", { item });
    await other.do(jonas, "item.release", { item });
    await desk.do(sofie, "item.claim", { item });
    expect((await here.item(desk.id, item))?.item.assignee).toBe(sofie.id);
    await end();
  });

  test("L2: is held against the desk, and two who write by turns lose nothing", async () => {
    const { here, there, end } = await open();
    const [desk, other] = [await DeskInStore.open(here), new DeskInStore(there, "festival")];
    const items = await desk.receive({}, {}, {});
    desk.now = other.now = new Date().toISOString();
    await desk.do(jonas, "item.claim", { items });
    for (let round = 0; round < 12; round++) {
      const [mine, theirs] = [`a${round}`, `b${round}`];
      await Promise.all(items.map((item) => desk.do(jonas, "item.tag", { item, tag: mine })));
      await Promise.all([
        desk.do(jonas, "item.tag", { items, tag: `c${round}` }),
        other.do(jonas, "item.tag", { items, tag: theirs }),
      ]);
    }
    expect([desk.refusals, other.refusals]).toEqual([[], []]);
    const log = await logOf(here, desk.id);
    expect(log.map(({ seq }) => seq)).toEqual(log.map((_, index) => index + 1));
    const wanted = Array.from({ length: 12 }, (_, round) => [`a${round}`, `b${round}`, `c${round}`]).flat();
    for (const item of items) expect((await here.item(desk.id, item))?.item.tags.toSorted()).toEqual(wanted.toSorted());
    await end();
  });
});
