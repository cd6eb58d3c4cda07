import {
  addOpenTime,
  type OpeningHours,
  openingHoursSchema,
  openTimeBetween,
} from "@flowdesk/shared/clock/opening-hours.ts";
import { day, hour, instant, millis, minute } from "@flowdesk/shared/time/instant.ts";
import fc from "fast-check";
import { describe, expect, test } from "vitest";

const weekdays = [1, 2, 3, 4, 5];
const everyDay = [1, 2, 3, 4, 5, 6, 7];

const office: OpeningHours = {
  zone: "Europe/Copenhagen",
  weekly: [{ days: weekdays, from: "09:00", to: "17:00" }],
  holidays: ["2026-12-24", "2026-12-25"],
};
const roundTheClock: OpeningHours = {
  zone: "Europe/Copenhagen",
  weekly: [{ days: everyDay, from: "00:00", to: "24:00" }],
  holidays: [],
};
const night: OpeningHours = {
  zone: "Europe/Oslo",
  weekly: [{ days: [5, 6], from: "22:00", to: "04:00" }],
  holidays: ["2026-03-21"],
};
const never: OpeningHours = { zone: "Europe/Oslo", weekly: [], holidays: [] };

describe("open time in an office", () => {
  test.each([
    ["within a day", "2026-01-15T09:00:00.000Z", 2 * hour, "2026-01-15T11:00:00.000Z"],
    ["before opening", "2026-01-15T03:00:00.000Z", hour, "2026-01-15T09:00:00.000Z"],
    ["closing time exactly is closing time", "2026-01-15T08:00:00.000Z", 8 * hour, "2026-01-15T16:00:00.000Z"],
    ["over the night", "2026-01-15T15:30:00.000Z", hour, "2026-01-16T08:30:00.000Z"],
    ["over the weekend", "2026-01-16T15:00:00.000Z", 2 * hour, "2026-01-19T09:00:00.000Z"],
    ["over the holidays and the weekend", "2026-12-23T15:00:00.000Z", 2 * hour, "2026-12-28T09:00:00.000Z"],
    ["over the clock change, in summer time", "2026-03-27T15:00:00.000Z", 2 * hour, "2026-03-30T08:00:00.000Z"],
    ["nothing is now, also when closed", "2026-01-17T12:00:00.000Z", 0, "2026-01-17T12:00:00.000Z"],
    ["a millisecond", "2026-01-17T12:00:00.000Z", 1, "2026-01-19T08:00:00.001Z"],
  ])("%s", (_, from, ms, at) => {
    expect(addOpenTime(from, ms, office)).toBe(at);
    expect(openTimeBetween(from, at, office)).toBe(ms);
  });

  test("a working week is forty hours", () => {
    expect(openTimeBetween("2026-01-12T00:00:00.000Z", "2026-01-19T00:00:00.000Z", office)).toBe(40 * hour);
  });

  test("backwards there is none", () => {
    expect(openTimeBetween("2026-01-15T12:00:00.000Z", "2026-01-15T10:00:00.000Z", office)).toBe(0);
    expect(() => addOpenTime("2026-01-15T12:00:00.000Z", -1, office)).toThrow(RangeError);
    expect(() => addOpenTime("2026-01-15T12:00:00.000Z", Number.NaN, office)).toThrow(RangeError);
  });
});

