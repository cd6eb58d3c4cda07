import { Transactions } from "@flowdesk/server/storage/postgres/transactions.ts";
import { Thread } from "@flowdesk/server/storage/thread.ts";
import { instant } from "@flowdesk/shared/time/instant.ts";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { DeskInStore } from "../../../fixtures/desk-in-store.ts";
import { jonas } from "../../../fixtures/people.ts";
import { openPostgres, type TestDatabase, testDatabase } from "../../../fixtures/postgres.ts";

let database: TestDatabase;
let desk: DeskInStore;
let end: () => Promise<void>;
let items: string[];
/** What was written beside the lock, and whether it stood there. */
let beside: Array<Promise<boolean>>;

beforeEach(async () => {
  database = await testDatabase();
  const store = await openPostgres(database.url);
  end = () => store.close().then(database.drop);
  desk = await DeskInStore.open(store);
  desk.now = instant(store.clock());
  items = await desk.receive({}, {}, {}, {}, {}, {});
  beside = [];
  const keep = (answer: Promise<boolean>) => {
    beside.push(answer);
    return answer;
  };
  const { commitAfter } = Transactions.prototype;
  vi.spyOn(Transactions.prototype, "commitAfter").mockImplementation(function (this: Transactions, asked) {
    return keep(commitAfter.call(this, asked));
  });
  const call = Thread.prototype.call;
  vi.spyOn(Thread.prototype, "call").mockImplementation(function (this: Thread, method, args) {
    const answer = call.call(this, method, args);
    return (method === "commitAfter" ? keep(answer as Promise<boolean>) : answer) as never;
  });
});
afterEach(async () => {
  vi.restoreAllMocks();
  await end();
});

describe("A desk in PostgreSQL that stands at the same number of another history", () => {
  test.each([
    ["one command", 1],
    ["many", 6],
  ])("L1, L5: is not written to by %s decided beside the lock on what this process knows", async (_what, count) => {
    await database.sql("update desks set at = at - 1");
    const claims = items.slice(0, count).map((item) => ({ who: jonas, type: "item.claim", data: { item } }));
    expect(await desk.run(...claims)).toHaveLength(count);
    expect(await Promise.all(beside)).toEqual([false]);
    // What was decided under the lock instead is known again.
    desk.now = instant((desk.store as unknown as { clock(): number }).clock());
    await desk.do(jonas, "item.note", { item: items[0] ?? "", text: "By the gate" });
    expect((await desk.store.item(desk.id, items[0] ?? ""))?.item.assignee).toBe(jonas.id);
  });
});
