import { hour, instant, millis, minute, second } from "@flowdesk/shared/time/instant.ts";
import { isZone, resolveWallClock, wallClockOf, wallClockSchema } from "@flowdesk/shared/time/wall-clock.ts";
import fc from "fast-check";
import { describe, expect, test } from "vitest";

const zones = [
  "Europe/Copenhagen",
  "Europe/Oslo",
  "America/New_York",
  "Australia/Lord_Howe",
  "Pacific/Apia",
  "Asia/Beirut",
  "America/St_Johns",
  "Asia/Kathmandu",
  "UTC",
];

describe("T1: a wall-clock time comes to one instant", () => {
  test.each([
    ["Europe/Copenhagen", "2026-01-15T12:00:00", "2026-01-15T11:00:00.000Z"],
    ["Europe/Copenhagen", "2026-07-15T12:00:00", "2026-07-15T10:00:00.000Z"],
    ["Europe/Copenhagen", "2026-03-29T01:59:59", "2026-03-29T00:59:59.000Z"],
    ["Europe/Copenhagen", "2026-03-29T03:00:00", "2026-03-29T01:00:00.000Z"],
    ["Europe/Copenhagen", "2026-10-25T01:59:59", "2026-10-24T23:59:59.000Z"],
    ["Europe/Copenhagen", "2026-10-25T03:00:00", "2026-10-25T02:00:00.000Z"],
    ["Europe/Oslo", "2026-05-17T10:00:00", "2026-05-17T08:00:00.000Z"],
    ["America/New_York", "2026-07-04T21:00:00", "2026-07-05T01:00:00.000Z"],
    ["Australia/Lord_Howe", "2026-01-01T00:00:00", "2025-12-31T13:00:00.000Z"],
    ["Australia/Lord_Howe", "2026-07-01T00:00:00", "2026-06-30T13:30:00.000Z"],
    ["Pacific/Apia", "2011-12-29T23:59:59", "2011-12-30T09:59:59.000Z"],
    ["Pacific/Apia", "2011-12-31T00:00:00", "2011-12-30T10:00:00.000Z"],
  ])("%s %s is %s", (zone, local, at) => {
    expect(resolveWallClock({ local, zone })).toEqual({ at, shifted: null });
    expect(wallClockOf(at, zone)).toEqual({ local, zone });
  });

  test.each([
    ["Europe/Copenhagen", "2026-03-29T02:00:00", "2026-03-29T01:00:00.000Z", hour],
    ["Europe/Copenhagen", "2026-03-29T02:30:00", "2026-03-29T01:30:00.000Z", hour],
    ["Europe/Oslo", "2026-03-29T02:59:59", "2026-03-29T01:59:59.000Z", hour],
    ["America/New_York", "2026-03-08T02:30:00", "2026-03-08T07:30:00.000Z", hour],
    ["Australia/Lord_Howe", "2026-10-04T02:15:00", "2026-10-03T15:45:00.000Z", 30 * minute],
    ["Pacific/Apia", "2011-12-30T12:00:00", "2011-12-30T22:00:00.000Z", 24 * hour],
  ])("%s skips %s: it moves forward by the gap, and that is said", (zone, local, at, movedBy) => {
    expect(resolveWallClock({ local, zone })).toEqual({ at, shifted: { kind: "skipped", movedBy } });
    const shown = wallClockOf(at, zone).local;
    expect(millis(`${shown}Z`) - millis(`${local}Z`)).toBe(movedBy);
  });

  test.each([
    ["Europe/Copenhagen", "2026-10-25T02:00:00", "2026-10-25T00:00:00.000Z"],
    ["Europe/Copenhagen", "2026-10-25T02:30:00", "2026-10-25T00:30:00.000Z"],
    ["Europe/Oslo", "2026-10-25T02:59:59", "2026-10-25T00:59:59.000Z"],
    ["America/New_York", "2026-11-01T01:30:00", "2026-11-01T05:30:00.000Z"],
    ["Australia/Lord_Howe", "2026-04-05T01:45:00", "2026-04-04T14:45:00.000Z"],
  ])("%s has %s twice: it is the first, and that is said", (zone, local, at) => {
    expect(resolveWallClock({ local, zone })).toEqual({ at, shifted: { kind: "repeated" } });
    expect(wallClockOf(at, zone).local).toBe(local);
  });

  test("round trip: an instant's wall clock comes back to it, or to the earlier of two", () => {
    const seconds = fc.integer({
      min: millis("1970-01-01T00:00:00Z") / second,
      max: millis("2037-12-31T00:00:00Z") / second,
    });
    fc.assert(
      fc.property(seconds, fc.constantFrom(...zones), (s, zone) => {
        const at = instant(s * second);
        const back = resolveWallClock(wallClockOf(at, zone));
        if (back.shifted === null) expect(back.at).toBe(at);
        else expect(back.shifted.kind === "repeated" && back.at <= at).toBe(true);
      }),
      { numRuns: 2_000 },
    );
  });

  test("milliseconds are dropped: a wall clock shows whole seconds", () => {
    expect(wallClockOf("2026-11-22T02:03:39.999Z", "UTC")).toEqual({ local: "2026-11-22T02:03:39", zone: "UTC" });
  });
});

describe("S1: at the door", () => {
  test("the canonical form has seconds and the zone's own spelling", () => {
    expect(wallClockSchema.parse({ local: "2026-03-29T02:30", zone: "europe/copenhagen" })).toEqual({
      local: "2026-03-29T02:30:00",
      zone: "Europe/Copenhagen",
    });
  });

  test.each([
    "2026-03-29",
    "2026-03-29 02:30",
    "2026-03-29T02:30:00Z",
    "2026-03-29T02:30:00.5",
    "2026-03-29T02:30+01:00",
    "2026-02-30T02:30",
    "2026-03-29T24:00",
    "2026-03-29T02:60",
    "0000-01-01T00:00",
    "9999-12-31T23:59",
    "",
  ])("local %j is refused", (local) => {
    expect(wallClockSchema.safeParse({ local, zone: "Europe/Oslo" }).success).toBe(false);
  });

  test("the edges of what is accepted come to instants in every zone", () => {
    for (const zone of zones) {
      for (const local of ["0001-01-01T00:00", "9998-12-31T23:59:59"]) {
        expect(resolveWallClock(wallClockSchema.parse({ local, zone })).at).toHaveLength(24);
      }
    }
  });

  test("zones", () => {
    for (const zone of [...zones, "Etc/GMT+1", "CET", "us/eastern"]) expect(isZone(zone)).toBe(true);
    for (const zone of ["", "+02:00", "Mars/Olympus", "Europe/Copenhagen ", "x".repeat(500)]) {
      expect(isZone(zone)).toBe(false);
    }
  });
});
