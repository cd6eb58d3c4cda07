import { ChangesFrame, largestFrame } from "@flowdesk/server/desk/frame.ts";
import { inATurn } from "@flowdesk/server/desk/sending.ts";
import { StoreUnavailable } from "@flowdesk/server/desk/store.ts";
import type { Change } from "@flowdesk/shared/desk/change.ts";
import { seesChange, viewOf } from "@flowdesk/shared/desk/view.ts";
import fc from "fast-check";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { festival } from "../../fixtures/desk.ts";
import { MemoryDesk, until } from "../../fixtures/memory-desk.ts";
import { aisha, bridge, ida, jonas, karin, noor, sofie } from "../../fixtures/people.ts";
import { asPerson, asProgram, RecordingSubscriber } from "../../fixtures/recording-subscriber.ts";

let desk: MemoryDesk;
const subscriberOf = (member: { id: string }) => new RecordingSubscriber(asPerson(`user-${member.id}`));

async function seenBy(member: typeof jonas, from: number, to: number): Promise<readonly Change[]> {
  const lines = await desk.store.changes(festival.id, from, to - from);
  return lines.filter(({ scope }) => seesChange(viewOf(member), scope)).map(({ change }) => change);
}

describe("a desk's feed", () => {
  beforeEach(async () => {
    desk = await MemoryDesk.open({ sweep: 20, stalled: 60, undrained: 100_000, retry: 10 });
  });
  afterEach(() => desk.close());

  test("F1: what happens after a join comes once and in order, and is acknowledged first", async () => {
    const feed = await desk.feed();
    const console = subscriberOf(jonas);
    const before = await desk.head();
    expect(await console.join(feed)).toMatchObject({ ok: true, head: before, reset: false, log: "log-000000000001" });
    await desk.receiveMany(50);
    await until(() => console.to === before + 50);
    expect(console.events[0]?.from).toBe(before + 1);
    expect(console.changes).toEqual(await seenBy(jonas, before, before + 50));
  });

  test("F1: whoever was away is sent what is missing before anything live", async () => {
    const feed = await desk.feed();
    const since = await desk.head();
    await desk.receiveMany(700);
    const console = subscriberOf(jonas);
    const joining = console.join(feed, { since, log: "log-000000000001" });
    await desk.receiveMany(30);
    expect(await joining).toMatchObject({ ok: true, reset: false });
    await until(() => console.to === since + 730);
    expect(console.events[0]?.from).toBe(since + 1);
    expect(console.changes).toEqual(await seenBy(jonas, since, since + 730));
  });

  test("F1: many are sent to in turns; whoever joins or leaves in the midst gets each change once, or no more", async () => {
    const feed = await desk.feed();
    const consoles = Array.from({ length: inATurn * 2 + 50 }, () => subscriberOf(jonas));
    for (const console of consoles) await console.join(feed);
    const before = await desk.head();
    const last = consoles.at(-1);
    const late = subscriberOf(sofie);
    if (last === undefined) throw new Error("There is nobody");
    let inTheMidst = () => {};
    vi.spyOn(consoles[0] as RecordingSubscriber, "send").mockImplementation(function (
      this: RecordingSubscriber,
      frame,
    ) {
      RecordingSubscriber.prototype.send.call(this, frame);
      inTheMidst();
    });
    const joined = Promise.withResolvers<unknown>();
    for (let round = 1; round <= 5; round++) {
      inTheMidst = () => {
        expect(last.to ?? before).toBe(before + round - 1);
        if (round === 3) joined.resolve(late.join(feed));
        if (round === 5) feed.leave(last);
      };
      await desk.receive();
      await until(() => consoles.at(-2)?.to === before + round);
    }
    await joined.promise;
    const head = await desk.head();
    await until(() => consoles.every((console) => console === last || console.to === head));
    for (const console of consoles.slice(0, -1)) expect(console.changes).toHaveLength(5);
    expect(last.to).toBe(head - 1);
    await until(() => late.to === head);
    expect(late.changes.map(({ seq }) => seq)).toEqual([head - 1, head]);

    await desk.receive();
    feed.flush();
    expect(new Set(consoles.slice(0, -1).map(({ to }) => to))).toEqual(new Set([head + 1]));
  });

  test("F1, F4, L5: a cursor beyond the head, of another log or too far behind is a reset, and nothing follows", async () => {
    const feed = await desk.feed();
    await desk.receiveMany(2_100);
    for (const cursor of [{ ahead: 1 }, { ahead: 0, log: "another" }, { ahead: -2_001 }]) {
      const head = await desk.head();
      const console = subscriberOf(jonas);
      const { ahead, ...options } = cursor;
      const joined = await console.join(feed, { since: head + ahead, ...options });
      expect(joined).toMatchObject({ ok: true, head, reset: true });
      await desk.receive();
      await desk.receive();
      feed.flush();
      expect(console.events).toEqual([]);
    }
    const console = subscriberOf(jonas);
    const now = await desk.head();
    expect(await console.join(feed, { since: now - 2_000 })).toMatchObject({ ok: true, reset: false });
    await until(() => console.to === now);
  });

  test("F1: a cursor that this process has not heard of yet is looked up before it counts as beyond the head", async () => {
    const feed = await desk.feed();
    desk.isPublishing = false;
    const written = await desk.receive();
    const console = subscriberOf(jonas);
    expect(await console.join(feed, { since: written })).toMatchObject({ ok: true, head: written, reset: false });
  });

  test("F1: a cursor beyond the head is refused, and no reset, while the log cannot be read", async () => {
    const feed = await desk.feed();
    desk.isPublishing = false;
    const written = await desk.receive();
    const away = vi.spyOn(desk.store, "changes").mockRejectedValue(new StoreUnavailable("away"));
    const refused = { ok: false, error: { code: "desk.unavailable" } };
    for (const since of [written, written + 3])
      expect(await subscriberOf(jonas).join(feed, { since })).toMatchObject(refused);
    // What is at hand needs no reading, and another log is another log.
    const joined = { ok: true, head: written - 1 };
    expect(await subscriberOf(jonas).join(feed)).toMatchObject({ ...joined, reset: false });
    expect(await subscriberOf(jonas).join(feed, { since: written - 1 })).toMatchObject({ ...joined, reset: false });
    expect(await subscriberOf(jonas).join(feed, { since: 1, log: "other" })).toMatchObject({ ...joined, reset: true });
    away.mockRestore();
    expect(await subscriberOf(jonas).join(feed, { since: written })).toMatchObject({ head: written, reset: false });
    expect(await subscriberOf(jonas).join(feed, { since: written + 3 })).toMatchObject({ head: written, reset: true });
  });

  test("A1: whoever another process has just added is looked up before they count as having no part", async () => {
    const feed = await desk.feed();
    desk.isPublishing = false;
    const added = { roles: ["community-manager" as const] };
    await desk.must("member.add", { ...added, member: "m-vibeke", user: "user-vibeke", name: "Vibeke" });
    expect(await feed.memberOf(asPerson("user-vibeke"))).toMatchObject({ id: "m-vibeke" });
    expect(await feed.memberOf(asPerson("user-stranger"))).toBeNull();
    await desk.must("member.add", { ...added, member: "m-jens", user: "user-jens", name: "Jens" });
    expect(await new RecordingSubscriber(asPerson("user-jens")).join(feed)).toMatchObject({ ok: true });
  });

  test("its roster follows the desk's policy, name and channels, and not the members alone", async () => {
    const feed = await desk.feed();
    await desk.must("policy.away", { awayAfterMs: 60_000 });
    await desk.must("policy.closing", { closeAfterMs: 3_600_000 });
    await desk.must("channel.add", { channel: "bluesky:festival" });
    await desk.must("desk.rename", { name: "Vinterfest" });
    await until(() => feed.roster.desk.name === "Vinterfest");
    expect(feed.roster.desk.policy).toMatchObject({ awayAfterMs: 60_000, closeAfterMs: 3_600_000 });
    expect(feed.roster.channels()).toContain("bluesky:festival");
  });

  test("F1: what another process wrote comes by the bell", async () => {
    const feed = await desk.feed();
    const console = subscriberOf(jonas);
    await console.join(feed);
    desk.isPublishing = false;
    const first = await desk.receive();
    desk.feeds.ringAll();
    await until(() => console.to === first);
    await desk.receive();
    desk.isPublishing = true;
    const last = await desk.receive();
    await until(() => console.to === last);
    expect(console.changes.map(({ seq }) => seq)).toEqual([first, first + 1, last]);
  });

  test("F1: a store that cannot be read for a while loses nothing", async () => {
    const feed = await desk.feed();
    const console = subscriberOf(jonas);
    await console.join(feed);
    desk.isPublishing = false;
    const written = await desk.receive();
    desk.store.isBroken = true;
    feed.ring();
    await until(() => desk.warnings.length > 0);
    desk.store.isBroken = false;
    await until(() => console.to === written);
  });

  test("F1: consoles of several views that drop and come back, whatever is written meanwhile, miss and repeat nothing", async () => {
    const members = [jonas, ida, noor];
    const step = fc.oneof(
      fc.record({
        act: fc.constant("receive" as const),
        kind: fc.constantFrom("mention", "dm", "comment"),
        channel: fc.constantFrom("x:festival", "instagram:festival"),
        count: fc.integer({ min: 1, max: 40 }),
        elsewhere: fc.boolean(),
      }),
      fc.record({ act: fc.constant("drop" as const), who: fc.integer({ min: 0, max: 5 }) }),
      fc.record({ act: fc.constant("join" as const), who: fc.integer({ min: 0, max: 5 }) }),
      fc.record({ act: fc.constant("stick" as const), who: fc.integer({ min: 0, max: 5 }) }),
      fc.record({ act: fc.constant("breathe" as const), ms: fc.integer({ min: 0, max: 30 }) }),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 5, maxLength: 40 }), async (steps) => {
        const feed = await desk.feed();
        const start = await desk.head();
        const consoles = Array.from({ length: 6 }, (_, index) => ({
          member: members[index % 3] ?? jonas,
          cursor: start,
          seen: [] as Change[],
          live: null as RecordingSubscriber | null,
        }));
        const drop = (one: (typeof consoles)[number]) => {
          if (one.live === null) return;
          feed.leave(one.live);
          one.live.isOpen = false;
          one.live.drain();
          one.seen.push(...one.live.changes);
          one.cursor = one.live.to ?? one.cursor;
          one.live = null;
        };
        const join = async (one: (typeof consoles)[number]) => {
          if (one.live !== null) return;
          one.live = subscriberOf(one.member);
          const joined = await one.live.join(feed, { since: one.cursor, log: "log-000000000001" });
          expect(joined).toMatchObject({ ok: true, reset: false });
        };
        const writing: Array<Promise<void>> = [];
        for (const step of steps) {
          if (step.act === "receive") {
            desk.isPublishing = !step.elsewhere;
            const { kind, channel } = step;
            writing.push(desk.receiveMany(step.count, { kind: kind as "dm", channel, author: { handle: `g${kind}` } }));
          } else if (step.act === "breathe") {
            await new Promise((resolve) => setTimeout(resolve, step.ms));
          } else {
            const one = consoles[step.who];
            if (one === undefined) continue;
            if (step.act === "drop") drop(one);
            else if (step.act === "join") await join(one);
            else if (one.live !== null) one.live.isStuck = true;
          }
        }
        await Promise.all(writing);
        for (const one of consoles) {
          drop(one);
          await join(one);
        }
        desk.feeds.ringAll();
        const head = await desk.head();
        await until(() => consoles.every((one) => one.cursor === head || one.live?.to === head));
        for (const one of consoles) {
          drop(one);
          expect(one.seen).toEqual(await seenBy(one.member, start, head));
        }
      }),
      { numRuns: 25, seed: 72, endOnFailure: true },
    );
  });

  test("F2: each view is sent what it may see, encoded once, with numbers that cover what is left out", async () => {
    const feed = await desk.feed();
    const [one, other, analyst, onInstagram] = [jonas, sofie, ida, noor].map(subscriberOf) as [
      RecordingSubscriber,
      RecordingSubscriber,
      RecordingSubscriber,
      RecordingSubscriber,
    ];
    for (const console of [one, other, analyst, onInstagram]) await console.join(feed);
    const first = await desk.receive({ kind: "dm", channel: "x:festival" });
    await until(() => [one, other, analyst, onInstagram].every(({ to }) => to === first));
    expect(one.changes.map(({ type }) => type)).toEqual(["item.received"]);
    expect(one.frames[0]).toBe(other.frames[0]);
    expect(analyst.events).toMatchObject([{ from: first, to: first, changes: [] }]);
    expect(analyst.frames[0]?.text).not.toContain("Hvor er indgangen");
    expect(onInstagram.changes).toEqual([]);
  });

  test("F2: who is given another view is told before anything else comes, and what came meanwhile is a reset", async () => {
    const feed = await desk.feed();
    const console = subscriberOf(sofie);
    const unaffected = subscriberOf(jonas);
    await console.join(feed);
    await unaffected.join(feed);
    const seen = await desk.receive({ kind: "dm" });
    await desk.must("member.roles", { member: "sofie", roles: ["analyst"] }, karin);
    const last = await desk.receive({ kind: "dm", author: { handle: "other" } });
    await until(() => unaffected.to === last);
    expect(console.closed).toEqual([{ desk: "festival", reason: "view-changed" }]);
    expect(console.changes.map(({ seq }) => seq)).toEqual([seen]);
    expect(unaffected.closed).toEqual([]);
    const again = subscriberOf(sofie);
    expect(await again.join(feed, { since: seen })).toMatchObject({ ok: true, reset: true });
    expect(await again.join(feed)).toMatchObject({ ok: true, reset: false });
    await desk.receive({ kind: "dm", author: { handle: "third" } });
    await until(() => again.to !== undefined);
    expect(again.changes).toEqual([]);
  });

  test("F3: a console that takes nothing for too long, or has too much waiting, is cut off", async () => {
    const feed = await desk.feed();
    const [stalled, flooded, brisk] = [jonas, sofie, aisha].map(subscriberOf) as [
      RecordingSubscriber,
      RecordingSubscriber,
      RecordingSubscriber,
    ];
    for (const console of [stalled, flooded, brisk]) await console.join(feed);
    stalled.isStuck = true;
    await desk.receive();
    await until(() => stalled.closed.length > 0);
    flooded.isStuck = true;
    await desk.receiveMany(300, { text: "æ".repeat(500) });
    await until(() => flooded.closed.length > 0);
    expect(stalled.closed).toEqual([{ desk: "festival", reason: "too-slow" }]);
    expect(flooded.closed).toEqual([{ desk: "festival", reason: "too-slow" }]);
    const sent = flooded.frames.length;
    const last = await desk.receive();
    await until(() => brisk.to === last);
    expect(flooded.frames).toHaveLength(sent);
    expect(brisk.closed).toEqual([]);
    const again = subscriberOf(sofie);
    const joined = await again.join(feed, { since: flooded.to ?? 0 });
    expect(joined).toMatchObject({ ok: true, reset: false });
    await until(() => again.to === last);
  });

  test("F4: catch-up goes in frames of at most 256 KB, shared among consoles at the same cursor", async () => {
    const feed = await desk.feed();
    const since = await desk.head();
    await desk.receiveMany(900, { text: "Hvornår spiller de? ".repeat(60) });
    const head = await desk.head();
    const consoles = [jonas, sofie, aisha].map(subscriberOf);
    for (const console of consoles) await console.join(feed, { since });
    await until(() => consoles.every(({ to }) => to === head));
    const [first] = consoles;
    expect(first?.frames.length).toBeGreaterThan(4);
    for (const frame of first?.frames ?? []) expect(frame.bytes.length).toBeLessThanOrEqual(largestFrame);
    // Before it is known how much they take, little.
    const [begins = 0, ...then] = (first?.frames ?? []).map(({ bytes }) => bytes.length);
    expect(begins).toBeLessThan(40 * 1024);
    expect(Math.max(...then)).toBeGreaterThan(200 * 1024);
    for (const console of consoles) {
      expect(console.frames).toHaveLength(first?.frames.length ?? 0);
      for (const [index, frame] of console.frames.entries()) expect(frame).toBe(first?.frames[index]);
    }
  });

  test("F4: the next frame waits until the last has drained, and twenty catch up at a time", async () => {
    await desk.close();
    desk = await MemoryDesk.open({ patience: 60_000 });
    const feed = await desk.feed();
    const since = await desk.head();
    await desk.receiveMany(600, { text: "Hvornår spiller de? ".repeat(60) });
    const head = await desk.head();
    const consoles = Array.from({ length: 25 }, () => subscriberOf(jonas));
    for (const console of consoles) {
      console.isStuck = true;
      await console.join(feed, { since });
    }
    const served = () => consoles.filter(({ frames }) => frames.length > 0);
    await until(() => served().length === 20);
    await new Promise((resolve) => setTimeout(resolve, 100));
    expect(served()).toHaveLength(20);
    for (const { frames } of served()) expect(frames).toHaveLength(1);
    for (const console of consoles) console.drain();
    await until(() => consoles.every(({ to }) => to === head));
  });

  test("F1, F4: those who take nothing of their catch-up keep nobody else waiting", async () => {
    await desk.close();
    desk = await MemoryDesk.open({ patience: 5, stalled: 60_000 });
    const feed = await desk.feed();
    const since = await desk.head();
    await desk.receiveMany(600, { text: "Hvornår spiller de? ".repeat(60) });
    const stuck = Array.from({ length: 60 }, () => subscriberOf(jonas));
    for (const console of stuck) {
      console.isStuck = true;
      await console.join(feed, { since });
    }
    const brisk = subscriberOf(sofie);
    await brisk.join(feed, { since });
    const last = await desk.receive();
    await until(() => brisk.to === last);
    for (const { frames } of stuck) expect(frames).toHaveLength(1);
    for (const console of stuck) console.drain();
    await until(() => stuck.every(({ to }) => to === last));
  });

  test("A2: who is removed is told at once and sent nothing after, and cannot join again", async () => {
    const feed = await desk.feed();
    const [console, program, other] = [
      subscriberOf(sofie),
      new RecordingSubscriber(asProgram("festival", "noor")),
      subscriberOf(jonas),
    ];
    for (const one of [console, program, other]) await one.join(feed);
    await desk.must("member.remove", { member: "sofie" }, karin);
    await desk.must("member.remove", { member: "noor" }, karin);
    const last = await desk.receive();
    await until(() => other.to === last);
    expect(console.closed).toEqual([{ desk: "festival", reason: "removed" }]);
    expect(program.closed).toEqual([{ desk: "festival", reason: "removed" }]);
    expect(console.events).toEqual([]);
    expect(await console.join(feed)).toMatchObject({ ok: false, error: { code: "desk.unknown" } });
  });

  test("A2: the end of a member's sign-in is told to whoever keeps the connections, whichever process noted it", async () => {
    await desk.feed();
    const ended: string[] = [];
    desk.feeds.onSessionEnded((_desk, member) => ended.push(member.id));
    desk.isPublishing = false;
    await desk.must("member.session.end", { member: "sofie" });
    desk.feeds.ringAll();
    await until(() => ended.length > 0);
    expect(ended).toEqual(["sofie"]);
  });

  test("A1: who has no part in the desk, or only brings messages in, cannot follow it", async () => {
    const feed = await desk.feed();
    const stranger = new RecordingSubscriber(asPerson("user-stranger"));
    expect(await stranger.join(feed)).toMatchObject({ ok: false, error: { code: "desk.unknown" } });
    const elsewhere = new RecordingSubscriber(asProgram("another", "jonas"));
    expect(await elsewhere.join(feed)).toMatchObject({ ok: false, error: { code: "desk.unknown" } });
    const source = new RecordingSubscriber(asProgram("festival", bridge.id));
    expect(await source.join(feed)).toMatchObject({ ok: false, error: { code: "forbidden" } });
  });

  test("L5: when the log is another one everyone is sent for a fresh copy", async () => {
    const feed = await desk.feed();
    const console = subscriberOf(jonas);
    await console.join(feed);
    desk.store.renewLog("festival");
    desk.feeds.ringAll();
    await until(() => console.closed.length > 0);
    expect(console.closed).toEqual([{ desk: "festival", reason: "view-changed" }]);
    const again = await desk.feed();
    expect(again).not.toBe(feed);
    expect(await console.join(again, { since: 1, log: "log-000000000001" })).toMatchObject({
      ok: true,
      reset: true,
      log: "log-000000000002",
    });
  });

  test("a desk that is deleted is closed to everyone", async () => {
    const feed = await desk.feed();
    const console = subscriberOf(jonas);
    await console.join(feed);
    desk.store.deleteDesk("festival");
    desk.feeds.ringAll();
    await until(() => console.closed.length > 0);
    expect(console.closed).toEqual([{ desk: "festival", reason: "desk-gone" }]);
    expect(await desk.feeds.open("festival")).toBeNull();
  });
});

test("a frame's bytes are one WebSocket text frame around its text, however long it is", () => {
  for (const length of [0, 10, 125, 126, 65_400, 65_536, 300_000]) {
    const frame = new ChangesFrame("festival", 1, 2, "2026-07-04T18:00:00.000Z", [JSON.stringify("æ".repeat(length))]);
    const { bytes } = frame;
    const payload = Buffer.from(`4${frame.text}`);
    const header = bytes.subarray(0, bytes.length - payload.length);
    expect(bytes.subarray(header.length)).toEqual(payload);
    expect(header[0]).toBe(0x81);
    const short = header[1] ?? 0;
    expect(header).toHaveLength(short < 126 ? 2 : short === 126 ? 4 : 10);
    const said = short < 126 ? short : short === 126 ? header.readUInt16BE(2) : Number(header.readBigUInt64BE(2));
    expect(said).toBe(payload.length);
  }
});
