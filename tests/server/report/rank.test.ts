import { percentilesOf } from "@flowdesk/server/report/rank.ts";
import { nearestRank } from "@flowdesk/shared/clock/percentile.ts";
import { array, assert, integer, property } from "fast-check";
import { expect, test } from "vitest";

test("percentiles of values in no order are those of the values in order", () => {
  const shares = [0, 0.1, 0.5, 0.9, 0.95, 1];
  assert(
    property(array(integer({ min: 0, max: 50 }), { maxLength: 200 }), (values) => {
      const sorted = values.toSorted((a, b) => a - b);
      expect(percentilesOf(Float64Array.from(values), shares)).toEqual(shares.map((p) => nearestRank(sorted, p)));
    }),
    { numRuns: 300 },
  );
});

test("a hundred thousand values of one length, rising or falling, are selected from as well", () => {
  const size = 100_000;
  for (const value of [(_: number) => 7, (i: number) => i, (i: number) => size - 1 - i]) {
    const values = Float64Array.from({ length: size }, (_, i) => value(i));
    const sorted = [...values].sort((a, b) => a - b);
    expect(percentilesOf(values, [0.5, 0.9])).toEqual([nearestRank(sorted, 0.5), nearestRank(sorted, 0.9)]);
  }
});
