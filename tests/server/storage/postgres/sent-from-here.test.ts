import { Connections } from "@flowdesk/server/storage/postgres/connections.ts";
import { Thread } from "@flowdesk/server/storage/thread.ts";
import { type Instant, instant } from "@flowdesk/shared/time/instant.ts";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { DeskInStore } from "../../../fixtures/desk-in-store.ts";
import { jonas } from "../../../fixtures/people.ts";
import { openPostgres, testDatabase } from "../../../fixtures/postgres.ts";

let url: string;
let end: () => Promise<void>;
let desk: DeskInStore;
/** What is decided beside the lock must be of the database's time. */
let now: () => Instant;
/** What the thread was asked to write. */
let asked: string[];

beforeEach(async () => {
  const database = await testDatabase();
  url = database.url;
  const store = await openPostgres(url);
  end = () => store.close().then(database.drop);
  desk = await DeskInStore.open(store);
  now = () => instant(store.clock());
  desk.now = now();
  asked = [];
  const call = Thread.prototype.call;
  vi.spyOn(Thread.prototype, "call").mockImplementation(function (this: Thread, method, args) {
    if (/begin|commit/u.test(method)) asked.push(method);
    return call.call(this, method, args);
  });
});

afterEach(async () => {
  vi.restoreAllMocks();
  await end();
});

describe("A batch in PostgreSQL that was decided beside the lock", () => {
  test("L1: is written without the thread where it is a command on a desk at rest", async () => {
    const [item = ""] = await desk.receive({});
    asked.splice(0);
    const changes = await desk.do(jonas, "item.claim", { item });
    expect(changes.map(({ type }) => type)).toEqual(["item.claimed"]);
    expect(asked).toEqual([]);
    expect((await desk.store.changes(desk.id, 0, 1_000)).at(-1)?.change).toEqual(changes.at(-1));
    expect((await desk.store.item(desk.id, item))?.item.assignee).toBe(jonas.id);
  });

  test("L1: goes by the thread while the thread has something to send, and behind it", async () => {
    const [item = ""] = await desk.receive({});
    asked.splice(0);
    const underWay = desk.store.head(desk.id);
    await Promise.all([desk.do(jonas, "item.claim", { item }), underWay]);
    expect(asked).toEqual(["commitAfter"]);
  });

  test("L1: goes by the thread while as many desks as there are connections here wait for somebody else's lock", async () => {
    const desks = [desk, await DeskInStore.open(desk.store, "second"), await DeskInStore.open(desk.store, "third")];
    for (const one of desks) one.now = desk.now;
    const items = await Promise.all(desks.map(async (one) => (await one.receive({}))[0] ?? ""));
    const holding = new Connections(url, "writing", 2);
    const held = await Promise.all([holding.take(), holding.take()]);
    for (const [place, { run }] of held.entries())
      await run(`begin; select 1 from desks where desk = '${desks[place]?.id}' for update`);
    asked.splice(0);
    for (const one of desks) one.now = now();
    try {
      const stuck = desks.slice(0, 2).map((one, place) => one.do(jonas, "item.claim", { item: items[place] ?? "" }));
      await desks[2]?.do(jonas, "item.claim", { item: items[2] ?? "" });
      expect(asked).toEqual(["commitAfter"]);
      for (const { run } of held) await run("rollback");
      expect((await Promise.all(stuck)).map(([change]) => change?.type)).toEqual(["item.claimed", "item.claimed"]);
    } finally {
      for (const one of held) one.release(true);
      await holding.end();
    }
  });

  test("L1: is decided again under the lock where another node has written in between", async () => {
    const [first = "", second = ""] = await desk.receive({}, {});
    const other = await openPostgres(url);
    try {
      const elsewhere = new DeskInStore(other, desk.id);
      elsewhere.now = desk.now;
      await elsewhere.do(jonas, "item.claim", { item: first });
      asked.splice(0);
      const changes = await desk.do(jonas, "item.claim", { item: second });
      expect(asked).toEqual(["begin", "commit"]);
      const log = (await other.changes(desk.id, 0, 1_000)).map(({ change }) => change);
      expect(log.map(({ seq }) => seq)).toEqual(log.map((_, place) => place + 1));
      expect(log.at(-1)).toEqual(changes.at(-1));
      for (const item of [first, second]) expect((await other.item(desk.id, item))?.item.assignee).toBe(jonas.id);
    } finally {
      await other.close();
    }
  });
});
