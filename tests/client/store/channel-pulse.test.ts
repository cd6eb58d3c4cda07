import { pulseByChannel, silentFor } from "@flowdesk/client/store/channel-pulse.ts";
import type { PulseAnswer, PulseLine } from "@flowdesk/shared/protocol/pulse.ts";
import { instant, minute } from "@flowdesk/shared/time/instant.ts";
import { describe, expect, test } from "vitest";

const now = Date.parse("2026-07-04T20:00:30.000Z");

function line(dm: boolean, last: number, more: Partial<PulseLine> = {}): PulseLine {
  const arrivals = Array<number>(60).fill(0);
  arrivals[59] = last;
  return {
    channel: "x:f",
    dm,
    arrivals,
    lastAt: instant(now - 12 * minute),
    usualMs: minute,
    silentAfterMs: 10 * minute,
    silent: true,
    silentMs: 12 * minute,
    ...more,
  };
}

const answer: PulseAnswer = { desk: "festival", now: instant(now), lines: [line(false, 3), line(true, 2)] };

describe("A channel's pulse on the console", () => {
  test("counts direct messages in, and moves on as minutes pass", () => {
    expect(pulseByChannel(answer, now, 3).get("x:f")?.arrivals).toEqual([0, 0, 5]);
    expect(pulseByChannel(answer, now + minute, 3).get("x:f")?.arrivals).toEqual([0, 5, 0]);
    expect(pulseByChannel(answer, now + 90 * minute, 3).get("x:f")?.arrivals).toEqual([0, 0, 0]);
  });

  test("says silence of each apart, and none where nothing is known", () => {
    const pulse = pulseByChannel({ ...answer, lines: [line(true, 0)] }, now, 3).get("x:f");
    expect(pulse === undefined ? null : silentFor(pulse.dm, now)).toBe(12 * minute);
    expect(pulse === undefined ? 0 : silentFor(pulse.open, now)).toBeNull();
    expect(silentFor({ lastAt: now - 10 * minute, afterMs: 10 * minute }, now)).toBeNull();
    expect(silentFor({ lastAt: now - 90 * minute, afterMs: null }, now)).toBeNull();
  });
});
