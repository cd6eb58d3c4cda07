import { nearestRank } from "@flowdesk/shared/clock/percentile.ts";
import fc from "fast-check";
import { describe, expect, test } from "vitest";

describe("nearest rank", () => {
  test.each([
    [[15, 20, 35, 40, 50], 0.05, 15],
    [[15, 20, 35, 40, 50], 0.3, 20],
    [[15, 20, 35, 40, 50], 0.4, 20],
    [[15, 20, 35, 40, 50], 0.5, 35],
    [[15, 20, 35, 40, 50], 1, 50],
    [[3, 6, 7, 8, 8, 10, 13, 15, 16, 20], 0.25, 7],
    [[3, 6, 7, 8, 8, 10, 13, 15, 16, 20], 0.5, 8],
    [[3, 6, 7, 8, 8, 10, 13, 15, 16, 20], 0.75, 15],
    [[3, 6, 7, 8, 8, 10, 13, 15, 16, 20], 0.9, 16],
    [[1, 2], 0.5, 1],
    [[7], 0.9, 7],
    [[1, 2, 3], 0, 1],
  ])("of %j at %d is %d", (sorted, p, value) => {
    expect(nearestRank(sorted, p)).toBe(value);
  });

  test("whole ranks stay whole although 0.07 × 100 and 0.57 × 100 are not in floating point", () => {
    const hundred = Array.from({ length: 100 }, (_, index) => index + 1);
    for (let percent = 1; percent <= 100; percent++) expect(nearestRank(hundred, percent / 100)).toBe(percent);
  });

  test("of nothing there is none", () => {
    expect(nearestRank([], 0.5)).toBeNull();
  });

  test("what is no share is refused", () => {
    for (const p of [-0.1, 1.1, 50, Number.NaN]) expect(() => nearestRank([1], p)).toThrow(RangeError);
  });

  test("the share of values up to it is at least p, and less than p before it", () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 0, max: 50 }), { minLength: 1 }),
        fc.integer({ min: 1, max: 100 }),
        (values, percent) => {
          const sorted = values.toSorted((a, b) => a - b);
          const found = nearestRank(sorted, percent / 100) ?? Number.NaN;
          const upTo = sorted.filter((value) => value <= found).length;
          const before = sorted.filter((value) => value < found).length;
          expect(upTo * 100 >= percent * sorted.length).toBe(true);
          expect(before * 100 < percent * sorted.length).toBe(true);
        },
      ),
    );
  });
});
