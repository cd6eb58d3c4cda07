import { isSpike } from "@flowdesk/shared/clock/spike.ts";
import { describe, expect, test } from "vitest";

const calm = (perMinute: number, minutes = 30): number[] => Array<number>(minutes).fill(perMinute);

describe("a spike", () => {
  test("is three times the usual pace, at ten a minute at least, over two full minutes", () => {
    expect(isSpike([...calm(5), 15, 15, 0])).toBe(true);
    expect(isSpike([...calm(5), 14, 14, 0])).toBe(false);
    expect(isSpike([...calm(5), 5, 25, 0])).toBe(true);
    expect(isSpike([...calm(1), 9, 9, 0])).toBe(false);
    expect(isSpike([...calm(5), 5, 5, 90])).toBe(false);
  });

  test("is not the first that is ever heard of a channel", () => {
    expect(isSpike([...calm(0), 40, 40, 0])).toBe(false);
    expect(isSpike([])).toBe(false);
    expect(isSpike([...calm(0, 24), ...calm(2, 5), 40, 40, 0])).toBe(false);
  });

  test("one burst within the minutes before does not hide it", () => {
    expect(isSpike([...calm(4, 18), 80, ...calm(4, 11), 20, 20, 0])).toBe(true);
  });

  test("stays one until the pace has come down", () => {
    expect(isSpike([...calm(5), 12, 12, 0])).toBe(false);
    expect(isSpike([...calm(5), 12, 12, 0], true)).toBe(true);
    expect(isSpike([...calm(5), 7, 7, 0], true)).toBe(false);
  });
});
