import { Pulses } from "@flowdesk/server/desk/pulse.ts";
import type { Reader } from "@flowdesk/server/storage/queries/readings.ts";
import { viewOf } from "@flowdesk/shared/desk/view.ts";
import { pulseLineSchema } from "@flowdesk/shared/protocol/pulse.ts";
import { hour, instant, millis, minute, second } from "@flowdesk/shared/time/instant.ts";
import { beforeEach, describe, expect, test } from "vitest";
import { sqliteStore } from "../../fixtures/data-folder.ts";
import { festival, incoming, opening } from "../../fixtures/desk.ts";
import { DeskInStore } from "../../fixtures/desk-in-store.ts";
import { aisha, ida, jonas, karin, noor } from "../../fixtures/people.ts";

const desk = festival.id;
const start = millis(opening);

/** The pulses of a desk in a store, at a time that the test sets, with a count of what was read. */
async function setUp() {
  const { store } = sqliteStore();
  const inStore = await DeskInStore.open(store);
  const asked: Array<{ from: number; until: number }> = [];
  const reader: Reader = {
    read: (name, args) => {
      if (name === "arrivals") asked.push(args as { from: number; until: number });
      return store.read(name, args);
    },
  };
  const clock = { now: start + 12 * hour };
  const pulses = new Pulses({ store: reader, now: () => clock.now, monotonic: () => clock.now });
  let sent = 0;
  /** Brings messages in, each at its own time in ms after the opening; negative for before. */
  const bring = async (channel: string, kind: "mention" | "comment" | "dm", ...times: readonly number[]) => {
    inStore.now = instant(Math.max(start, clock.now));
    await inStore.receive(
      ...times.map((at) =>
        incoming({
          externalId: `m${++sent}`,
          channel,
          kind,
          author: { handle: `guest${sent}` },
          at: instant(start + at),
        }),
      ),
    );
  };
  return { pulses, bring, clock, asked };
}

let set: Awaited<ReturnType<typeof setUp>>;
beforeEach(async () => {
  set = await setUp();
});

const now = 12 * hour;

describe("The pulse", () => {
  test("counts minute by minute by the message's own time, direct messages apart", async () => {
    await set.bring("x:festival", "mention", now - 10 * second, now - minute, now - minute - second, now - 61 * minute);
    await set.bring("x:festival", "dm", now - 30 * minute);
    const { lines } = await set.pulses.of(desk, viewOf(aisha));
    for (const line of lines) pulseLineSchema.parse(line);
    expect(lines.map(({ channel, dm }) => `${channel} ${dm}`)).toEqual(["x:festival false", "x:festival true"]);
    const [x, dms] = lines;
    expect(x?.arrivals.reduce((sum, count) => sum + count, 0)).toBe(3);
    expect(x).toMatchObject({ lastAt: instant(start + now - 10 * second), silentMs: 10 * second });
    expect(dms?.arrivals[29]).toBe(1);
  });

  test("says that a channel has been silent for longer than usual, and for how long", async () => {
    const every = Array.from({ length: 30 }, (_, place) => now - 30 * minute - place * 2 * minute);
    await set.bring("x:festival", "mention", ...every);
    const [x] = (await set.pulses.of(desk, viewOf(aisha))).lines;
    expect(x).toMatchObject({ silent: true, silentMs: 30 * minute, usualMs: 2 * minute, silentAfterMs: 10 * minute });
  });

  test("is read at most once a second, then only for what is new, and now and then as a whole", async () => {
    await set.bring("x:festival", "mention", now - 2 * hour, now - minute);
    const view = viewOf(aisha);
    await Promise.all([set.pulses.of(desk, view), set.pulses.of(desk, view)]);
    set.clock.now += 999;
    await set.pulses.of(desk, view);
    const whole = set.asked.length;
    expect(whole).toBe(13);
    set.clock.now += 30 * second;
    await set.bring("x:festival", "mention", now + 20 * second);
    const [x] = (await set.pulses.of(desk, view)).lines;
    expect(set.asked).toHaveLength(whole + 1);
    expect(set.asked[whole]?.from).toBe(start + now - 5 * minute);
    expect(x).toMatchObject({ lastAt: instant(start + now + 20 * second) });
    expect(x?.arrivals.reduce((sum, count) => sum + count, 0)).toBe(2);
    set.clock.now += 10 * minute;
    await set.pulses.of(desk, view);
    expect(set.asked[whole + 1]?.from).toBeLessThan(start + hour);
    expect(set.asked.every(({ from, until }) => until - from < hour)).toBe(true);
  });

  test("F2: shows everybody what they see: channels, and direct messages or not", async () => {
    await set.bring("x:festival", "mention", now - minute);
    await set.bring("x:festival", "dm", now - minute);
    await set.bring("instagram:festival", "dm", now - minute);
    const seen = async (who: typeof aisha) =>
      (await set.pulses.of(desk, viewOf(who))).lines.map(({ channel, dm }) => `${channel}${dm ? " dm" : ""}`);
    expect(await seen(jonas)).toEqual(["instagram:festival dm", "x:festival", "x:festival dm"]);
    expect(await seen(noor)).toEqual(["instagram:festival dm"]);
    expect(await seen(ida)).toEqual(["x:festival"]);
    expect(await seen(karin)).toEqual([]);
  });
});
