import { describe, expect, test } from "vitest";
import { byTurns, type Pair, ratioOf } from "./statistics.ts";

describe("the ratio of pairs", () => {
  test("is that of each pair, however much both differ from one pair to the next", () => {
    const pairs = [1, 3, 0.2, 40].map((ms): Pair<number> => [ms, ms * 1.25]);
    expect(ratioOf(pairs).ratio).toBeCloseTo(1.25, 10);
    expect(ratioOf(pairs).within).toBeCloseTo(0, 10);
  });

  test("is not moved by one odd pair, and says that it may be off by more", () => {
    const even: Pair<number>[] = [0.98, 0.99, 1, 1.01, 1.02, 1, 0.99].map((ratio) => [10, 10 * ratio]);
    const odd = ratioOf([...even, [10, 90]]);
    expect(odd.ratio).toBeCloseTo(1, 1);
    expect(odd.within).toBeGreaterThan(ratioOf(even).within * 10);
  });

  test("of the one to the other is the inverse of that of the other to the one", () => {
    const pairs: Pair<number>[] = [
      [2, 3],
      [5, 4],
      [7, 8],
    ];
    const turned = pairs.map(([one, other]): Pair<number> => [other, one]);
    expect(ratioOf(pairs).ratio * ratioOf(turned).ratio).toBeCloseTo(1, 10);
  });

  test("of a single pair does not say how far it may be off; of none there is none", () => {
    expect(ratioOf([[4, 5]])).toEqual({ ratio: expect.closeTo(1.25, 10), within: Number.NaN });
    expect(() => ratioOf([])).toThrow(RangeError);
  });
});

test("the one and the other change places with every turn, and stand where they belong", async () => {
  const asked: number[] = [];
  const take = async (place: 0 | 1) => {
    asked.push(place);
    return `of ${place}`;
  };
  for (const turn of [0, 1, 2]) expect(await byTurns(turn, take)).toEqual(["of 0", "of 1"]);
  expect(asked).toEqual([0, 1, 1, 0, 0, 1]);
});
