import { StorageFull } from "@flowdesk/server/desk/store.ts";
import { accountDatabase } from "@flowdesk/server/storage/sqlite/remote-dialect.ts";
import type { TableStore } from "@flowdesk/server/storage/table-store.ts";
import { Thread } from "@flowdesk/server/storage/thread.ts";
import type { Change } from "@flowdesk/shared/desk/change.ts";
import { evolve } from "@flowdesk/shared/desk/evolve.ts";
import { type DeskState, emptyState } from "@flowdesk/shared/desk/state.ts";
import type { IncomingMessage } from "@flowdesk/shared/protocol/incoming-message.ts";
import { instant, millis, minute } from "@flowdesk/shared/time/instant.ts";
import { sql } from "kysely";
import { describe, expect, test, vi } from "vitest";
import { dataFolder, sqliteStore } from "../../fixtures/data-folder.ts";
import { festival, opening } from "../../fixtures/desk.ts";
import { DeskInStore } from "../../fixtures/desk-in-store.ts";
import { MemoryStore } from "../../fixtures/memory-store.ts";
import { jonas } from "../../fixtures/people.ts";
import { openPostgres, testDatabase } from "../../fixtures/postgres.ts";

type Messages = ReadonlyArray<Partial<IncomingMessage>>;

/** Has `next` begin once the next batch has been decided, while it is being written; gives what it comes to. */
function onceDecided<T>(store: TableStore, next: () => Promise<T>): Promise<T> {
  const { promise, resolve, reject } = Promise.withResolvers<T>();
  const transact = store.transact.bind(store);
  vi.spyOn(store, "transact").mockImplementationOnce((desk, keys, decide) =>
    transact(desk, keys, (loaded) => {
      queueMicrotask(() => void next().then(resolve, reject));
      return decide(loaded);
    }),
  );
  return promise;
}

/** Pseudo-random whole numbers below `below`, the same in every run. */
function numbers(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0;
    return (state >>> 8) % below;
  };
}

/** Messages that meet: few ids, few conversations, in no order of time, some edited, some deleted. */
function arrivals(random: (below: number) => number): Messages {
  return Array.from({ length: 1 + random(4) }, () => ({
    externalId: `e${random(40)}`,
    kind: random(3) === 0 ? ("dm" as const) : ("mention" as const),
    author: { handle: `visitor${random(4)}` },
    text: `Hvor er indgang ${random(3)}?`,
    at: instant(millis(opening) - random(600) * minute),
    ...(random(3) === 0 ? { thread: `t${random(4)}` } : {}),
    ...(random(3) === 0 ? { inReplyTo: `e${random(40)}` } : {}),
    ...(random(6) === 0 ? { direction: "out" as const } : {}),
    ...(random(9) === 0 ? { deleted: true } : {}),
  }));
}

/** A log with its ids numbered in the order in which they come. */
function alike(log: readonly Change[]): unknown {
  const ids = new Map<string, string>();
  const numbered = (id: string) => {
    if (!ids.has(id)) ids.set(id, `"#${ids.size + 1}"`);
    return ids.get(id) ?? id;
  };
  return JSON.parse(JSON.stringify(log).replace(/"[cn]\d+"/gu, numbered));
}

const logOf = async (desk: DeskInStore) => (await desk.store.changes(desk.id, 0, 10_000)).map(({ change }) => change);

const engines = {
  SQLite: async () => {
    const folder = dataFolder();
    return { store: sqliteStore(folder).store, other: sqliteStore(folder).store, end: async () => {} };
  },
  PostgreSQL: async () => {
    const { url, drop } = await testDatabase();
    const [store, other] = [await openPostgres(url), await openPostgres(url)];
    const end = async () => {
      await Promise.all([store.close(), other.close()]);
      await drop();
    };
    return { store, other, end };
  },
};

