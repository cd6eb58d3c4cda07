import { spanOf, spanOfDays } from "@flowdesk/shared/report/span.ts";
import { describe, expect, test } from "vitest";

const zone = "Europe/Copenhagen";
/** Sunday 29 March 2026, 12:00 there: the day on which the clock went forward. */
const now = Date.parse("2026-03-29T10:00:00.000Z");

describe("spans by name, in the desk's zone", () => {
  test("today and yesterday are calendar days, here of 23 and 24 hours", () => {
    expect(spanOf("today", now, zone)).toEqual({ from: "2026-03-28T23:00:00.000Z", to: null });
    expect(spanOf("yesterday", now, zone)).toEqual({
      from: "2026-03-27T23:00:00.000Z",
      to: "2026-03-28T23:00:00.000Z",
    });
    expect(spanOf("yesterday", now + 24 * 3_600_000, zone)).toEqual({
      from: "2026-03-28T23:00:00.000Z",
      to: "2026-03-29T22:00:00.000Z",
    });
  });

  test("the last seven days are today and the six before", () => {
    expect(spanOf("last-7-days", now, zone)).toEqual({ from: "2026-03-22T23:00:00.000Z", to: null });
    expect(spanOf("last-30-days", now, zone)).toEqual({ from: "2026-02-27T23:00:00.000Z", to: null });
  });

  test("the last twelve hours are hours, and all is everything", () => {
    expect(spanOf("last-12-hours", now, zone)).toEqual({ from: "2026-03-28T22:00:00.000Z", to: null });
    expect(spanOf("all", now, zone)).toEqual({ from: null, to: null });
  });

  test("days that are named are both included", () => {
    expect(spanOfDays("2017-10-01", "2017-10-01", "UTC")).toEqual({
      from: "2017-10-01T00:00:00.000Z",
      to: "2017-10-02T00:00:00.000Z",
    });
  });
});
