import {
  asHolidays,
  daysIn,
  holidaysOn,
  specialDaysOf,
  withDays,
} from "@flowdesk/client/screens/settings/special-days.ts";
import { readTimeOfDay } from "@flowdesk/client/screens/settings/time-of-day.ts";
import { weekdayName, weekdaysText } from "@flowdesk/client/screens/settings/weekday.ts";
import { describe, expect, test } from "vitest";

describe("days that do not go by the week", () => {
  const hours = {
    holidays: ["2026-12-25", "2026-12-24"],
    extra: [
      { date: "2026-12-24", from: "09:00", to: "12:00" },
      { date: "2026-07-04", from: "18:00", to: "03:00" },
    ],
  };

  test("are read from a calendar and written back as they were", () => {
    const days = specialDaysOf(hours);
    expect(days.map(({ date, isExtra, spans }) => [date, isExtra, spans.length])).toEqual([
      ["2026-07-04", true, 1],
      ["2026-12-24", false, 1],
      ["2026-12-25", false, 0],
    ]);
    expect(asHolidays(days)).toEqual({
      holidays: ["2026-12-24", "2026-12-25"],
      extra: [hours.extra[1], hours.extra[0]],
    });
    expect(asHolidays([])).toEqual({ holidays: [] });
  });

  test("a set leaves alone what stands there, and puts each date in once", () => {
    const days = specialDaysOf(hours);
    const closed = (date: string) => ({ date, isExtra: false, spans: [] });
    const more = withDays(days, [closed("2026-12-24"), closed("2026-12-26"), closed("2026-12-26")]);
    expect(more.map(({ date }) => date)).toEqual(["2026-07-04", "2026-12-24", "2026-12-25", "2026-12-26"]);
    expect(more[1]?.spans).toHaveLength(1);
  });

  test("come several in a row, over the clock change and the leap day too, but not backwards or without end", () => {
    expect(daysIn("2028-02-28", "2028-03-01")).toEqual(["2028-02-28", "2028-02-29", "2028-03-01"]);
    expect(daysIn("2026-10-24", "2026-10-26")).toHaveLength(3);
    expect(daysIn("2026-10-24", "2026-10-24")).toEqual(["2026-10-24"]);
    expect(daysIn("2026-10-24", "2026-10-23")).toBeNull();
    expect(daysIn("2026-01-01", "2027-01-02")).toBeNull();
    expect(daysIn("2026-01-01", "")).toBeNull();
  });

  test("are known by what they are", () => {
    expect(holidaysOn(["2026-05-17"]).get("2026-05-17")?.id).toBe("constitution-day");
    expect(holidaysOn(["2026-05-18"]).get("2026-05-18")).toBeUndefined();
  });
});

test.each([
  ["9", "09:00"],
  ["930", "09:30"],
  ["09.30", "09:30"],
  [" 18:05 ", "18:05"],
  ["24", "00:00"],
  ["2400", "00:00"],
  ["25", null],
  ["9:75", null],
  ["24:01", null],
  ["", null],
  ["nine", null],
])("a time of day: %s", (text, time) => {
  expect(readTimeOfDay(text)).toBe(time);
});

test("weekdays that follow one another are one", () => {
  expect(weekdaysText([5, 1, 2, 3, 4], "en")).toBe("Mon–Fri");
  expect(weekdaysText([7, 6, 3], "en")).toBe("Wed, Sat, Sun");
  expect(weekdayName(1, "da", "long")).toBe("mandag");
  expect(weekdayName(7, "nb", "long")).toBe("søndag");
});
