import { linesKept } from "@flowdesk/server/storage/writings/cut-log.ts";
import { day, millis } from "@flowdesk/shared/time/instant.ts";
import { describe, expect, test } from "vitest";
import { postgres, sqlite } from "../../fixtures/both-stores.ts";
import { DeskInStore } from "../../fixtures/desk-in-store.ts";

describe.each([
  ["SQLite", sqlite],
  ["PostgreSQL", postgres],
] as const)("The log in %s", (_name, open) => {
  test("is cut from its oldest line on, by time and never below what consoles go on from; nothing else is touched", async () => {
    const store = await open();
    const desk = await DeskInStore.open(store);
    const first = (await store.head(desk.id))?.seq ?? 0;
    const arrive = (count: number) => desk.receive(...Array.from({ length: count }, () => ({})));
    const [item = ""] = await arrive(10);
    const early = millis(desk.now) + 1;
    desk.wait(100 * day);
    const cut = (before: number, limit: number) => store.write("cutLog", { desk: desk.id, before, limit });
    await arrive(10);
    expect(await cut(early, 500)).toBe(0);

    for (let left = linesKept - 15; left > 0; left -= 500) await arrive(Math.min(500, left));
    const head = await store.head(desk.id);
    const over = (head?.seq ?? 0) - linesKept;
    expect(over).toBe(first + 5);
    expect(await cut(early, 3)).toBe(3);
    expect(await cut(early, 500)).toBe(over - 3);
    expect(await cut(early, 500)).toBe(0);
    const [oldest] = await store.changes(desk.id, 0, 1);
    expect(oldest?.change.seq).toBe(over + 1);

    await arrive(500);
    // By their age five more of the first ten go; what came later is younger.
    expect(await cut(early, 500)).toBe(5);
    expect(await cut(early, 500)).toBe(0);
    expect(await store.head(desk.id)).toEqual({ ...head, at: desk.now, seq: (head?.seq ?? 0) + 500 });
    expect((await store.item(desk.id, item))?.thread.messages.length).toBe(1);
  });
});
