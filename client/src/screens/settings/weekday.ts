import { formatLocale } from "../../text/formats.ts";

/** The days of a week, 1 Monday to 7 Sunday. */
export const weekdays = [1, 2, 3, 4, 5, 6, 7] as const;

/** A weekday by its number, as a language writes it: `Mon`, or `Monday`. */
export function weekdayName(day: number, language: string, how: "short" | "long"): string {
  // The first of January 2024 was a Monday.
  const date = new Date(Date.UTC(2024, 0, day));
  return new Intl.DateTimeFormat(formatLocale(language), { weekday: how, timeZone: "UTC" }).format(date);
}

/** Weekdays in short, those that follow one another as one: `Mon–Fri, Sun`. */
export function weekdaysText(days: readonly number[], language: string): string {
  const name = (day: number) => weekdayName(day, language, "short").replace(/\.$/u, "");
  const runs: Array<[from: number, to: number]> = [];
  for (const day of [...new Set(days)].toSorted((a, b) => a - b)) {
    const last = runs.at(-1);
    if (last !== undefined && last[1] === day - 1) last[1] = day;
    else runs.push([day, day]);
  }
  return runs
    .map(([from, to]) => (from === to ? name(from) : `${name(from)}${to === from + 1 ? ", " : "–"}${name(to)}`))
    .join(", ");
}
