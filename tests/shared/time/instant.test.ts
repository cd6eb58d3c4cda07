import { day, hour, instant, instantSchema, millis, minute, second } from "@flowdesk/shared/time/instant.ts";
import fc from "fast-check";
import { describe, expect, test } from "vitest";

const first = millis("0000-01-01T00:00:00.000Z");
const last = millis("9999-12-31T23:59:59.999Z");
const anyMillis = fc.integer({ min: first, max: last });

describe("T1: an instant is ISO 8601 in UTC with milliseconds and Z", () => {
  test("round trip, always 24 characters", () => {
    fc.assert(
      fc.property(anyMillis, (ms) => {
        const at = instant(ms);
        expect(at).toHaveLength(24);
        expect(millis(at)).toBe(ms);
        expect(millis(at)).toBe(Date.parse(at));
        expect(instantSchema.parse(at)).toBe(at);
      }),
    );
  });

  test("the order of strings is the order of time", () => {
    fc.assert(
      fc.property(anyMillis, anyMillis, (a, b) => {
        expect(instant(a) < instant(b)).toBe(a < b);
      }),
    );
  });

  test("units", () => {
    expect([second, minute, hour, day]).toEqual([1_000, 60_000, 3_600_000, 86_400_000]);
  });

  test("outside the four-digit years, or no number, there is none", () => {
    for (const ms of [first - 1, last + 1, Number.NaN, Number.POSITIVE_INFINITY]) {
      expect(() => instant(ms)).toThrow(RangeError);
    }
    for (const text of [
      "soon",
      "2026-11-2:T02:03:39.123Z",
      "2026-13-01T00:00:00.000Z",
      "2026-11-22T25:00:00.000Z",
      "X".repeat(24),
    ]) {
      expect(() => millis(text)).toThrow(RangeError);
    }
  });

  test("fractions of a millisecond are dropped towards the past, also before 1970", () => {
    expect(instant(0.9)).toBe("1970-01-01T00:00:00.000Z");
    expect(instant(-0.1)).toBe("1969-12-31T23:59:59.999Z");
  });
});

describe("S1: at the door", () => {
  test.each([
    ["2026-11-22T02:03:39.123Z", "2026-11-22T02:03:39.123Z"],
    ["2026-11-22T02:03:39Z", "2026-11-22T02:03:39.000Z"],
    ["2026-11-22T02:03Z", "2026-11-22T02:03:00.000Z"],
    ["2026-11-22T02:03:39.1Z", "2026-11-22T02:03:39.100Z"],
    ["2026-11-22T02:03:39,5Z", "2026-11-22T02:03:39.500Z"],
    ["2026-11-22T02:03:39.123999999Z", "2026-11-22T02:03:39.123Z"],
    ["2026-11-22T02:03:39+01:00", "2026-11-22T01:03:39.000Z"],
    ["2026-11-22T02:03:39+0530", "2026-11-21T20:33:39.000Z"],
    ["2026-11-22T02:03:39-08", "2026-11-22T10:03:39.000Z"],
    ["2016-12-31T23:59:60Z", "2016-12-31T23:59:59.000Z"],
    ["2024-02-29T00:00:00Z", "2024-02-29T00:00:00.000Z"],
    ["0000-01-01T00:00:00Z", "0000-01-01T00:00:00.000Z"],
  ])("%s is %s", (text, at) => {
    expect(instantSchema.parse(text)).toBe(at);
  });

  test.each([
    "",
    "now",
    "2026-11-22",
    "2026-11-22T02:03:39",
    "2026-11-22 02:03:39Z",
    "2026-02-30T00:00:00.000Z",
    "2026-02-29T00:00:00.000Z",
    "2026-13-01T00:00:00.000Z",
    "2026-11-22T24:00:00.000Z",
    "2026-11-22T02:60:00Z",
    "2026-11-22T02:03:39+25:00",
    "0000-01-01T00:00:00+01:00",
    "9999-12-31T23:59:59-01:00",
    "+012026-11-22T02:03:39Z",
    "2026-11-22T02:03:39Z[Europe/Copenhagen]",
    "1669082619123",
  ])("%j is refused", (text) => {
    expect(instantSchema.safeParse(text).success).toBe(false);
  });

  test("what is no string is refused", () => {
    for (const value of [1669082619123, null, undefined, new Date(0)]) {
      expect(instantSchema.safeParse(value).success).toBe(false);
    }
  });
});
