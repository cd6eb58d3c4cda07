import { canonical, readMoment, requireZone } from "@flowdesk/server/intake/file/moment.ts";
import { describe, expect, test } from "vitest";

const iso = (text: string, zone?: string) => {
  const moment = readMoment(text, zone);
  return typeof moment === "number" ? canonical(moment) : moment;
};

describe("dates of many forms", () => {
  test.each([
    ["2015-02-24 11:35:52 -0800", "2015-02-24T19:35:52.000Z"],
    ["2015-02-24T11:35:52Z", "2015-02-24T11:35:52.000Z"],
    ["2015-02-24T11:35:52.1239+01:00", "2015-02-24T10:35:52.123Z"],
    ["2015-02-24 11:35 UTC", "2015-02-24T11:35:00.000Z"],
    ["2015/2/4 9:05 +01", "2015-02-04T08:05:00.000Z"],
    ["Tue Oct 31 22:10:47 +0000 2017", "2017-10-31T22:10:47.000Z"],
    ["Tue, 31 Oct 2017 22:10:47 +0100", "2017-10-31T21:10:47.000Z"],
    ["1509487847", "2017-10-31T22:10:47.000Z"],
    ["1509487847.25", "2017-10-31T22:10:47.250Z"],
    ["1509487847123", "2017-10-31T22:10:47.123Z"],
    ["2016-12-31T23:59:60Z", "2016-12-31T23:59:59.000Z"],
  ])("%s", (text, expected) => {
    expect(iso(text)).toBe(expected);
  });

  test("a time without an offset is read in the zone given, summer and winter", () => {
    expect(iso("2026-07-01 20:15", "Europe/Copenhagen")).toBe("2026-07-01T18:15:00.000Z");
    expect(iso("2026-01-01 20:15:30", "Europe/Copenhagen")).toBe("2026-01-01T19:15:30.000Z");
    expect(iso("2026-01-01 20:15:30")).toBe("zone");
  });

  test("T1: a time that is skipped moves forward by the gap, one that comes twice is the first", () => {
    expect(iso("2026-03-29 02:30", "Europe/Copenhagen")).toBe("2026-03-29T01:30:00.000Z");
    expect(iso("2026-10-25 02:30", "Europe/Copenhagen")).toBe("2026-10-25T00:30:00.000Z");
  });

  test.each([
    ["24/02/2015 11:35", "form"],
    ["24.02.2015 11:35", "form"],
    ["2015-02-24", "form"],
    ["yesterday", "form"],
    ["", "missing"],
    ["2015-02-30 11:35:00Z", "calendar"],
    ["2015-13-01 11:35:00Z", "calendar"],
    ["2015-12-01 24:35:00Z", "calendar"],
    ["Tue Oc1 31 22:10:47 +0000 2017", "form"],
    ["Tue Foo 31 22:10:47 +0000 2017", "calendar"],
  ])("“%s” is refused: %s", (text, problem) => {
    expect(readMoment(text, "UTC")).toBe(problem);
  });

  test("the canonical form is that of Date, before 1970 too", () => {
    for (const ms of [0, 1, -1, 59_999, 1_509_487_847_123, -62_000_000_000_001]) {
      expect(canonical(ms)).toBe(new Date(ms).toISOString());
    }
    expect(canonical(Number.MAX_SAFE_INTEGER)).toBeNull();
  });

  test("a zone that is none", () => {
    expect(() => requireZone("Europe/Roskilde")).toThrow("“Europe/Roskilde” is no time zone");
  });
});
