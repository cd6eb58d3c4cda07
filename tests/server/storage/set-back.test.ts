import type { KnownHistory } from "@flowdesk/server/desk/store.ts";
import type { TableStore } from "@flowdesk/server/storage/table-store.ts";
import { millis } from "@flowdesk/shared/time/instant.ts";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { dataFolder, sqliteStore } from "../../fixtures/data-folder.ts";
import { DeskInStore } from "../../fixtures/desk-in-store.ts";
import { openPostgres, testDatabase } from "../../fixtures/postgres.ts";

const engines = {
  SQLite: async () => ({ store: sqliteStore(dataFolder()).store as TableStore, drop: async () => {} }),
  PostgreSQL: async () => {
    const { url, drop } = await testDatabase();
    return { store: (await openPostgres(url)) as TableStore, drop };
  },
};

describe.each(Object.entries(engines))("A history in %s that a server knew of", (_engine, open) => {
  let store: TableStore;
  let desk: DeskInStore;
  let known: KnownHistory;
  let end: () => Promise<void>;

  /** All that is in the log, as a server that has read it knows it. */
  const read = async (): Promise<KnownHistory> => ({
    log: (await store.head(desk.id))?.log ?? "",
    lines: (await store.changes(desk.id, 0, 1_000)).map(({ change }) => ({ seq: change.seq, at: millis(change.at) })),
  });
  const logId = async () => (await store.head(desk.id))?.log;
  /** What the server knew, with its last changes altered by so much. */
  const altered = ({ lines, log }: KnownHistory, from: number, ms: number): KnownHistory => ({
    log,
    lines: lines.map((line, index) => (index < lines.length + from ? line : { ...line, at: line.at + ms })),
  });

  beforeEach(async () => {
    const opened = await open();
    store = opened.store;
    end = async () => {
      await store.close();
      await opened.drop();
    };
    desk = await DeskInStore.open(store);
    await desk.receive({}, {}, {});
    known = await read();
  });
  afterEach(() => end());

  test("L5: stays as it is while it is the one, however far it has come and been cut meanwhile", async () => {
    expect(await store.renewIfSetBack(desk.id, known)).toBe(false);
    await desk.wait(1_000).receive({}, {});
    expect(await store.renewIfSetBack(desk.id, known)).toBe(false);
    expect(await store.renewIfSetBack(desk.id, { log: known.log, lines: [{ seq: 0, at: 0 }] })).toBe(false);
    expect(await store.renewIfSetBack("no-such-desk", known)).toBe(false);
    expect(await logId()).toBe(known.log);
  });

  test("L5: has a new id given to its log where it has lost changes, once, whoever notices it", async () => {
    const last = known.lines.at(-1) ?? { seq: 0, at: 0 };
    const longer = { log: known.log, lines: [...known.lines, { seq: last.seq + 1, at: last.at }] };
    const noticed = await Promise.all([1, 2, 3].map(() => store.renewIfSetBack(desk.id, longer)));
    expect(noticed.filter((isSetBack) => isSetBack)).toHaveLength(1);
    const renewed = await logId();
    expect(renewed).not.toBe(known.log);
    expect(await store.renewIfSetBack(desk.id, longer)).toBe(false);
    expect(await logId()).toBe(renewed);
  });

  test.each([
    ["as long", 0],
    ["longer", 2],
  ])("L5: is told by its times from another one that is %s", async (_is, more) => {
    if (more > 0) await desk.wait(1_000).receive(...Array.from({ length: more }, () => ({})));
    expect(await store.renewIfSetBack(desk.id, altered(known, -1, 1))).toBe(true);
    expect(await logId()).not.toBe(known.log);
  });

  test("L5: is told from another one that parted from it before what was known last", async () => {
    await desk.wait(1_000).receive({});
    // The last line that was known is the new one's own: it was taken before anybody noticed.
    const { log, lines } = await read();
    const mixed = { log, lines: lines.map((line, index) => (index === lines.length - 2 ? { ...line, at: 1 } : line)) };
    expect(await store.renewIfSetBack(desk.id, mixed)).toBe(true);
  });

  test("L1, L5: the desk goes on under its new id", async () => {
    await store.renewIfSetBack(desk.id, altered(known, -1, 1));
    const [item] = await desk.receive({});
    expect(item).toBeDefined();
    expect((await store.head(desk.id))?.seq).toBe((known.lines.at(-1)?.seq ?? 0) + 1);
  });
});