describe("T1: the clock change", () => {
  test("a day open from midnight to midnight is 23 hours in spring and 25 in autumn", () => {
    expect(openTimeBetween("2026-03-28T23:00:00.000Z", "2026-03-29T22:00:00.000Z", roundTheClock)).toBe(23 * hour);
    expect(addOpenTime("2026-03-28T23:00:00.000Z", 23 * hour, roundTheClock)).toBe("2026-03-29T22:00:00.000Z");
    expect(openTimeBetween("2026-10-24T22:00:00.000Z", "2026-10-25T23:00:00.000Z", roundTheClock)).toBe(25 * hour);
  });

  test("always open is the time that passes", () => {
    expect(addOpenTime("2026-03-01T00:00:00.000Z", 90 * day, roundTheClock)).toBe("2026-05-30T00:00:00.000Z");
  });

  test("both ends are moved or taken the first time like any chosen time", () => {
    const early: OpeningHours = {
      zone: "Europe/Copenhagen",
      weekly: [{ days: [7], from: "01:00", to: "02:30" }],
      holidays: [],
    };
    const open = (from: string, to: string) => openTimeBetween(from, to, early);
    expect(open("2026-03-28T20:00:00.000Z", "2026-03-29T20:00:00.000Z")).toBe(90 * minute);
    expect(open("2026-10-24T20:00:00.000Z", "2026-10-25T20:00:00.000Z")).toBe(90 * minute);
  });

  test("a date that the zone leaves out has no opening hours", () => {
    const apia: OpeningHours = { ...office, zone: "Pacific/Apia" };
    expect(openTimeBetween("2011-12-30T10:00:00.000Z", "2012-01-01T10:00:00.000Z", apia)).toBe(0);
    const overnight: OpeningHours = {
      zone: "Pacific/Apia",
      weekly: [{ days: [4], from: "22:00", to: "06:00" }],
      holidays: [],
    };
    expect(openTimeBetween("2011-12-29T00:00:00.000Z", "2012-01-02T00:00:00.000Z", overnight)).toBe(8 * hour);
  });
});

describe("calendars", () => {
  test("a span over midnight belongs to the day on which it begins", () => {
    expect(openTimeBetween("2026-03-13T12:00:00.000Z", "2026-03-15T12:00:00.000Z", night)).toBe(12 * hour);
    // Saturday the 21st is a holiday: the night from Friday runs to its end, Saturday's does not begin.
    expect(openTimeBetween("2026-03-20T12:00:00.000Z", "2026-03-22T12:00:00.000Z", night)).toBe(6 * hour);
    expect(addOpenTime("2026-03-21T02:30:00.000Z", hour, night)).toBe("2026-03-27T21:30:00.000Z");
  });

  test("from and to alike is a whole day", () => {
    const shifts: OpeningHours = { zone: "UTC", weekly: [{ days: [1], from: "08:00", to: "08:00" }], holidays: [] };
    expect(openTimeBetween("2026-01-05T00:00:00.000Z", "2026-01-12T00:00:00.000Z", shifts)).toBe(24 * hour);
  });

  test("overlapping and touching spans count once", () => {
    const overlapping: OpeningHours = {
      zone: "UTC",
      weekly: [
        { days: [1], from: "09:00", to: "12:00" },
        { days: [1, 1], from: "11:00", to: "14:00" },
        { days: [1], from: "14:00", to: "15:00" },
      ],
      holidays: [],
    };
    expect(openTimeBetween("2026-01-05T00:00:00.000Z", "2026-01-06T00:00:00.000Z", overlapping)).toBe(6 * hour);
  });

  test("an extra opening holds on a holiday too", () => {
    const christmas: OpeningHours = { ...office, extra: [{ date: "2026-12-24", from: "10:00", to: "12:00" }] };
    expect(addOpenTime("2026-12-23T16:00:00.000Z", hour, christmas)).toBe("2026-12-24T10:00:00.000Z");
  });

  test("a calendar that never opens gives no time, and that is said by null", () => {
    const past: OpeningHours = { ...never, extra: [{ date: "2020-01-01", from: "10:00", to: "12:00" }] };
    expect(addOpenTime("2026-01-01T00:00:00.000Z", 1, never)).toBeNull();
    expect(addOpenTime("2026-01-01T00:00:00.000Z", 1, past)).toBeNull();
    expect(openTimeBetween("2026-01-01T00:00:00.000Z", "2027-01-01T00:00:00.000Z", never)).toBe(0);
  });

  test("more open time than comes within 400 days is none", () => {
    const annual: OpeningHours = { zone: "UTC", weekly: [{ days: [1], from: "12:00", to: "12:01" }], holidays: [] };
    expect(addOpenTime("2026-01-01T00:00:00.000Z", 57 * minute, annual)).toBe("2027-02-01T12:01:00.000Z");
    expect(addOpenTime("2026-01-01T00:00:00.000Z", 60 * minute, annual)).toBeNull();
  });
});

