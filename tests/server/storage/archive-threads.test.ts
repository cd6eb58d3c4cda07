import { evolve } from "@flowdesk/shared/desk/evolve.ts";
import { emptyState } from "@flowdesk/shared/desk/state.ts";
import { day, hour, instant, millis, minute } from "@flowdesk/shared/time/instant.ts";
import { describe, expect, test } from "vitest";
import { postgres, sqlite } from "../../fixtures/both-stores.ts";
import { plain } from "../../fixtures/console.ts";
import { DeskInStore } from "../../fixtures/desk-in-store.ts";
import { jonas } from "../../fixtures/people.ts";
import { unpacked } from "../../fixtures/unpacked.ts";

const everything = { kinds: ["mention", "dm", "comment"], channels: "all" } as const;
const guest = { handle: "guest" };

describe.each([
  ["SQLite", sqlite],
  ["PostgreSQL", postgres],
] as const)("The archive in %s", (_name, open) => {
  test("takes what was said in items closed long ago, a few at a time, and nothing that the desk says is another", async () => {
    const store = await open();
    const desk = await DeskInStore.open(store);
    const start = emptyState((await store.copy(desk.id))?.state.desk ?? expect.unreachable());
    const answered = async (message: object) => {
      const [item = ""] = await desk.receive(message);
      await desk.wait(minute).do(jonas, "item.claim", { item });
      await desk.do(jonas, "item.reply", { item, text: "Kære gæst" });
      await desk.wait(minute).do(jonas, "item.sent", { item });
      return item;
    };
    const mention = await answered({ externalId: "m1", author: guest, text: "Hvor er indgangen?" });
    await desk.receive({ externalId: "m2", inReplyTo: "m1", author: guest, text: "Tak", at: desk.now });
    await desk.do(jonas, "item.dismiss", { item: mention, reason: "no-reply-needed" });
    const dm = await answered({ externalId: "d1", kind: "dm", author: guest, text: "Min taske er væk" });
    await desk.do(jonas, "item.close", { item: dm });
    const [spam = ""] = await desk.receive({ externalId: "s1", author: guest, text: "Køb nu" });
    await desk.do(jonas, "item.claim", { item: spam });
    await desk.do(jonas, "item.dismiss", { item: spam, reason: "spam" });
    const [still = ""] = await desk.receive({ externalId: "o1", author: guest, text: "Venter endnu" });
    const closed = millis(desk.now);
    desk.wait(10 * day);
    const young = await answered({ externalId: "y1", author: guest, text: "I går" });
    await desk.do(jonas, "item.close", { item: young });
    const items = [mention, dm, spam, still, young];

    /** All that the desk says, to whoever asks. */
    const said = async () => {
      const scope = { desk: desk.id, from: 0, to: millis(desk.now) + day, channels: "all", kinds: everything.kinds };
      return {
        items: await Promise.all(items.map((id) => store.item(desk.id, id))),
        ofGuest: await store.itemsOfAuthor(desk.id, "x:festival", "guest", 10),
        snapshot: unpacked(await store.snapshotLines(desk.id, everything)),
        responses: await store.query("select * from responses order by item, message", [], false),
        arrivals: await store.read("arrivals", { desk: desk.id, from: 0, until: scope.to }),
        first: await store.read("firstMessages", { ...scope, channels: null, limit: 10 }),
        log: await store.changes(desk.id, 0, 1_000),
      };
    };
    const stands = async (table: string) =>
      (
        await store.query(
          `select body from ${table} where body <> '' and item in ('${mention}', '${dm}', '${spam}')`,
          [],
          false,
        )
      ).rows.length;
    const archive = (limit: number) => store.write("archiveThreads", { desk: desk.id, before: closed + hour, limit });

    const before = await said();
    const bodies = await stands("messages");
    expect(bodies).toBe(6);
    const moved: number[] = [];
    do moved.push(await archive(2));
    while (moved.at(-1) === 2);
    expect(moved.length).toBeGreaterThan(3);
    expect(await archive(500)).toBe(0);
    expect([await stands("messages"), await stands("archive")]).toEqual([0, bodies]);
    expect(await said()).toEqual(before);

    // D2: what the log comes to is what is loaded.
    const replayed = before.log.reduce((state, { change }) => evolve(state, change), start);
    const loaded = (await store.copy(desk.id))?.state ?? expect.unreachable();
    expect(plain(loaded)).toEqual(plain(replayed));

    // The same again is known; another wording is an edit of what was said.
    await desk.receive({ externalId: "s1", author: guest, text: "Køb nu" });
    expect(desk.refusals.at(-1)?.code).toBe("nothing.to.do");
    await desk.receive({ externalId: "s1", author: guest, text: "Køb ikke" });
    const edited = (await store.item(desk.id, spam))?.thread.messages;
    expect(edited?.map(({ message }) => [message.text, message.edited?.was])).toEqual([["Køb ikke", "Køb nu"]]);
    // What answers an archived message opens its item again, with all that was said.
    expect(await desk.receive({ externalId: "m3", inReplyTo: "m2", author: guest, text: "Jeg er her" })).toContain(
      mention,
    );
    const back = await store.item(desk.id, mention);
    expect(back?.item).toMatchObject({ status: "assigned", assignee: jonas.id });
    expect(back?.thread.messages.map(({ message }) => message.text)).toEqual([
      "Hvor er indgangen?",
      "Kære gæst",
      "Tak",
      "Jeg er her",
    ]);
    // Late history is derived from the whole thread: nobody has answered it since.
    const earlier = instant(millis(back?.thread.messages[0]?.message.at ?? "") - hour);
    await desk.receive({ externalId: "m0", thread: "m1", author: guest, text: "Hallo?", at: earlier });
    expect((await store.item(desk.id, mention))?.item).toMatchObject({ awaitingSince: earlier, waits: 2 });
    // A conversation that was over more than seven days ago is another's.
    const [next = ""] = await desk.receive({ externalId: "d2", kind: "dm", author: guest, text: "Den er fundet" });
    expect(items).not.toContain(next);
    expect((await store.item(desk.id, next))?.item.lastAssignee).toBe(jonas.id);

    // Closed again it goes there again, once it is old enough.
    await desk.do(jonas, "item.dismiss", { item: mention, reason: "no-reply-needed" });
    const whole = await said();
    expect(await archive(500)).toBe(1);
    expect(await store.write("archiveThreads", { desk: desk.id, before: millis(desk.now) + 1, limit: 500 })).toBe(4);
    expect(await said()).toEqual(whole);

    // S2: who is erased is erased there too.
    const found = await store.eraseAuthor(desk.id, { author: "guest", channel: null });
    expect(found).toEqual({ ...found, items: 6, messages: 9 });
    const left = await store.query("select body from archive union all select body from messages", [], false);
    const all = JSON.stringify([left.rows, await said()]);
    for (const word of ["indgangen", "Køb", "taske", "fundet", '"guest'])
      expect([word, all.includes(word)]).toEqual([word, false]);
    expect((await store.item(desk.id, dm))?.thread.messages.map(({ message }) => message.text)).toEqual([
      "[erased]",
      "Kære gæst",
    ]);
  });
});
