import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { backUp } from "@flowdesk/server/storage/copy/back-up.ts";
import { openSqlite } from "@flowdesk/server/storage/sqlite/open-sqlite.ts";
import { day, millis, minute } from "@flowdesk/shared/time/instant.ts";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { DeskInStore } from "../../fixtures/desk-in-store.ts";
import { jonas } from "../../fixtures/people.ts";
import { temporaryFolder } from "../../fixtures/served.ts";

const folder = temporaryFolder();
const live = join(folder.path, "live");
const store = openSqlite(live, {
  onFatal: (error) => {
    throw error;
  },
});
let desk: DeskInStore;
beforeAll(async () => {
  desk = await DeskInStore.open(store);
});
afterAll(() => folder.remove());

const troll = { handle: "troll" };
const erase = () => store.eraseAuthor(desk.id, { author: "troll", channel: null });
/** Which of the words stand anywhere in the files of a folder, whatever they take that part of them for. */
const readable = (words: readonly string[], place: string) => {
  const files = readdirSync(place).map((name) => readFileSync(join(place, name)));
  return words.filter((word) => files.some((file) => file.includes(word)));
};

describe("The bytes of what an author wrote", () => {
  const short = Array.from({ length: 300 }, (_, number) => `Ord${number}fra`);
  const long = Array.from({ length: 20 }, (_, number) => `Mange${number}fra`);

  test("S2: are in no backup made after they were erased, also where they had been moved or changed before", async () => {
    const others = Array.from({ length: 300 }, (_, number) => ({ text: `Noget andet ${number}` }));
    for (const [number, word] of short.entries())
      await desk.receive({ author: troll, text: word }, others[number] ?? {});
    const items: string[] = [];
    for (const [number, word] of long.entries()) {
      const message = { externalId: `long-${number}`, author: troll };
      items.push(...(await desk.receive({ ...message, text: `${word} `.repeat(1_000) })));
      if (number % 2 === 0) await desk.wait(minute).receive({ ...message, text: "Kort nu" });
    }
    for (const item of items) {
      await desk.do(jonas, "item.claim", { item });
      await desk.do(jonas, "item.dismiss", { item, reason: "no-reply-needed" });
    }
    desk.wait(40 * day);
    await store.write("archiveThreads", { desk: desk.id, before: millis(desk.now), limit: 1_000 });
    await erase();
    const to = join(folder.path, "backup");
    await backUp({ from: live, to, signal: new AbortController().signal, onProgress: () => undefined });
    expect(readdirSync(to)).toEqual(["flowdesk.db"]);
    expect(readable(["Noget andet 7", "erased"], to)).toHaveLength(2);
    expect(readable([...short, ...long, "troll"], to)).toEqual([]);
  }, 60_000);

  test("S2: are overwritten in the database itself as they are erased", async () => {
    await desk.receive({ author: troll, text: "Fritaget ".repeat(2_000) });
    await erase();
    await store.close();
    expect(readdirSync(live).filter((name) => name.startsWith("flowdesk.db"))).toEqual(["flowdesk.db"]);
    expect(readable(["Fritaget"], live)).toEqual([]);
  });
});
