/** The countries whose holidays are known by rule. */
export const holidayCountries = ["dk", "no"] as const;
export type HolidayCountry = (typeof holidayCountries)[number];

/** A holiday by what it is; its name is for each language to give. */
export type HolidayId =
  | "new-year"
  | "maundy-thursday"
  | "good-friday"
  | "easter-sunday"
  | "easter-monday"
  | "prayer-day"
  | "labour-day"
  | "constitution-day"
  | "ascension"
  | "whit-sunday"
  | "whit-monday"
  | "christmas-eve"
  | "christmas"
  | "boxing-day"
  | "new-years-eve";

/**
 * A date (`2026-04-03`) and what it is. `public`: a holiday by law; otherwise it is by custom that offices close, or
 * close early.
 */
export interface Holiday {
  readonly date: string;
  readonly id: HolidayId;
  readonly isPublic: boolean;
}

/** Days that fall on the same date every year: month, day, what it is, and whether it is one by law. */
type Fixed = readonly [month: number, day: number, id: HolidayId, isPublic: boolean];

const fixed: Readonly<Record<HolidayCountry, readonly Fixed[]>> = {
  dk: [
    [1, 1, "new-year", true],
    [6, 5, "constitution-day", false],
    [12, 24, "christmas-eve", false],
    [12, 25, "christmas", true],
    [12, 26, "boxing-day", true],
    [12, 31, "new-years-eve", false],
  ],
  no: [
    [1, 1, "new-year", true],
    [5, 1, "labour-day", true],
    [5, 17, "constitution-day", true],
    [12, 24, "christmas-eve", false],
    [12, 25, "christmas", true],
    [12, 26, "boxing-day", true],
    [12, 31, "new-years-eve", false],
  ],
};

/** Days that go by Easter Sunday, by how many days they come after it; by law in both countries. */
const byEaster: ReadonlyArray<readonly [offset: number, id: HolidayId]> = [
  [-3, "maundy-thursday"],
  [-2, "good-friday"],
  [0, "easter-sunday"],
  [1, "easter-monday"],
  [39, "ascension"],
  [49, "whit-sunday"],
  [50, "whit-monday"],
];

/**
 * The last year in which Denmark kept store bededag, the fourth Friday after Easter: abolished from 2024 by law no. 214
 * of 6 March 2023.
 */
const lastPrayerDay = 2023;

/** The holidays of a country in a year of the Gregorian calendar, in order of their dates. */
export function publicHolidays(country: HolidayCountry, year: number): readonly Holiday[] {
  const easter = easterSunday(year);
  const days = byEaster.map(([offset, id]): Holiday => ({ date: daysAfter(easter, offset), id, isPublic: true }));
  if (country === "dk" && year <= lastPrayerDay) {
    days.push({ date: daysAfter(easter, 26), id: "prayer-day", isPublic: true });
  }
  for (const [month, day, id, isPublic] of fixed[country]) days.push({ date: dateOf(year, month, day), id, isPublic });
  return days.sort((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0));
}

/**
 * Easter Sunday of a year as `2026-04-05`. Source: the anonymous Gregorian computus (A New York correspondent, "To find
 * Easter", Nature, 20 April 1876; as in Jean Meeus, "Astronomical Algorithms", chapter 8).
 */
export function easterSunday(year: number): string {
  const a = year % 19;
  const b = Math.floor(year / 100);
  const c = year % 100;
  const d = Math.floor(b / 4);
  const e = b % 4;
  const f = Math.floor((b + 8) / 25);
  const g = Math.floor((b - f + 1) / 3);
  const h = (19 * a + b - d - g + 15) % 30;
  const i = Math.floor(c / 4);
  const k = c % 4;
  const l = (32 + 2 * e + 2 * i - h - k) % 7;
  const m = Math.floor((a + 11 * h + 22 * l) / 451);
  const n = h + l - 7 * m + 114;
  return dateOf(year, Math.floor(n / 31), (n % 31) + 1);
}

function dateOf(year: number, month: number, day: number): string {
  return new Temporal.PlainDate(year, month, day).toString();
}

function daysAfter(date: string, days: number): string {
  return Temporal.PlainDate.from(date).add({ days }).toString();
}