describe("A batch that follows one which is being written", () => {
  test.each(Object.entries(engines))("L2: waits for it on %s, and is not decided again", async (_engine, open) => {
    const { store, end } = await open();
    const desk = await DeskInStore.open(store);
    const other = new DeskInStore(store, desk.id);
    const calls = vi.spyOn(Thread.prototype, "call").mockClear();
    const many = (round: string) => Array.from({ length: 300 }, (_, n) => ({ externalId: `${round} ${n}` }));
    for (let round = 0; round < 20; round++) {
      // PostgreSQL takes no time that is far from its own.
      desk.now = new Date().toISOString();
      const following = onceDecided(store, () => {
        other.now = new Date().toISOString();
        return other.receive(...many(`second ${round}`));
      });
      await desk.receive(...many(`first ${round}`));
      await following;
    }
    const asked = calls.mock.calls.map(([name]) => name);
    expect(asked.filter((name) => name === "begin")).toHaveLength(20);
    expect(asked.filter((name) => name === "commitAfter")).toHaveLength(20);
    await end();
  });

  test("D1: comes to what it would have come to after it, whatever arrives", async () => {
    const { store } = sqliteStore();
    const desk = await DeskInStore.open(store);
    const other = new DeskInStore(store, desk.id);
    const expected = await DeskInStore.open(new MemoryStore());
    const random = numbers(7);
    let ahead = 0;
    for (let round = 0; round < 80; round++) {
      const [first, second] = [arrivals(random), arrivals(random)];
      const before = other.loaded;
      const following = onceDecided(store, () => other.receive(...second));
      await desk.receive(...first);
      if (other.loaded !== before) ahead++;
      await following;
      await expected.receive(...first);
      await expected.receive(...second);
    }
    expect(ahead).toBeGreaterThan(0);
    expect(alike(await logOf(desk))).toEqual(alike(await logOf(expected)));
  });

  test("D5: finds what the other has altered, be it by a person's command", async () => {
    const { store } = sqliteStore();
    const desk = await DeskInStore.open(store);
    const [item = ""] = await desk.receive({ externalId: "a", thread: "t" });
    const other = new DeskInStore(store, desk.id);
    const following = onceDecided(store, () => other.receive({ externalId: "b", thread: "t" }));
    await desk.do(jonas, "item.claim", { item });
    expect(await following).toEqual([item]);
    expect((await store.item(desk.id, item))?.item).toMatchObject({ assignee: jonas.id, messages: 2 });
  });

  test("L2: is decided again when another process has written in between", async () => {
    const folder = dataFolder();
    const [here, there] = [sqliteStore(folder), sqliteStore(folder)];
    const desk = await DeskInStore.open(here.store);
    const [inHere, inThere] = [new DeskInStore(here.store, desk.id), new DeskInStore(there.store, desk.id)];
    for (let round = 0; round < 20; round++) {
      const following = onceDecided(here.store, () => inHere.receive({ thread: `t${round}` }));
      const between = inThere.receive({ thread: `t${round}` });
      await Promise.all([desk.receive({ thread: `t${round}` }), following, between]);
    }
    const log = await logOf(desk);
    expect(log.map(({ seq }) => seq)).toEqual(log.map((_, index) => index + 1));
    const copy = await here.store.copy(desk.id);
    expect(Array.from(copy?.state.items.values() ?? [], ({ messages }) => messages)).toEqual(Array(20).fill(3));
  });

  test.each(Object.entries(engines))(
    "D2: is decided again on %s when as many changes stand in the place of those that it was to follow",
    async (_engine, open) => {
      const { store, other, end } = await open();
      const desk = await DeskInStore.open(store);
      const [first, second, third] = [0, 1, 2].map(() => new DeskInStore(store, desk.id));
      const elsewhere = new DeskInStore(other, desk.id);
      if (first === undefined || second === undefined || third === undefined) throw new Error("There are three");
      // PostgreSQL takes no time that is far from its own.
      for (const one of [first, second, third, elsewhere]) one.now = new Date().toISOString();
      const writer = store as unknown as { writeAfter: (...asked: readonly unknown[]) => Promise<boolean> };
      const writeAfter = writer.writeAfter.bind(store);
      // Just before the second is written another process brings as many.
      vi.spyOn(writer, "writeAfter").mockImplementationOnce(async (...asked) => {
        await elsewhere.receive({ externalId: "other", thread: "t" });
        return writeAfter(...asked);
      });
      const following = onceDecided(store, () => {
        const last = onceDecided(store, () => third.receive({ externalId: "third", thread: "t" }));
        return Promise.all([second.receive({ externalId: "second", thread: "t" }), last]);
      });
      await first.receive({ externalId: "first", thread: "s" });
      await following;

      const log = await logOf(desk);
      expect(log.map(({ seq }) => seq)).toEqual(log.map((_, index) => index + 1));
      const replayed = log.reduce((state, change) => evolve(state, change), emptyState(festival));
      const copy = await store.copy(desk.id);
      const itemsOf = (state: DeskState | undefined) => [...(state?.items ?? [])].sort();
      expect(itemsOf(copy?.state)).toEqual(itemsOf(replayed));
      expect(itemsOf(copy?.state).map(([, { messages }]) => messages)).toEqual(expect.arrayContaining([1, 3]));
      await end();
    },
  );

  test("L1: does not take for known what the other has failed to bring", async () => {
    const { store } = sqliteStore();
    const desk = await DeskInStore.open(store);
    const other = new DeskInStore(store, desk.id);
    const accounts = accountDatabase<Record<string, never>>(store);
    const { rows } = await sql<{ page_count: number }>`pragma page_count`.execute(accounts);
    await sql.raw(`pragma max_page_count = ${(rows[0]?.page_count ?? 1) + 20}`).execute(accounts);
    const text = "Hvor er vandposten? ".repeat(900);
    const following = onceDecided(store, () => other.receive({ externalId: "f0" }));
    const flood = desk.receive(...Array.from({ length: 40 }, (_, n) => ({ externalId: `f${n}`, text })));
    await expect(flood).rejects.toThrow(StorageFull);
    expect(await following).toHaveLength(1);
    const log = await logOf(desk);
    expect(log.map(({ seq }) => seq)).toEqual(log.map((_, index) => index + 1));
  });
});
