import type { AuthorStore } from "@flowdesk/server/desk/erasure/author-store.ts";
import { handleKey } from "@flowdesk/server/desk/erasure/traces.ts";
import type { Store } from "@flowdesk/server/desk/store.ts";
import { nothingFound } from "@flowdesk/shared/desk/author/found.ts";
import { idOf, isItemChange } from "@flowdesk/shared/desk/change.ts";
import type { Item } from "@flowdesk/shared/desk/item/item.ts";
import type { Parent } from "@flowdesk/shared/desk/item/message.ts";
import { instant, millis, minute } from "@flowdesk/shared/time/instant.ts";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { DeskInStore } from "../fixtures/desk-in-store.ts";
import { aisha, jonas } from "../fixtures/people.ts";
import { unpacked } from "../fixtures/unpacked.ts";

const everything = { kinds: ["mention", "dm", "comment"], channels: "all" } as const;
/** Whoever asked to be forgotten, as they are named and as they wrote. */
const mette = { handle: "MetteLund", name: "Mette Lund", followers: 812 };
const words = ["Er min søn ved scenen", "Jeg sagde: ring til mig", "Skriv til mig privat", "nummeret er 20 30"];

/** What every store does when an author is erased, whatever its engine. */
export function describeErasing(
  name: string,
  make: () => Promise<{ store: Store & AuthorStore; remove: () => Promise<void> }>,
): void {
  describe(`${name}, of which an author is erased`, () => {
    let store: Store & AuthorStore;
    let remove: () => Promise<void>;
    let desk: DeskInStore;
    let count = 0;

    beforeAll(async () => {
      ({ store, remove } = await make());
    });
    afterAll(() => remove());

    /** A desk in which Mette wrote, was answered, quoted and named. */
    beforeEach(async () => {
      desk = await DeskInStore.open(store, `erasing-${++count}`);
      const media = [{ kind: "image" as const, url: "https://x.example/mettelund/1.jpg", alt: "Mette Lund" }];
      const [hers = ""] = await desk.receive({
        externalId: "m1",
        author: mette,
        text: `${words[0]}, @MetteLund?`,
        url: "https://x.example/mettelund/status/1",
        media,
      });
      await desk.receive({ externalId: "m1", author: mette, text: words[1] ?? "" });
      await desk.wait(minute).do(jonas, "item.claim", { item: hers });
      await desk.do(jonas, "item.note", { item: hers, text: "Mette Lund ringede, mettelund igen" });
      await desk.do(jonas, "item.reply", { item: hers, text: "@mettelund Kære Mette Lund, han er her" });
      await desk.receive({ externalId: "d1", kind: "dm", author: { handle: "mettelund" }, text: words[2] ?? "" });
      await desk.receive({ externalId: "d2", kind: "dm", author: mette, text: words[3] ?? "" });
      await desk.receive({
        externalId: "o1",
        author: { handle: "other" },
        text: "Enig med @mettelund! @mettelunde er en anden",
        parent: { externalId: "m1", text: `${words[0]}, @MetteLund?`, url: "https://x.example/mettelund/status/1" },
      });
      await desk.receive({ externalId: "b1", channel: "bluesky:festival", author: mette, text: "På en anden kanal" });
      await desk.receive({ externalId: "n1", author: { handle: "mette" }, text: "Mette, en helt anden" });
      await desk.do(aisha, "briefing.announce", { text: "Pas på @MetteLund" });
    });

    /** Everything that the desk keeps, as one text. */
    const kept = async () => {
      const log = await store.changes(desk.id, 0, 1_000);
      const items = new Set(log.flatMap(({ change }) => ("item" in change ? [change.item] : [])));
      const ids = [...items].map((item) => (typeof item === "string" ? item : item.id));
      const threads = await Promise.all([...new Set(ids)].map((id) => store.item(desk.id, id)));
      const snapshot = await store.snapshotLines(desk.id, everything);
      return { log, threads, text: JSON.stringify([log, threads, unpacked(snapshot)]) };
    };

    test("S2: nothing of them is left anywhere, on any channel; numbers and times stay, and what others wrote", async () => {
      const before = await kept();
      const head = await store.head(desk.id);
      const sought = { author: "mettelund", channel: null };
      const looked = await store.findAuthor(desk.id, sought);
      expect((await kept()).text).toBe(before.text);
      const found = await store.eraseAuthor(desk.id, sought);
      expect(found).toEqual(looked);
      expect(found).toMatchObject({ items: 3, messages: 4 });
      expect(found.mentions).toBeGreaterThanOrEqual(4);
      expect(found.changes).toBeGreaterThanOrEqual(9);
      const after = await kept();
      for (const word of [...words, "Mette Lund", "På en anden kanal", "mettelund/", "812"])
        expect([word, after.text.includes(word)]).toEqual([word, false]);
      expect(after.text).not.toMatch(/mettelund(?!e)/iu);
      expect(after.text).toContain("Enig med @erased! @mettelunde er en anden");
      expect(after.text).toContain("Mette, en helt anden");
      expect(after.text).toContain("@erased Kære erased, han er her");
      expect(after.log.map(({ change: { seq, at, type, by } }) => [seq, at, type, by])).toEqual(
        before.log.map(({ change: { seq, at, type, by } }) => [seq, at, type, by]),
      );
      expect(await store.eraseAuthor(desk.id, sought)).toEqual({ ...nothingFound });
      expect((await store.head(desk.id))?.seq).toBe(head?.seq);
    });

    test.each(['a"b', "a\\b", "a\tb", "$&.*(%_'", "İzmir"])(
      "S2: a handle is found however it is written in what is kept: %j",
      async (handle) => {
        await desk.receive({ externalId: "odd", author: { handle }, text: "Hvor er udgangen" });
        await desk.receive({ externalId: "odd too", author: { handle: "other" }, text: `Spørg @${handle} og vent` });
        const found = await store.eraseAuthor(desk.id, { author: handleKey(handle), channel: null });
        expect(found).toMatchObject({ items: 1, messages: 1 });
        const { text } = await kept();
        expect(text).not.toContain("Hvor er udgangen");
        expect(text).not.toContain(JSON.stringify(handle).slice(1, -1));
        expect(text).toContain("Spørg @erased og vent");
      },
    );

    test("L5: the log gets a new id, and the desk goes on", async () => {
      const head = await store.head(desk.id);
      await store.eraseAuthor(desk.id, { author: "mettelund", channel: null });
      expect((await store.head(desk.id))?.log).not.toBe(head?.log);
      const [item] = await desk.receive({ externalId: "new", author: mette, text: "Jeg er her igen" });
      expect((await store.item(desk.id, item ?? ""))?.item).toMatchObject({
        author: mette,
        preview: "Jeg er her igen",
      });
    });

    test("S2: what was in hand just before is not written back", async () => {
      const log = await store.changes(desk.id, 0, 1_000);
      const [own] = log.filter(({ change }) => change.type === "item.claimed");
      const item = own?.change !== undefined && "item" in own.change ? String(own.change.item) : "";
      await desk.do(jonas, "item.tag", { item, tag: "fundet" });
      await store.eraseAuthor(desk.id, { author: "mettelund", channel: null });
      await desk.do(jonas, "item.tag", { item, tag: "hjemme" });
      const after = await store.item(desk.id, item);
      expect(after?.item.tags).toEqual(["fundet", "hjemme"]);
      expect(JSON.stringify(after).toLowerCase()).not.toContain("mette");
    });

    test("S2: on one channel leaves what they wrote on others", async () => {
      await store.eraseAuthor(desk.id, { author: "mettelund", channel: "bluesky:festival" });
      const { text } = await kept();
      expect(text).not.toContain("På en anden kanal");
      expect(text).toContain(words[1]);
    });

    test("S2: on one channel leaves whoever goes by the handle on another platform, wherever they are named", async () => {
      await desk.receive({ externalId: "n2", channel: "bluesky:festival", text: "Spørg @mettelund her" });
      const found = await store.eraseAuthor(desk.id, { author: "mettelund", channel: "bluesky:festival" });
      expect(found).toMatchObject({ items: 1, messages: 1 });
      const { text } = await kept();
      expect(text).toContain("Spørg @erased her");
      for (const elsewhere of ["Enig med @mettelund!", "@mettelund Kære Mette Lund", "Mette Lund ringede"])
        expect([elsewhere, text.includes(elsewhere)]).toEqual([elsewhere, true]);
      // What has no channel names either.
      expect(text).toContain("Pas på @erased");
    });

    test("S2: on one channel leaves what they wrote on others of the platform, but for who is named there", async () => {
      const [hers = ""] = await desk.receive({ channel: "x:crew", author: mette, text: "Her er jeg, @MetteLund" });
      await desk.receive({ channel: "x:crew", author: { handle: "other" }, text: "Mette Lund er her, @mettelund" });
      await store.eraseAuthor(desk.id, { author: "mettelund", channel: "x:festival" });
      const left = await store.item(desk.id, hers);
      expect(left?.item).toMatchObject({ author: mette, preview: "Her er jeg, @erased" });
      expect(left?.thread.messages[0]?.message).toMatchObject({ author: mette, text: "Her er jeg, @erased" });
      const { text } = await kept();
      expect(text).toContain("Mette Lund er her, @erased");
      expect(text).not.toContain(words[1]);
    });

    test("S2: the same message brought in again is a duplicate, and does not come back", async () => {
      await store.eraseAuthor(desk.id, { author: "mettelund", channel: null });
      const before = await store.head(desk.id);
      await desk.receive({ externalId: "d1", kind: "dm", author: { handle: "mettelund" }, text: words[2] ?? "" });
      expect(desk.refusals.map(({ code }) => code)).toEqual(["nothing.to.do"]);
      expect(await store.head(desk.id)).toEqual(before);
      const [item] = await desk.receive({ externalId: "d3", kind: "dm", author: mette, text: "Hallo" });
      expect((await store.item(desk.id, item ?? ""))?.thread.messages.length).toBe(1);
    });

    const anna = { handle: "anna_x", name: "Anna" };
    const bo = { handle: "bo_b" };
    const eraseAnna = () => store.eraseAuthor(desk.id, { author: "anna_x", channel: null });
    /** The lines of the log about an item, as they stand there. */
    const linesOf = async (id: string) =>
      (await store.changes(desk.id, 0, 1_000)).flatMap(({ change }) =>
        isItemChange(change) && idOf(change.item) === id ? [change] : [],
      );
    /** What lists have shown of an item, change by change. */
    const shownOf = async (id: string) =>
      (await linesOf(id)).flatMap(({ item, set }) => (typeof item === "string" ? (set?.preview ?? []) : item.preview));

    test("S2: who has written the same keeps it, in lists, threads, quotes and log", async () => {
      const [hers = ""] = await desk.receive({ externalId: "t1", author: anna, text: "Tak!" });
      const [his = ""] = await desk.receive({ externalId: "t2", author: bo, text: "Tak!" });
      const quoting = async (externalId: string, parent: Parent) => {
        const [id = ""] = await desk.receive({ externalId, author: { handle: "carl" }, text: "Tak!", parent });
        return id;
      };
      const another = await quoting("t3", { externalId: "of-another", text: "Tak!" });
      const quoted = await quoting("t4", { externalId: "t1", text: "Tak!" });
      const unnamed = await quoting("t5", { text: "Tak!" });
      const before = await Promise.all(
        [his, another].map(async (id) => [await store.item(desk.id, id), await linesOf(id)]),
      );
      const found = await store.findAuthor(desk.id, { author: "anna_x", channel: null });
      expect(await eraseAnna()).toEqual(found);
      expect(found).toMatchObject({ items: 1, messages: 1, mentions: 2, changes: 3 });
      const after = await Promise.all(
        [his, another].map(async (id) => [await store.item(desk.id, id), await linesOf(id)]),
      );
      expect(after.map(([one, lines]) => [{ ...one, seq: 0 }, lines])).toEqual(
        before.map(([one, lines]) => [{ ...one, seq: 0 }, lines]),
      );
      expect((await store.item(desk.id, hers))?.item.preview).toBe("[erased]");
      for (const [id, parent] of [
        [quoted, { externalId: "t1" }],
        [unnamed, {}],
      ] as const) {
        const one = await store.item(desk.id, id);
        expect([one?.item.preview, one?.item.parent]).toEqual(["Tak!", parent]);
        expect(one?.thread.messages.map(({ message }) => message.parent)).toEqual([parent]);
        expect((await linesOf(id)).map(({ item, message }) => [(item as Item).parent, message?.parent])).toEqual([
          [parent, parent],
        ]);
      }
    });

    test("S2: what others quote of them on another of the desk's channels goes as well, and no other platform's", async () => {
      const url = "https://x.example/anna_x/q1";
      await desk.receive({ externalId: "q1", author: anna, text: "Kald 20 30", url });
      const quoting = async (externalId: string, channel: string) => {
        const parent = { externalId: "q1", text: "Kald 20 30", url };
        const [id = ""] = await desk.receive({ externalId, channel, author: bo, text: "Se her", parent });
        return id;
      };
      const crew = await quoting("q2", "x:crew");
      const elsewhere = await quoting("q3", "bluesky:festival");
      await eraseAnna();
      const quotes = async (id: string) => {
        const { item, thread } = (await store.item(desk.id, id)) ?? {};
        const lines = (await linesOf(id)).map(({ item: one, message }) => [(one as Item).parent, message?.parent]);
        return [item?.parent, thread?.messages.map(({ message }) => message.parent), lines];
      };
      const none = { externalId: "q1" };
      expect(await quotes(crew)).toEqual([none, [none], [[none, none]]]);
      const whole = { ...none, text: "Kald 20 30", url };
      expect(await quotes(elsewhere)).toEqual([whole, [whole], [[whole, whole]]]);
    });

    test("S2: what the desk decided and what members say of their shift names them no more, and rules fit nobody else", async () => {
      const authors = ["Mettelund", "press"];
      const words = ["@MetteLund", "@MetteLund igen", "mistet barn"];
      await desk.do(aisha, "policy.needs", {
        needs: [
          { id: "r1", need: "watch", name: "om @MetteLund", authors },
          { id: "r2", need: "watch", authors: ["@mettelund"] },
          { id: "r3", need: "watch", authors: ["mettelund"], authorLists: ["l1"] },
          { id: "r4", need: "urgent", words },
          { id: "r5", need: "urgent", words: ["@MetteLund"] },
          { id: "r6", need: "practical", words: ["telt"], not: ["@mettelund"] },
          { id: "r7", need: "practical", platform: "bluesky", authors: ["mettelund"] },
        ],
        authorLists: [{ id: "l1", name: "@MetteLund og co", handles: ["mettelund", "co"] }],
      });
      await desk.do(aisha, "policy.folding", {
        folding: { words: ["@mettelund", "sludder"], builtIn: true, pictures: "none" },
      });
      await desk.do(aisha, "policy.templates", {
        templates: [{ id: "t1", name: "til @MetteLund", text: "Kære @MetteLund", lang: null }],
      });
      await desk.do(jonas, "member.shift", { shift: "tied-up", note: "med @MetteLund ved porten" });
      expect(desk.refusals).toEqual([]);
      const sought = { author: "mettelund", channel: "x:festival" };
      const found = await store.findAuthor(desk.id, sought);
      expect(await store.eraseAuthor(desk.id, sought)).toEqual(found);
      const { state } = (await store.copy(desk.id)) ?? {};
      const needs = [
        { id: "r1", need: "watch", name: "om @erased", authors: ["press"] },
        { id: "r2", need: "watch", authors: ["erased"], off: true },
        { id: "r3", need: "watch", authorLists: ["l1"] },
        { id: "r4", need: "urgent", words: ["mistet barn"] },
        { id: "r5", need: "urgent", words: ["@erased"], off: true },
        { id: "r6", need: "practical", words: ["telt"] },
        { id: "r7", need: "practical", platform: "bluesky", authors: ["mettelund"] },
      ];
      expect(state?.desk.policy).toMatchObject({
        needs,
        authorLists: [{ id: "l1", name: "@erased og co", handles: ["co"] }],
        folding: { words: ["sludder"], builtIn: true, pictures: "none" },
        templates: [{ id: "t1", name: "til @erased", text: "Kære @erased", lang: null }],
      });
      expect(state?.members.get(jonas.id)?.shiftNote).toBe("med @erased ved porten");
      const lines = (await store.changes(desk.id, 0, 1_000)).map(({ change }) => change);
      expect(lines.flatMap((line) => ("policy" in line ? (line.policy?.needs ?? []) : []))).toEqual(needs);
      // The rule of the other platform, once in the log.
      await store.eraseAuthor(desk.id, { author: "mettelund", channel: null });
      expect((await kept()).text).not.toMatch(/mettelund(?!e)/iu);
      const policy = JSON.stringify((await store.copy(desk.id))?.state.desk.policy);
      expect(policy).not.toMatch(/mettelund/iu);
    });

    test("S2: whom only the desk's own lists name is found there, and not only in the lines that set them, which may be cut", async () => {
      await desk.do(aisha, "policy.needs", { needs: [{ id: "r1", need: "watch", authors: ["listed_one"] }] });
      expect(desk.refusals).toEqual([]);
      const sought = { author: "listed_one", channel: null };
      const found = await store.findAuthor(desk.id, sought);
      expect(found).toEqual({ ...nothingFound, mentions: 1, changes: 1 });
      expect(await store.eraseAuthor(desk.id, sought)).toEqual(found);
      expect(await store.findAuthor(desk.id, sought)).toEqual(nothingFound);
      expect(JSON.stringify((await store.copy(desk.id))?.state.desk.policy)).not.toContain("listed_one");
    });

    test("S2: an item that others went on with goes on to show what they wrote, and the log what lists showed of theirs", async () => {
      const url = (of: string) => `https://x.example/status/${of}`;
      const [first = ""] = await desk.receive({ externalId: "f1", author: anna, text: "Tak!", url: url("f1") });
      const on = { externalId: "f2", author: bo, text: "Tak!", inReplyTo: "f1", url: url("f2") };
      expect(await desk.wait(minute).receive(on)).toContain(first);
      const [second = ""] = await desk.receive({ externalId: "g1", author: bo, text: "Tak!", url: url("g1") });
      await desk
        .wait(minute)
        .receive({ externalId: "g2", author: anna, text: "Tak!", inReplyTo: "g1", url: url("g2") });
      // Late: it is hers, and what lists show stays his.
      const [third = ""] = await desk.receive({ externalId: "h1", author: bo, text: "Tak!" });
      const at = instant(millis(desk.now) - 5 * minute);
      await desk.receive({ externalId: "h2", author: anna, text: "Tak!", inReplyTo: "h1", at });
      await eraseAnna();
      expect(await shownOf(first)).toEqual(["[erased]", "Tak!"]);
      expect(await shownOf(second)).toEqual(["Tak!", "[erased]"]);
      expect(await shownOf(third)).toEqual(["Tak!", "Tak!"]);
      const shown = async (id: string) => {
        const { item, thread } = (await store.item(desk.id, id)) ?? {};
        return [
          item?.preview,
          item?.author.handle,
          item?.url,
          thread?.messages.map(({ message }) => message.text).sort(),
        ];
      };
      const both = ["Tak!", "[erased]"];
      expect(await shown(first)).toEqual(["Tak!", "bo_b", null, both]);
      expect(await shown(second)).toEqual(["[erased]", "erased", url("g1"), both]);
      expect(await shown(third)).toEqual(["Tak!", "bo_b", null, both]);
    });

    test("S2: what they have changed goes in every wording, also where lists show it under another author", async () => {
      const [item = ""] = await desk.receive({ externalId: "e-1", author: anna, text: "Tak!" });
      await desk.receive({
        externalId: "e-2",
        author: { handle: "third" },
        text: "Citat",
        parent: { text: "Kald 20 31" },
      });
      await desk.wait(minute).receive({ externalId: "e-3", author: bo, text: "Tak!", inReplyTo: "e-1" });
      // It looks like the one that is shown, so that lists show what it was changed to.
      for (const text of ["Kald 20 31", "Kald 20 32", `Kald 20 33${" nu".repeat(200)}`])
        await desk.receive({ externalId: "e-1", author: anna, text });
      expect((await store.item(desk.id, item))?.item).toMatchObject({ author: bo });
      expect((await store.item(desk.id, item))?.item.preview).toContain("Kald 20 33");
      await desk.do(jonas, "item.dismiss", { item, reason: "no-reply-needed" });
      await desk.do(jonas, "item.reopen", { item });
      await eraseAnna();
      expect((await kept()).text).not.toContain("Kald");
      expect((await store.item(desk.id, item))?.thread.messages.map(({ message }) => message.text).sort()).toEqual([
        "Tak!",
        "[erased]",
      ]);
      expect(await eraseAnna()).toEqual({ ...nothingFound });
    });

    test("S2: a preview of which the log does not say whose it is goes where they wrote the same", async () => {
      const [hers = ""] = await desk.receive({ externalId: "p1", author: anna, text: "Tak!" });
      const [his = ""] = await desk.receive({ externalId: "p2", author: bo, text: "Tak!" });
      for (const id of [hers, his])
        await desk.write(
          (state) => [
            {
              type: "item.tagged",
              item: id,
              set: { preview: "Tak!", version: (state.items.get(id)?.version ?? 0) + 1 },
            },
          ],
          { items: [id] },
        );
      await eraseAnna();
      expect(await shownOf(hers)).toEqual(["[erased]", "[erased]"]);
      expect(await shownOf(his)).toEqual(["Tak!", "Tak!"]);
    });

    test.each(["NFC", "NFD"] as const)(
      "S2: a handle is found whether its accents are written with their letters or apart, as here in %s",
      async (form) => {
        const other = form === "NFC" ? "NFD" : "NFC";
        const jose = { handle: "José".normalize(form), name: "José Øst".normalize(form) };
        await desk.receive({ externalId: "j1", author: jose, text: "Hvor er udgangen" });
        const text = `@josé og @jose, @joséphine`.normalize(other);
        const [others = ""] = await desk.receive({ externalId: "j2", author: bo, text });
        const [named = ""] = await desk.receive({
          externalId: "j3",
          author: bo,
          text: "José Øst!".normalize(other),
          inReplyTo: "j1",
        });
        const sought = { author: handleKey("@josé".normalize(other)), channel: null };
        expect(await store.eraseAuthor(desk.id, sought)).toMatchObject({ items: 1, messages: 1, mentions: 2 });
        expect((await kept()).text).not.toContain("udgangen");
        expect((await store.item(desk.id, others))?.item.preview.normalize("NFC")).toBe("@erased og @jose, @joséphine");
        expect((await store.item(desk.id, named))?.item.preview).toBe("erased!");
      },
    );
  });
}
