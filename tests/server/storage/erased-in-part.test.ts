import { eraseAuthor, type Tabled } from "@flowdesk/server/storage/erase-author.ts";
import type { TableStore } from "@flowdesk/server/storage/table-store.ts";
import { isFound } from "@flowdesk/shared/desk/author/found.ts";
import { minute } from "@flowdesk/shared/time/instant.ts";
import { describe, expect, test } from "vitest";
import { postgres, sqlite } from "../../fixtures/both-stores.ts";
import { DeskInStore } from "../../fixtures/desk-in-store.ts";
import { jonas } from "../../fixtures/people.ts";

const mette = { handle: "MetteLund", name: "Mette Lund" };
const sought = { author: "mettelund", channel: null };
const tables = ["items", "messages", "responses", "log"] as const;
const others = 450;
/** So many messages that what tells of their author is more than a packet. */
const much = 110;

describe.each([
  ["SQLite", sqlite],
  ["PostgreSQL", postgres],
] as const)("An erasure in %s that is broken off", (_name, open) => {
  /** A desk in which Mette wrote and quoted herself, and many others name her; notes in her thread by her name alone. */
  const made = async (store: TableStore, id: string) => {
    const desk = await DeskInStore.open(store, id);
    const [hers = ""] = await desk.receive({ externalId: "m1", author: mette, text: "Er min søn ved scenen" });
    const parent = { externalId: "m1", text: "Er min søn ved scenen" };
    await desk.receive({ externalId: "m2", author: mette, text: "Han er seks år", parent });
    await desk.wait(minute).do(jonas, "item.claim", { item: hers });
    await desk.do(jonas, "item.note", { item: hers, text: "Mette Lund ringede igen" });
    await desk.receive(...Array.from({ length: others }, (_, number) => ({ text: `Hej @mettelund ${number}` })));
    await desk.receive({ text: "Se her", parent });
    return desk;
  };
  /** The store, which goes away at the n-th writing. */
  const awayAt = (store: TableStore, nth: number) => {
    let writings = 0;
    const tabled: Tabled = {
      read: (name, args) => store.read(name, args),
      write: (name, ordered) => (++writings === nth ? Promise.reject(new Error("away")) : store.write(name, ordered)),
    };
    return tabled;
  };
  /** What still tells of her. */
  const left = async (store: TableStore, id: string) => {
    const rows = await Promise.all(
      tables.map((table) => store.query(`select * from ${table} where desk = '${id}'`, [], false)),
    );
    return JSON.stringify(rows.map((one) => one.rows)).match(/mette ?lund|min søn|seks år/giu) ?? [];
  };

  /** Breaks an erasure off at each of its writings, and asks for it again; gives at how many that was. */
  const brokenOffEverywhere = async (store: TableStore, make: (id: string) => Promise<unknown>, isCut: boolean) => {
    for (let nth = 1; ; nth++) {
      const id = `desk-${nth}`;
      await make(id);
      if (isCut) await store.query(`delete from log where desk = '${id}'`, [], true);
      const isBroken = await eraseAuthor(awayAt(store, nth), id, sought, true).then(
        () => false,
        () => true,
      );
      if (!isBroken) return nth - 1;
      const rest = await store.eraseAuthor(id, sought);
      expect([nth, await left(store, id)]).toEqual([nth, []]);
      if (nth === 1) expect(isFound(rest)).toBe(true);
    }
  };
  const logs = [
    ["its log whole", false],
    // What is older than the log lasts stands with the messages alone.
    ["its log cut", true],
  ] as const;

  test.each(logs)("S2: wherever that is, finds the rest when it is asked for again, %s", async (_what, isCut) => {
    const store = await open();
    // Those who name her in several packets, what tells of her, and the end.
    expect(await brokenOffEverywhere(store, (id) => made(store, id), isCut)).toBeGreaterThanOrEqual(isCut ? 6 : 8);
  });

  test.each(logs)(
    "S2: also among what tells of somebody who wrote much, and quoted themselves, %s",
    async (_what, isCut) => {
      const store = await open();
      const make = async (id: string) => {
        const desk = await DeskInStore.open(store, id);
        for (let number = 1; number <= much; number++)
          await desk.receive({
            externalId: `m${number}`,
            author: mette,
            text: `Er min søn her ${number}`,
            ...(number === 1 ? {} : { parent: { externalId: `m${number - 1}`, text: `Er min søn her ${number - 1}` } }),
          });
      };
      expect(await brokenOffEverywhere(store, make, isCut)).toBeGreaterThanOrEqual(3);
    },
  );

  test("S2: what tells of them goes last, at once where it is no more than a packet", async () => {
    const store = await open();
    const { id } = await made(store, "last");
    const packets: Array<ReadonlySet<string>> = [];
    const tabled: Tabled = {
      read: (name, args) => store.read(name, args),
      write: async (name, ordered) => {
        const { rows } = ordered as unknown as { rows: ReadonlyArray<{ table: string }> };
        if (rows.length > 0) packets.push(new Set(rows.map(({ table }) => table)));
        return store.write(name, ordered);
      },
    };
    await eraseAuthor(tabled, id, sought, true);
    expect(packets.at(-1)).toEqual(new Set(["items", "log", "messages"]));
    expect(packets.slice(0, -1).every(({ size }) => size === 1)).toBe(true);
  });
});
