import { DeskGone, type Store } from "@flowdesk/server/desk/store.ts";
import { deriveWaits } from "@flowdesk/shared/clock/derive-waits.ts";
import { nextWake } from "@flowdesk/shared/clock/wakes.ts";
import type { QueueWithin } from "@flowdesk/shared/desk/command.ts";
import { evolve } from "@flowdesk/shared/desk/evolve.ts";
import { type Item, isQueued } from "@flowdesk/shared/desk/item/item.ts";
import { compareQueued } from "@flowdesk/shared/desk/item/queue.ts";
import { conversationKey, type DeskState, emptyState, messageKey } from "@flowdesk/shared/desk/state.ts";
import { day, hour, instant, millis, minute, second } from "@flowdesk/shared/time/instant.ts";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { festival, later, opening } from "../fixtures/desk.ts";
import { DeskInStore, noKeys } from "../fixtures/desk-in-store.ts";
import { aisha, everyone, jonas, karin, maja, noor, sofie } from "../fixtures/people.ts";
import { unpacked } from "../fixtures/unpacked.ts";

/** What every store has to do, whatever its engine. `make` gives a store with nothing in it, and what takes it away. */
export function describeStore(name: string, make: () => Promise<{ store: Store; remove: () => Promise<void> }>): void {
  describe(name, () => {
    let store: Store;
    let remove: () => Promise<void>;
    /** A desk of its own for every test. */
    let id = "";
    let count = 0;

    beforeAll(async () => {
      ({ store, remove } = await make());
    });
    beforeEach(() => {
      id = `festival-${++count}`;
    });
    afterAll(() => remove());

    describe("desks", () => {
      test("makes a desk once, and lists it with its head", async () => {
        expect(await store.desks()).toEqual([]);
        expect(await store.createDesk({ ...festival, id }, opening)).toBe(true);
        expect(await store.createDesk({ ...festival, id, name: "Another" }, opening)).toBe(false);
        expect(await store.desks()).toEqual([{ id, name: "Festival" }]);
        const head = await store.head(id);
        expect(head).toMatchObject({ seq: 0, at: opening });
        expect(await store.heads()).toEqual(new Map([[id, head]]));
      });

      test("says of a desk whether it is a demonstration", async () => {
        await store.createDesk({ ...festival, id, demonstration: true }, opening);
        await store.createDesk({ ...festival, id: `${id}-b` }, opening);
        expect((await store.copy(id))?.state.desk.demonstration).toBe(true);
        expect((await store.copy(`${id}-b`))?.state.desk).not.toHaveProperty("demonstration");
      });

      test("L5: every desk's log has an id of its own", async () => {
        await store.createDesk({ ...festival, id }, opening);
        await store.createDesk({ ...festival, id: `${id}-b` }, opening);
        const logs = [...(await store.heads()).values()].map(({ log }) => log);
        expect(new Set(logs).size).toBe(logs.length);
        expect(logs.length).toBeGreaterThanOrEqual(2);
        for (const log of logs) expect(log.length).toBeGreaterThanOrEqual(16);
      });

      test("says that there is no such desk", async () => {
        expect(await store.head("nowhere")).toBeNull();
        expect(await store.copy("nowhere")).toBeNull();
        expect(await store.snapshotLines("nowhere", { kinds: [], channels: "all" })).toBeNull();
        expect(await store.item("nowhere", "i")).toBeNull();
        expect(await store.changes("nowhere", 0, 10)).toEqual([]);
        expect(await store.due("nowhere", opening, 10)).toEqual([]);
        expect(await store.nextDue("nowhere")).toBeNull();
        await expect(store.transact("nowhere", noKeys, () => null)).rejects.toThrow(DeskGone);
      });

      test("is ready, and can say so again and again", async () => {
        await store.ready();
        await store.ready();
      });
    });

    describe("a batch", () => {
      test("L1: what decide throws writes nothing, and the next batch goes on", async () => {
        const desk = await DeskInStore.open(store, id);
        const before = await store.head(id);
        const failing = desk.write(() => {
          throw new Error("cannot decide");
        });
        await expect(failing).rejects.toThrow("cannot decide");
        expect(await store.head(id)).toEqual(before);
        await store.transact(id, noKeys, () => null);
        expect(await store.head(id)).toEqual(before);
        await desk.receive({});
        expect((await store.head(id))?.seq).toBe((before?.seq ?? 0) + 1);
      });

      test("L1: state and log stand together or not at all when writing fails halfway", async () => {
        const desk = await DeskInStore.open(store, id);
        const [item = ""] = await desk.receive({ externalId: "first" });
        const before = await store.head(id);
        const thread = await store.item(id, item);
        const again = desk.write(
          (state) => {
            const held = state.items.get(item);
            const message = thread?.thread.messages[0]?.message;
            if (held === undefined || message === undefined) throw new Error("not loaded");
            // The same message under another id of ours breaks (channel, externalId).
            return [
              { type: "item.tagged", item, set: { tags: ["half"], version: held.version + 1 } },
              { type: "item.continued", item, set: { version: held.version + 2 }, message: { ...message, id: "twin" } },
            ];
          },
          { items: [item] },
        );
        await expect(again).rejects.toThrow();
        expect(await store.head(id)).toEqual(before);
        expect(await store.item(id, item)).toEqual(thread);
        expect(await store.changes(id, before?.seq ?? 0, 10)).toEqual([]);
      });

      test("L1: nothing can be read before it is committed", async () => {
        const desk = await DeskInStore.open(store, id);
        const before = await store.head(id);
        let seen: Promise<unknown> | undefined;
        await store.transact(id, noKeys, ({ head, state }) => {
          seen = store.head(id);
          expect(head).toEqual(before);
          expect(state.members.size).toBe(everyone.length);
          return null;
        });
        expect(await seen).toEqual(before);
        await desk.receive({});
      });

      test("L2: batches sent at once are numbered without gaps, one after another", async () => {
        const desk = await DeskInStore.open(store, id);
        const other = await DeskInStore.open(store, `${id}-b`);
        const start = (await store.head(id))?.seq ?? 0;
        await Promise.all(
          Array.from({ length: 30 }, (_, n) => (n % 3 === 0 ? other : desk).receive({ externalId: `m${n}` }, {})),
        );
        for (const [{ id: numbered }, added] of [
          [desk, 40],
          [other, 20],
        ] as const) {
          const changes = await store.changes(numbered, 0, 1000);
          expect(changes.map(({ change }) => change.seq)).toEqual(changes.map((_, index) => index + 1));
          expect((await store.head(numbered))?.seq).toBe(start + added);
        }
      });

      test("D4: finds the first acceptance of a command with the seq of its last change", async () => {
        const desk = await DeskInStore.open(store, id);
        const items = await desk.receive({}, {}, {});
        const changes = await desk.do(jonas, "item.claim", { items });
        const claimed = changes.at(-1);
        expect(changes.length).toBeGreaterThanOrEqual(3);
        const ask = async (actor: string, id: string) => {
          await desk.write(() => [], { commands: [{ actor, id }] });
          return desk.loaded?.accepted;
        };
        const command = claimed?.command ?? "";
        expect(await ask("jonas", command)).toEqual([
          { actor: "jonas", id: command, seq: claimed?.seq, hash: `#${command}` },
        ]);
        expect(await ask("sofie", command)).toEqual([]);
        expect(await ask("jonas", "never")).toEqual([]);
      });

      test("D4: writes no command again that was accepted, though all that it needs is at hand", async () => {
        const desk = await DeskInStore.open(store, id);
        const [item = ""] = await desk.receive({});
        const [claimed] = await desk.do(jonas, "item.claim", { item });
        const head = await store.head(id);
        const tagged = (command: string) =>
          desk.write(
            (state) => {
              if (desk.loaded?.accepted.length !== 0) return [];
              const version = (state.items.get(item)?.version ?? 0) + 1;
              return [{ type: "item.tagged" as const, item, set: { tags: ["again"], version } }];
            },
            { items: [item], commands: [{ actor: "jonas", id: command }] },
          );
        expect(await tagged(claimed?.command ?? "")).toEqual([]);
        expect(await store.head(id)).toEqual(head);
        expect(await tagged("never")).toHaveLength(1);
      });

      test("D2: gives each batch what the one before it has left, whatever it is about", async () => {
        const desk = await DeskInStore.open(store, id);
        const [first = "", second = ""] = await desk.receive({}, {});
        await desk.do(jonas, "item.claim", { item: first });
        await desk.do(jonas, "item.reply", { item: first, text: "Ved indgangen" });
        await desk.receive({ externalId: "m1", at: later(minute) });
        await desk.write(() => [], { items: [first, second], threads: [first] });
        for (const item of [first, second])
          expect(desk.loaded?.state.items.get(item)).toEqual((await store.item(id, item))?.item);
        expect(desk.loaded?.state.threads.get(first)).toEqual((await store.item(id, first))?.thread);
      });

      test("a desk's name, policy, members and channels are those of the last change, in every batch", async () => {
        const desk = await DeskInStore.open(store, id);
        const load = async () => {
          await desk.write(() => []);
          return desk.loaded?.state as DeskState;
        };
        expect((await load()).members.get("jonas")).toEqual(jonas);
        await desk.do(karin, "member.rename", { member: "jonas", name: "Jonas F." });
        expect((await load()).members.get("jonas")?.name).toBe("Jonas F.");
        await desk.do(karin, "desk.rename", { name: "Festival 2" });
        await desk.do(aisha, "policy.grace", { graceMs: 3 * second });
        const { desk: renamed } = await load();
        expect(renamed).toMatchObject({ id, name: "Festival 2", policy: { graceMs: 3 * second } });
        await desk.receive({ channel: "mastodon:new" });
        expect((await load()).channels.has("mastodon:new")).toBe(true);
      });
    });

    describe("what arrivals look up", () => {
      test("a message that is known, by its channel and its id there", async () => {
        const desk = await DeskInStore.open(store, id);
        const [item = ""] = await desk.receive({ externalId: "42" });
        await desk.receive({ externalId: "42", channel: "instagram:festival" });
        await desk.receive({ externalId: "42" }, { externalId: "43", inReplyTo: "41" });
        const found = desk.loaded?.state.lookups?.known.get(messageKey("x:festival", "42"));
        expect(found).toMatchObject({ item, message: { externalId: "42" } });
        expect(desk.loaded?.state.items.get(item)?.id).toBe(item);
        expect(desk.loaded?.state.lookups?.known.size).toBe(1);
        expect(desk.refusals.map(({ code }) => code)).toEqual(["nothing.to.do"]);
      });

      test("the newest item of a conversation, of one kind and channel", async () => {
        const desk = await DeskInStore.open(store, id);
        const dm = { kind: "dm" as const, author: { handle: "Guest" } };
        const [first = ""] = await desk.receive(dm);
        await desk.do(jonas, "item.claim", { item: first });
        await desk.do(jonas, "item.dismiss", { item: first, reason: "spam" });
        await desk.receive({ ...dm, kind: "mention", thread: "@guest" });
        desk.wait(hour);
        await desk.receive(dm);
        const key = conversationKey("x:festival", "dm", "@guest") ?? "";
        expect(desk.loaded?.state.lookups?.conversations.get(key)).toBe(first);
        desk.wait(10 * day);
        await desk.do(aisha, "item.dismiss", { item: first, reason: "spam" });
        desk.wait(10 * day);
        const [second = ""] = await desk.receive(dm);
        await desk.receive(dm);
        expect(desk.loaded?.state.lookups?.conversations.get(key)).toBe(second);
      });

      test("the thread where a message is older than its item's newest, also within the batch", async () => {
        const desk = await DeskInStore.open(store, id);
        const dm = (ms: number) => ({ kind: "dm" as const, author: { handle: "guest" }, at: later(ms) });
        desk.wait(hour);
        const [item = ""] = await desk.receive(dm(10 * minute));
        await desk.receive(dm(20 * minute));
        expect(desk.loaded?.state.threads.size).toBe(0);
        await desk.receive(dm(15 * minute));
        expect(desk.loaded?.state.threads.get(item)?.messages).toHaveLength(2);
        await desk.receive(dm(30 * minute), dm(25 * minute));
        expect(desk.loaded?.state.threads.get(item)?.messages).toHaveLength(3);
        const read = await store.item(id, item);
        expect(read?.thread.messages.map(({ message }) => message.at)).toEqual(
          [10, 20, 15, 30, 25].map((minutes) => later(minutes * minute)),
        );
        expect(read?.thread.messages.map(({ seq }) => seq)).toEqual(
          [...(read?.thread.messages ?? [])].map(({ seq }) => seq).sort((a, b) => a - b),
        );
      });

      test("the thread where messages ahead of the clock come to stand at one time, in the order of their ids", async () => {
        const desk = await DeskInStore.open(store, id);
        const author = { handle: "guest" };
        const asks = { kind: "dm" as const, author, externalId: "20", thread: "one", at: later(2 * minute) };
        const answers = { ...asks, direction: "out" as const, externalId: "19", at: later(3 * minute) };
        const other = <M extends typeof asks>(message: M): M => ({
          ...message,
          thread: "two",
          externalId: `${message.externalId}0`,
        });
        const [one = ""] = await desk.receive(asks, answers);
        const [two = ""] = await desk.receive(other(asks));
        await desk.receive(other(answers));
        for (const item of [one, two]) {
          const read = await store.item(id, item);
          expect(read?.thread.messages.map(({ message }) => message.at)).toEqual([opening, opening]);
          expect(read?.item.awaitingSince).toBe(deriveWaits(read?.thread.messages ?? []).awaitingSince);
          expect(read?.thread.responses).toEqual([]);
        }
      });

      test("the thread of an item that joins through a message of the same batch, and of a message that is deleted", async () => {
        const desk = await DeskInStore.open(store, id);
        desk.wait(hour);
        const [item = ""] = await desk.receive({ externalId: "1", at: later(20 * minute) });
        await desk.receive(
          { externalId: "2", inReplyTo: "1", at: later(30 * minute) },
          { externalId: "3", inReplyTo: "2", at: later(10 * minute) },
        );
        expect(desk.loaded?.state.threads.has(item)).toBe(true);
        await desk.receive({ externalId: "4", inReplyTo: "3", at: later(40 * minute) });
        expect(desk.loaded?.state.threads.has(item)).toBe(false);
        await desk.receive({ externalId: "4", deleted: true, at: later(40 * minute) });
        expect(desk.loaded?.state.threads.get(item)?.messages).toHaveLength(4);
        expect((await store.item(id, item))?.thread.messages.at(-1)?.message.deletedAt).toBe(desk.now);
      });

      test("responses that late history has derived again stand in place of the old", async () => {
        const desk = await DeskInStore.open(store, id);
        desk.wait(2 * hour);
        const [item = ""] = await desk.receive({ externalId: "q1", at: later(10 * minute) });
        const answer = { direction: "out" as const, author: { handle: "festival" } };
        await desk.receive({ ...answer, externalId: "a1", inReplyTo: "q1", at: later(60 * minute) });
        const first = await store.item(id, item);
        expect(first?.thread.responses).toMatchObject([{ ms: 50 * minute, first: true }]);
        await desk.receive({ ...answer, externalId: "a0", inReplyTo: "q1", at: later(20 * minute) });
        await desk.receive({ externalId: "q2", inReplyTo: "a0", at: later(30 * minute) });
        const again = await store.item(id, item);
        expect(again?.thread.responses).toMatchObject([
          { ms: 10 * minute, first: true },
          { ms: 30 * minute, first: false },
        ]);
        await desk.receive({ externalId: "q3", inReplyTo: "q1", at: later(70 * minute) });
        await desk.receive({ ...answer, externalId: "a3", inReplyTo: "q1", at: later(80 * minute) });
        expect((await store.item(id, item))?.thread.responses).toMatchObject([
          ...(again?.thread.responses ?? []),
          { ms: 10 * minute },
        ]);
      });
    });

    describe("what commands look up", () => {
      test("the queue's top in the order of compareQueued", async () => {
        const desk = await DeskInStore.open(store, id);
        desk.wait(day);
        const items = await desk.receive(
          ...[5, 3, 9, 3, 7, 1, 8, 2].map((hours) => ({ at: later(hours * hour), text: `After ${hours}` })),
        );
        await desk.do(aisha, "item.need", { item: items[2] ?? "", need: "urgent" });
        await desk.do(aisha, "item.need", { item: items[0] ?? "", need: "watch" });
        await desk.do(aisha, "item.prioritise", { item: items[6] ?? "", priority: 2 });
        await desk.do(jonas, "item.claim", { item: items[5] ?? "" });
        const copy = await store.copy(id);
        const queue = [...(copy?.state.items.values() ?? [])].filter(isQueued).sort(compareQueued);
        expect(queue).toHaveLength(6);
        for (const limit of [1, 4, 6]) {
          await desk.write(() => [], { queue: limit });
          const loaded = [...(desk.loaded?.state.items.values() ?? [])].sort(compareQueued);
          expect(loaded).toEqual(queue.slice(0, limit));
        }
      });

      test("of the queue what stands within standing orders", async () => {
        const desk = await DeskInStore.open(store, id);
        const [onX = "", , dm = "", watched = ""] = await desk.receive(
          {},
          { channel: "instagram:festival" },
          { channel: "instagram:festival", kind: "dm" },
          {},
        );
        await desk.do(aisha, "item.need", { item: watched, need: "watch" });
        const loaded = async (...queueWithin: QueueWithin[]) => {
          await desk.write(() => [], { queueWithin });
          return [...(desk.loaded?.state.items.values() ?? [])].map((item) => item.id).sort();
        };
        expect(await loaded({ channels: ["x:festival"] })).toEqual([onX]);
        expect(await loaded({ channels: "all", kinds: ["dm"] })).toEqual([dm]);
        expect(await loaded({ channels: ["x:festival"] }, { channels: ["instagram:festival"], kinds: ["dm"] })).toEqual(
          [onX, dm].sort(),
        );
        expect(await loaded({ channels: "all" })).toHaveLength(3);
        expect(await loaded({ channels: ["x:nowhere"] })).toEqual([]);
      });

      test("briefings that are named, and in the copy and the snapshot the newest", async () => {
        const desk = await DeskInStore.open(store, id);
        await desk.do(aisha, "briefing.write", { text: "Aftenens linjer" });
        await desk.wait(second).do(aisha, "briefing.announce", { text: "Til alle" });
        const copy = await store.copy(id);
        const briefings = [...(copy?.state.briefings.values() ?? [])];
        expect(briefings.map(({ text }) => text).sort()).toEqual(["Aftenens linjer", "Til alle"]);
        const briefing = briefings[0]?.id ?? "";
        await desk.do(jonas, "briefing.read", { briefing });
        await desk.write(() => [], { briefings: [briefing] });
        expect([...(desk.loaded?.state.briefings.values() ?? [])]).toMatchObject([
          { id: briefing, readBy: [{ member: "aisha" }, { member: "jonas" }] },
        ]);
        const snapshot = await store.snapshotLines(id, { kinds: [], channels: "all" });
        const told = unpacked(snapshot).match(/"briefing":/gu);
        expect(told).toHaveLength(2);
      });

      test("what members hold, and what waits with them", async () => {
        const desk = await DeskInStore.open(store, id);
        const items = await desk.receive({}, {}, {}, {}, {});
        const [a = "", b = "", c = "", d = ""] = items;
        await desk.do(jonas, "item.claim", { items: [a, b] });
        await desk.do(sofie, "item.claim", { items: [c, d] });
        await desk.do(jonas, "item.dismiss", { item: b, reason: "spam" });
        const loaded = async (keys: object) => {
          await desk.write(() => [], keys);
          return [...(desk.loaded?.state.items.values() ?? [])].map(({ id }) => id).sort();
        };
        expect(await loaded({ holdings: ["jonas"] })).toEqual([a]);
        expect(await loaded({ holdings: ["jonas", "sofie"] })).toEqual([a, c, d].sort());
        expect(await loaded({ loads: true })).toEqual([a, c, d].sort());
        expect(await loaded({ items: [b, "nothing"] })).toEqual([b]);
        expect(await loaded({ threads: [b] })).toEqual([b]);
        expect(desk.loaded?.state.threads.get(b)?.messages).toHaveLength(1);
      });
    });

    describe("timers", () => {
      test("what is due comes the longest due first, and the next is known", async () => {
        const desk = await DeskInStore.open(store, id);
        const [a = "", b = ""] = await desk.receive({ at: later(-hour) }, { at: later(-2 * hour) });
        const { policy } = festival;
        const wakes = async (item: string) => nextWake((await store.item(id, item))?.item as Item, policy);
        const [wakesA, wakesB] = [await wakes(a), await wakes(b)];
        expect(await store.nextDue(id)).toBe(wakesB);
        expect(await store.due(id, opening, 10)).toEqual([]);
        expect((await store.due(id, wakesB ?? "", 10)).map((due) => "item" in due && due.item.id)).toEqual([b]);
        const both = await store.due(id, wakesA ?? "", 10);
        expect(both.map((due) => "item" in due && due.item.id)).toEqual([b, a]);
        expect(await store.due(id, wakesA ?? "", 1)).toHaveLength(1);
      });

      test("planned posts are due at their time", async () => {
        const desk = await DeskInStore.open(store, id);
        const [planned] = await desk.do(maja, "post.plan", {
          post: "opening",
          title: "Opening",
          planned: { local: "2026-07-04T21:00:00", zone: "Europe/Copenhagen" },
          variants: [{ id: "v", channel: "x:festival", text: "Nu åbner vi" }],
        });
        expect(planned).toBeDefined();
        const at = "2026-07-04T19:00:00.000Z";
        expect(await store.nextDue(id)).toBe(at);
        expect(await store.due(id, at, 10)).toMatchObject([{ post: { id: "opening" } }]);
        await desk.write(() => [], { posts: ["opening", "none"] });
        expect(desk.loaded?.state.posts.get("opening")?.at).toBe(at);
      });

      test("what closes by itself closes sooner when the desk decides so", async () => {
        const desk = await DeskInStore.open(store, id);
        const [item = ""] = await desk.receive({});
        await desk.do(aisha, "item.need", { item, need: "watch" });
        expect(await store.nextDue(id)).toBe(later(festival.policy.closeAfterMs));
        await desk.do(karin, "policy.closing", { closeAfterMs: hour });
        expect(await store.nextDue(id)).toBe(later(hour));
        expect(await store.due(id, later(hour), 10)).toMatchObject([{ item: { id: item } }]);
      });
    });

    describe("reading", () => {
      test("changes come in order from after a number, with the channel and kind that views go by", async () => {
        const desk = await DeskInStore.open(store, id);
        const start = (await store.head(id))?.seq ?? 0;
        await desk.receive({ kind: "comment" }, {});
        const read = await store.changes(id, start, 10);
        expect(read.map(({ change, scope }) => [change.seq, change.type, scope])).toEqual([
          [start + 1, "item.received", { channel: "x:festival", kind: "comment" }],
          [start + 2, "item.received", { channel: "x:festival", kind: "mention" }],
        ]);
        expect(Object.keys(read[0]?.change ?? {})).toEqual(["seq", "at", "by", "type", "command", "item", "message"]);
        expect(await store.changes(id, start, 1)).toEqual(read.slice(0, 1));
        expect((await store.changes(id, 0, 1))[0]?.scope).toBeNull();
      });

      test("D2: the copy is what the log comes to, closed items aside", async () => {
        const desk = await DeskInStore.open(store, id);
        const [a = "", b = ""] = await desk.receive({}, { text: "Tak! 😀 \u2066æøå" }, { kind: "dm" });
        await desk.do(jonas, "item.claim", { items: [a, b] });
        await desk.do(jonas, "item.tag", { item: a, tag: "entrance" });
        await desk.do(jonas, "item.dismiss", { item: b, reason: "no-reply-needed" });
        await desk.do(aisha, "policy.grace", { graceMs: second });
        const copy = await store.copy(id);
        let state = emptyState({ ...festival, id });
        for (const { change } of await store.changes(id, 0, 1000)) state = evolve(state, change);
        const plain = (of: DeskState | undefined) => ({
          desk: of?.desk,
          items: [...(of?.items ?? [])].sort(),
          members: [...(of?.members ?? [])].sort(),
          channels: [...(of?.channels ?? [])].sort(),
          posts: [...(of?.posts ?? [])].sort(),
        });
        expect(plain(copy?.state)).toEqual(plain(state));
        expect(copy?.head).toEqual(await store.head(id));
        expect(copy?.state.items.has(b)).toBe(false);
      });

      test("F2: snapshot lines hold a view's open items, and everybody's members, channels and posts", async () => {
        const desk = await DeskInStore.open(store, id);
        const [a = "", b = "", c = "", d = ""] = await desk.receive(
          { kind: "mention" },
          { kind: "dm" },
          { kind: "dm", channel: "instagram:festival" },
          { kind: "mention" },
        );
        await desk.do(aisha, "item.dismiss", { item: d, reason: "spam" });
        const read = async (view: Parameters<Store["snapshotLines"]>[1]) => {
          const snapshot = await store.snapshotLines(id, view);
          const text = unpacked(snapshot);
          const lines = text.split("\n").filter((line) => line !== "");
          expect(snapshot?.entities).toBe(lines.length);
          expect(snapshot?.head).toEqual(await store.head(id));
          expect(snapshot?.desk).toEqual({ ...festival, id });
          const entities = lines.map((line) => JSON.parse(line) as Record<string, { id: string }>);
          expect(entities.filter((entity) => "member" in entity)).toHaveLength(everyone.length);
          return entities.flatMap((entity) => entity.item?.id ?? []);
        };
        expect(await read({ kinds: ["mention", "dm", "comment"], channels: "all" })).toEqual([a, b, c]);
        expect(await read({ kinds: ["mention", "comment"], channels: "all" })).toEqual([a]);
        expect(await read({ kinds: ["mention", "dm"], channels: ["x:festival"] })).toEqual([a, b]);
        expect(await read({ kinds: ["dm"], channels: noor.channels as string[] })).toEqual([c]);
        expect(await read({ kinds: ["dm"], channels: [] })).toEqual([]);
        expect(await read({ kinds: [], channels: "all" })).toEqual([]);
      });

      test("one item with its thread, open or closed, and an author's items with the newest first", async () => {
        const desk = await DeskInStore.open(store, id);
        const author = { handle: "guest" };
        const [a = "", b = ""] = await desk.receive({ author, at: later(-hour) }, { author, at: later(-2 * hour) });
        await desk.receive({ author: { handle: "someone" } }, { author, channel: "instagram:festival" });
        await desk.do(aisha, "item.dismiss", { item: a, reason: "spam" });
        expect(await store.item(id, a)).toMatchObject({
          seq: (await store.head(id))?.seq,
          item: { id: a, status: "dismissed" },
          thread: { messages: [{ message: { author } }], responses: [] },
        });
        expect(await store.item(id, "none")).toBeNull();
        const found = await store.itemsOfAuthor(id, "x:festival", "guest", 10);
        expect(found.map(({ id }) => id)).toEqual([a, b]);
        expect(await store.itemsOfAuthor(id, "x:festival", "guest", 1)).toHaveLength(1);
      });

      test("posts leave the open work two days after their time, unless they are unfinished", async () => {
        const desk = await DeskInStore.open(store, id);
        const variant = (state: string) => ({
          id: "v",
          channel: "x:festival",
          text: "Nu",
          media: [],
          state,
          late: false,
          link: null,
          liveAt: null,
          by: null,
          override: null,
        });
        const post = (id: string, ms: number, state: string) => ({
          type: "post.planned" as const,
          post: {
            id,
            title: id,
            planned: { local: "2026-07-01T12:00:00", zone: "Europe/Copenhagen" },
            at: later(ms),
            shifted: null,
            owner: null,
            note: "",
            variants: [variant(state)],
            source: null,
            version: 1,
          } as never,
        });
        await desk.write(() => [
          post("old", -3 * day, "live"),
          post("stuck", -3 * day, "due"),
          post("recent", -day, "live"),
          post("next", day, "planned"),
        ]);
        expect([...((await store.copy(id))?.state.posts.values() ?? [])].map(({ id }) => id).sort()).toEqual([
          "next",
          "recent",
          "stuck",
        ]);
      });
    });

    test("S1: takes the longest ids and names that the wire lets in, in the longest letters", async () => {
      const desk = await DeskInStore.open(store, id);
      // Letters of three bytes each, in an order that does not compress.
      const long = (length: number) =>
        Array.from({ length }, (_, n) => String.fromCodePoint(0x4e00 + ((n * n * 7919 + n * 31) % 20_000))).join("");
      const channel = `${"x".repeat(32)}:${long(120)}`;
      const author = { handle: long(200), name: long(200) };
      const thread = long(300);
      desk.wait(hour);
      const message = { channel, thread, kind: "dm" as const };
      const [item = ""] = await desk.receive({ ...message, author, externalId: long(300), at: later(minute) });
      await desk.receive({ ...message, author, externalId: `${long(299)}a`, direction: "out", at: later(2 * minute) });
      expect((await store.item(id, item))?.thread).toMatchObject({ messages: [{}, {}], responses: [{}] });
      expect(await store.itemsOfAuthor(id, channel, author.handle, 2)).toHaveLength(1);
    });

    test("takes 500 arrivals in a batch, then finds each of them known", async () => {
      const desk = await DeskInStore.open(store, id);
      const messages = Array.from({ length: 500 }, (_, n) => ({
        externalId: `m${n}`,
        text: `Hvor er telt ${n}?`,
        at: instant(millis(opening) - n * second),
      }));
      expect(await desk.receive(...messages)).toHaveLength(500);
      await desk.receive(...messages);
      expect(desk.loaded?.state.lookups?.known.size).toBe(500);
      expect(desk.refusals).toHaveLength(500);
      expect((await store.copy(id))?.state.items.size).toBe(500);
    });
  });
}
