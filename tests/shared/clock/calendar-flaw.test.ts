import { calendarFlaw, overlapIn } from "@flowdesk/shared/clock/calendar-flaw.ts";
import { type OpeningHours, openingAt } from "@flowdesk/shared/clock/opening-hours.ts";
import { describe, expect, test } from "vitest";

const week = (...weekly: OpeningHours["weekly"]) => ({ weekly });

describe("a calendar that nobody can mean", () => {
  test("is never open", () => {
    expect(calendarFlaw({ weekly: [] })).toEqual({ kind: "never-open" });
    expect(calendarFlaw({ weekly: [], extra: [] })).toEqual({ kind: "never-open" });
    expect(calendarFlaw({ weekly: [], extra: [{ date: "2026-07-04", from: "09:00", to: "12:00" }] })).toBeNull();
  });

  test("has spans that overlap on a day, over midnight, or from Sunday into Monday", () => {
    const office = { days: [1, 2, 3], from: "09:00", to: "17:00" };
    expect(overlapIn(week(office, { days: [3], from: "16:00", to: "18:00" }).weekly)?.day).toBe(3);
    expect(overlapIn([office, { days: [2], from: "22:00", to: "09:30" }])?.day).toBe(3);
    expect(overlapIn([office, { days: [7], from: "20:00", to: "10:00" }])?.day).toBe(1);
    expect(overlapIn([{ days: [5, 5], from: "20:00", to: "22:00" }])?.day).toBe(5);
  });

  test("is none that follows itself without a gap, runs over midnight, or has no holidays", () => {
    const spans = [
      { days: [1, 2, 3, 4, 5, 6, 7], from: "00:00", to: "12:00" },
      { days: [1, 2, 3, 4, 5, 6, 7], from: "12:00", to: "24:00" },
    ];
    expect(calendarFlaw({ weekly: spans })).toBeNull();
    expect(calendarFlaw(week({ days: [5, 6], from: "18:00", to: "03:00" }))).toBeNull();
    expect(calendarFlaw(week({ days: [7], from: "09:00", to: "09:00" }))).toBeNull();
  });
});

describe("open now, or when next", () => {
  const office: OpeningHours = {
    zone: "Europe/Copenhagen",
    weekly: [
      { days: [1, 2, 3, 4, 5], from: "09:00", to: "12:00" },
      { days: [1, 2, 3, 4, 5], from: "12:00", to: "17:00" },
    ],
    holidays: ["2026-12-24", "2026-12-25"],
    extra: [{ date: "2026-12-24", from: "09:00", to: "11:00" }],
  };

  test.each([
    [
      "open until the end of spans that follow one another",
      "2026-11-23T09:00:00.000Z",
      true,
      "2026-11-23T16:00:00.000Z",
    ],
    ["closed over the weekend", "2026-11-22T12:00:00.000Z", false, "2026-11-23T08:00:00.000Z"],
    ["closing time is closed", "2026-11-23T16:00:00.000Z", false, "2026-11-24T08:00:00.000Z"],
    ["half a day on a holiday", "2026-12-24T08:30:00.000Z", true, "2026-12-24T10:00:00.000Z"],
    ["closed over the holidays", "2026-12-24T10:30:00.000Z", false, "2026-12-28T08:00:00.000Z"],
  ])("%s", (_, at, isOpen, changesAt) => {
    expect(openingAt(at, office)).toEqual({ isOpen, changesAt });
  });

  test("what never changes says so", () => {
    const always: OpeningHours = {
      zone: "Europe/Oslo",
      weekly: [{ days: [1, 2, 3, 4, 5, 6, 7], from: "00:00", to: "24:00" }],
      holidays: [],
    };
    expect(openingAt("2026-11-22T12:00:00.000Z", always)).toEqual({ isOpen: true, changesAt: null });
    expect(openingAt("2026-11-22T12:00:00.000Z", { ...always, weekly: [] })).toEqual({
      isOpen: false,
      changesAt: null,
    });
  });
});