describe("S1: at the door", () => {
  test("calendars in use", () => {
    for (const hours of [office, roundTheClock, night, never]) expect(openingHoursSchema.parse(hours)).toEqual(hours);
  });

  test.each([
    ["a zone that is none", { zone: "Europe/Legoland" }],
    ["a day 8", { weekly: [{ days: [8], from: "09:00", to: "17:00" }] }],
    ["no day", { weekly: [{ days: [], from: "09:00", to: "17:00" }] }],
    ["from 24:00", { weekly: [{ days: [1], from: "24:00", to: "17:00" }] }],
    ["to 24:01", { weekly: [{ days: [1], from: "09:00", to: "24:01" }] }],
    ["9 o'clock", { weekly: [{ days: [1], from: "9:00", to: "17:00" }] }],
    ["30 February", { holidays: ["2026-02-30"] }],
  ])("%s is refused", (_, wrong) => {
    expect(openingHoursSchema.safeParse({ ...office, ...wrong }).success).toBe(false);
  });
});

const zones = ["Europe/Copenhagen", "Australia/Lord_Howe", "America/New_York", "Asia/Beirut", "Asia/Kathmandu"];
const timeOfDay = fc
  .tuple(fc.integer({ min: 0, max: 23 }), fc.constantFrom(0, 15, 30, 45))
  .map(([h, m]) => `${String(h).padStart(2, "0")}:${String(m).padStart(2, "0")}`);
const span = { from: timeOfDay, to: fc.oneof(timeOfDay, fc.constant("24:00")) };

/** Around the clock changes of all the zones above, and an ordinary week. */
const starts = [
  "2026-03-06T00:00:00.000Z",
  "2026-03-27T00:00:00.000Z",
  "2026-04-03T00:00:00.000Z",
  "2026-06-10T00:00:00.000Z",
  "2026-10-02T00:00:00.000Z",
  "2026-10-23T00:00:00.000Z",
  "2026-10-30T00:00:00.000Z",
].map(millis);

const begin = fc
  .tuple(fc.constantFrom(...starts), fc.integer({ min: 0, max: 3 * 1440 }))
  .map(([start, minutes]) => start + minutes * minute);

const nearbyDate = fc
  .tuple(fc.constantFrom(...starts), fc.integer({ min: 0, max: 5 }))
  .map(([start, days]) => instant(start + days * day).slice(0, 10));

const anyHours: fc.Arbitrary<OpeningHours> = fc.record({
  zone: fc.constantFrom(...zones),
  weekly: fc.array(fc.record({ days: fc.uniqueArray(fc.integer({ min: 1, max: 7 }), { minLength: 1 }), ...span }), {
    maxLength: 3,
  }),
  holidays: fc.array(nearbyDate, { maxLength: 2 }),
  extra: fc.array(fc.record({ date: nearbyDate, ...span }), { maxLength: 2 }),
});

/** All spans and clock changes here lie on quarters. */
const quarter = 15 * minute;
const quartersADay = day / quarter;

/**
 * What the wall shows at every quarter of the days around a time, by Intl and by counting: it shares neither library
 * nor method with what it checks.
 */
