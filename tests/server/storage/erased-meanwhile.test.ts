import { eraseAuthor, type Tabled } from "@flowdesk/server/storage/erase-author.ts";
import type { TableStore } from "@flowdesk/server/storage/table-store.ts";
import type { ErasedTable } from "@flowdesk/server/storage/writings/erase-rows.ts";
import { day, millis, minute } from "@flowdesk/shared/time/instant.ts";
import { describe, expect, test } from "vitest";
import { postgres, sqlite } from "../../fixtures/both-stores.ts";
import { DeskInStore } from "../../fixtures/desk-in-store.ts";
import { jonas } from "../../fixtures/people.ts";

const troll = { handle: "troll" };
const sought = { author: "troll", channel: null };

describe.each([
  ["SQLite", sqlite],
  ["PostgreSQL", postgres],
] as const)("An erasure in %s, while the author changes what they wrote", (_name, open) => {
  /** The store, in which something happens each time right before this table is looked through. */
  const meanwhile = (store: TableStore, table: ErasedTable, happens: () => Promise<unknown>): Tabled => ({
    read: (name, args) => {
      const isNow = name === "authorRows" && (args as { table: ErasedTable }).table === table;
      return (isNow ? happens() : Promise.resolve()).then(() => store.read(name, args));
    },
    write: (name, ordered) => store.write(name, ordered),
  });
  const once = (work: () => Promise<unknown>) => {
    let done: Promise<unknown> | null = null;
    return () => {
      done ??= work();
      return done;
    };
  };
  /** All that is kept of the desks, where it lies. */
  const kept = async (store: TableStore) => {
    const tables = ["items", "messages", "archive", "log"];
    return JSON.stringify(await Promise.all(tables.map((table) => store.query(`select * from ${table}`, [], false))));
  };

  test.each([
    ["deleted", { text: "SECRET words", deleted: true }],
    ["changed", { text: "SECRET once more" }],
  ])("S2: what comes back from the archive as it is %s is erased too", async (_what, change) => {
    const store = await open();
    const desk = await DeskInStore.open(store);
    const [item = ""] = await desk.receive({ externalId: "m1", author: troll, text: "SECRET words" });
    await desk.wait(minute).do(jonas, "item.claim", { item });
    await desk.wait(minute).do(jonas, "item.dismiss", { item, reason: "no-reply-needed" });
    desk.wait(40 * day);
    expect(await store.write("archiveThreads", { desk: desk.id, before: millis(desk.now), limit: 100 })).toBe(1);
    const receive = () => desk.receive({ externalId: "m1", author: troll, ...change });
    const busy = meanwhile(store, "archive", once(receive));
    await eraseAuthor(busy, desk.id, sought, true);
    expect(desk.refusals).toEqual([]);
    expect(await kept(store)).not.toContain("SECRET");
    expect((await store.item(desk.id, item))?.thread.messages.length).toBe(1);
  });

  test("S2: what goes to the archive after that was looked through is erased too, though no line tells of it", async () => {
    const store = await open();
    const desk = await DeskInStore.open(store);
    const [item = ""] = await desk.receive({ externalId: "m1", author: troll, text: "SECRET words" });
    await desk.wait(minute).do(jonas, "item.claim", { item });
    await desk.wait(minute).do(jonas, "item.dismiss", { item, reason: "no-reply-needed" });
    desk.wait(40 * day);
    const archive = () => store.write("archiveThreads", { desk: desk.id, before: millis(desk.now), limit: 100 });
    await eraseAuthor(meanwhile(store, "log", once(archive)), desk.id, sought, true);
    expect(JSON.stringify(await store.query("select body from archive", [], false))).toContain("[erased]");
    expect(await kept(store)).not.toContain("SECRET");
  });

  test("S2: it comes to its end also while they go on writing", async () => {
    const store = await open();
    const desk = await DeskInStore.open(store);
    await desk.receive({ author: troll, text: "SECRET words" });
    const busy = meanwhile(store, "log", () => desk.receive({ author: troll, text: "More words" }));
    await eraseAuthor(busy, desk.id, sought, true);
    const left = await kept(store);
    expect([left.includes("SECRET"), left.includes("More words")]).toEqual([false, true]);
  });
});
