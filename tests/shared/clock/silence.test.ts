import { silenceOf } from "@flowdesk/shared/clock/silence.ts";
import { hour, minute, second } from "@flowdesk/shared/time/instant.ts";
import fc from "fast-check";
import { describe, expect, test } from "vitest";

const begin = 1_000 * hour;

/** Arrivals with these gaps between them. */
function spaced(...gaps: readonly number[]): number[] {
  const times = [begin];
  for (const gap of gaps) times.push((times.at(-1) ?? begin) + gap);
  return times;
}

const last = (times: readonly number[]) => times.at(-1) ?? begin;

describe("A channel", () => {
  test("that nothing has come by is not silent: nobody knows what is usual", () => {
    expect(silenceOf([], begin)).toEqual({ lastAt: null, usualMs: null, afterMs: null, isSilent: false });
  });

  test("with five arrivals or fewer is not silent, and says when the last one was", () => {
    const times = spaced(minute, minute, minute, minute);
    expect(silenceOf(times, begin + 9 * hour)).toMatchObject({ lastAt: last(times), afterMs: null, isSilent: false });
  });

  test("that brings something every minute is silent after ten minutes, not before", () => {
    const times = spaced(...Array<number>(30).fill(minute));
    expect(silenceOf(times, last(times) + 10 * minute)).toMatchObject({ isSilent: false, afterMs: 10 * minute });
    expect(silenceOf(times, last(times) + 10 * minute + 1)).toMatchObject({ isSilent: true, usualMs: minute });
  });

  test("that brings something every ten minutes may be silent for half an hour", () => {
    const times = spaced(...Array<number>(20).fill(10 * minute));
    expect(silenceOf(times, last(times) + 29 * minute).isSilent).toBe(false);
    expect(silenceOf(times, last(times) + 31 * minute).isSilent).toBe(true);
  });

  test("a burst of a hundred in a minute counts as one arrival", () => {
    const times = spaced(
      ...Array<number>(6).fill(8 * minute),
      ...Array<number>(100).fill(second / 2),
      ...Array<number>(6).fill(8 * minute),
    );
    expect(silenceOf(times, last(times)).usualMs).toBeGreaterThanOrEqual(8 * minute);
  });

  test("a burst and then calm: it is silent once, and after a few arrivals the calm is usual", () => {
    const burst = Array<number>(180).fill(minute);
    const calm = (count: number) => spaced(...burst, ...Array<number>(count).fill(15 * minute));
    expect(silenceOf(calm(0), last(calm(0)) + 14 * minute).isSilent).toBe(true);
    expect(silenceOf(calm(5), last(calm(5)) + 14 * minute).isSilent).toBe(false);
  });

  test("one long gap is not usual yet", () => {
    const times = spaced(...Array<number>(40).fill(minute), 3 * hour, ...Array<number>(10).fill(minute));
    expect(silenceOf(times, last(times) + 11 * minute).isSilent).toBe(true);
  });

  test("once silent stays silent until something comes", () => {
    const gaps = fc.array(fc.integer({ min: 0, max: 2 * hour }), { maxLength: 120 });
    fc.assert(
      fc.property(gaps, fc.nat(6 * hour), fc.nat(6 * hour), (between, first, more) => {
        const times = spaced(...between);
        const now = last(times) + first;
        const { isSilent, afterMs } = silenceOf(times, now);
        if (isSilent) expect(silenceOf(times, now + more).isSilent).toBe(true);
        if (afterMs !== null) expect(afterMs).toBeGreaterThanOrEqual(10 * minute);
      }),
    );
  });
});