function quartersOf(zone: string, around: number): { first: number; openOf: (hours: OpeningHours) => boolean[] } {
  const first = around - 5 * day;
  const count = 12 * quartersADay;
  const format = new Intl.DateTimeFormat("sv-SE", { timeZone: zone, dateStyle: "short", timeStyle: "short" });
  const firstShown = new Map<string, number>();
  for (let index = 0; index < count; index++) {
    const shown = format.format(first + index * quarter).replace(" ", "T");
    if (!firstShown.has(shown)) firstShown.set(shown, index);
  }
  const quarterOf = (local: string): number => {
    let back = 0;
    for (let at = millis(`${local}Z`); back < quartersADay; back++, at -= quarter) {
      const index = firstShown.get(instant(at).slice(0, 16));
      if (index !== undefined) return index + back;
    }
    throw new Error(`${local} is not near ${instant(around)}`);
  };
  const openOf = (hours: OpeningHours): boolean[] => {
    const open = new Array<boolean>(count).fill(false);
    for (let offset = -3; offset <= 5; offset++) {
      const midnight = Math.floor(around / day) * day + offset * day;
      const date = instant(midnight).slice(0, 10);
      const next = instant(midnight + day).slice(0, 10);
      const weekday = new Date(midnight).getUTCDay() || 7;
      const spans = [
        ...hours.weekly.filter(({ days }) => days.includes(weekday) && !hours.holidays.includes(date)),
        ...(hours.extra ?? []).filter((extra) => extra.date === date),
      ];
      for (const { from, to } of spans) {
        const ends = to === "24:00" ? `${next}T00:00` : `${to > from ? date : next}T${to}`;
        open.fill(true, quarterOf(`${date}T${from}`), Math.max(quarterOf(`${date}T${from}`), quarterOf(ends)));
      }
    }
    return open;
  };
  return { first, openOf };
}

const walls = new Map<string, ReturnType<typeof quartersOf>>();
function wall(zone: string, around: number): ReturnType<typeof quartersOf> {
  const key = `${zone} ${around}`;
  const known = walls.get(key) ?? quartersOf(zone, around);
  walls.set(key, known);
  return known;
}

describe("properties", () => {
  test("against counting quarter by quarter, around clock changes", () => {
    const quarters = fc.integer({ min: 0, max: 2 * quartersADay });
    fc.assert(
      fc.property(anyHours, fc.constantFrom(...starts), quarters, quarters, (hours, start, later, length) => {
        const { first, openOf } = wall(hours.zone, start);
        const begins = start + later * quarter;
        const index = (begins - first) / quarter;
        const open = openOf(hours).slice(index, index + length);
        const expected = open.filter(Boolean).length * quarter;
        expect(openTimeBetween(instant(begins), instant(begins + length * quarter), hours)).toBe(expected);
      }),
      { numRuns: 1_000 },
    );
  });

  test("the open time until the instant that addOpenTime gives is the time asked for", () => {
    fc.assert(
      fc.property(anyHours, begin, fc.integer({ min: 0, max: 30 * day }), (hours, from, ms) => {
        const at = addOpenTime(instant(from), ms, hours);
        if (at === null) return;
        expect(openTimeBetween(instant(from), at, hours)).toBe(ms);
        if (ms > 0) expect(openTimeBetween(instant(from), instant(millis(at) - 1), hours)).toBe(ms - 1);
      }),
      { numRuns: 500 },
    );
  });

  test("more time is later, and a later start ends no sooner", () => {
    const length = fc.integer({ min: 1, max: 5 * day });
    fc.assert(
      fc.property(anyHours, begin, length, length, (hours, from, ms, more) => {
        const at = addOpenTime(instant(from), ms, hours);
        const later = addOpenTime(instant(from), ms + more, hours);
        const started = addOpenTime(instant(from + more), ms, hours);
        if (at === null) expect(later).toBeNull();
        else {
          if (later !== null) expect(later > at).toBe(true);
          if (started !== null) expect(started >= at).toBe(true);
        }
      }),
      { numRuns: 500 },
    );
  });

  test("open time adds up", () => {
    const length = fc.integer({ min: 0, max: 5 * day });
    fc.assert(
      fc.property(anyHours, begin, length, length, (hours, from, one, other) => {
        const [a, b, c] = [instant(from), instant(from + one), instant(from + one + other)];
        expect(openTimeBetween(a, b, hours) + openTimeBetween(b, c, hours)).toBe(openTimeBetween(a, c, hours));
      }),
      { numRuns: 500 },
    );
  });
});
