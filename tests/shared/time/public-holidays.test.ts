import { easterSunday, publicHolidays } from "@flowdesk/shared/time/public-holidays.ts";
import { expect, test } from "vitest";

/** Dates as published by the churches and the U.S. Naval Observatory; the earliest and the latest possible among them. */
test.each([
  [1818, "1818-03-22"],
  [1943, "1943-04-25"],
  [2000, "2000-04-23"],
  [2008, "2008-03-23"],
  [2024, "2024-03-31"],
  [2025, "2025-04-20"],
  [2026, "2026-04-05"],
  [2027, "2027-03-28"],
  [2038, "2038-04-25"],
])("Easter of %i is %s", (year, date) => {
  expect(easterSunday(year)).toBe(date);
});

const byLaw = (country: "dk" | "no", year: number) =>
  publicHolidays(country, year)
    .filter(({ isPublic }) => isPublic)
    .map(({ date }) => date);

test("the holidays of Denmark in 2027, in order, without store bededag", () => {
  expect(byLaw("dk", 2027)).toEqual([
    "2027-01-01",
    "2027-03-25",
    "2027-03-26",
    "2027-03-28",
    "2027-03-29",
    "2027-05-06",
    "2027-05-16",
    "2027-05-17",
    "2027-12-25",
    "2027-12-26",
  ]);
});

test("Denmark kept store bededag until 2023", () => {
  const prayerDay = (year: number) => publicHolidays("dk", year).find(({ id }) => id === "prayer-day")?.date;
  expect(prayerDay(2023)).toBe("2023-05-05");
  expect(prayerDay(2024)).toBeUndefined();
});

test("the holidays of Norway in 2026 have the first and the seventeenth of May", () => {
  expect(byLaw("no", 2026)).toEqual([
    "2026-01-01",
    "2026-04-02",
    "2026-04-03",
    "2026-04-05",
    "2026-04-06",
    "2026-05-01",
    "2026-05-14",
    "2026-05-17",
    "2026-05-24",
    "2026-05-25",
    "2026-12-25",
    "2026-12-26",
  ]);
});

test("days on which offices close by custom stand apart", () => {
  const customary = publicHolidays("dk", 2026).filter(({ isPublic }) => !isPublic);
  expect(customary.map(({ date }) => date)).toEqual(["2026-06-05", "2026-12-24", "2026-12-31"]);
});
