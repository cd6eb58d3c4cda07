import type { OpeningHours } from "@flowdesk/shared/clock/opening-hours.ts";
import { type Holiday, holidayCountries, publicHolidays } from "@flowdesk/shared/time/public-holidays.ts";

/** A date that does not go by the week: when it is open; nothing: not at all. */
export interface SpecialDay {
  readonly date: string;
  /** The hours of the week hold as well: it is open for longer. */
  readonly isExtra: boolean;
  readonly spans: ReadonlyArray<{ readonly from: string; readonly to: string }>;
}

export function asDay(date: string, isExtra: boolean, spans: SpecialDay["spans"]): SpecialDay {
  return { date, isExtra, spans };
}

/** The dates of a calendar that do not go by the week, in order. */
export function specialDaysOf({ holidays, extra = [] }: Pick<OpeningHours, "holidays" | "extra">): SpecialDay[] {
  const closed = new Set(holidays);
  const dates = new Set([...holidays, ...extra.map(({ date }) => date)]);
  return [...dates].sort().map((date) => ({
    date,
    isExtra: !closed.has(date),
    spans: extra.filter((span) => span.date === date).map(({ from, to }) => ({ from, to })),
  }));
}

/** @see specialDaysOf */
export function asHolidays(days: readonly SpecialDay[]): Pick<OpeningHours, "holidays" | "extra"> {
  const extra = days.flatMap(({ date, spans }) => spans.map((span) => ({ date, ...span })));
  return {
    holidays: days.filter(({ isExtra }) => !isExtra).map(({ date }) => date),
    ...(extra.length === 0 ? {} : { extra }),
  };
}

/** The days with others among them, in order; those that stand there already stay as they are. */
export function withDays(days: readonly SpecialDay[], more: readonly SpecialDay[]): SpecialDay[] {
  const known = new Set(days.map(({ date }) => date));
  const fresh = more.filter(({ date }, index) => {
    const isFirst = more.findIndex((one) => one.date === date) === index;
    return isFirst && !known.has(date);
  });
  return [...days, ...fresh].sort((a, b) => (a.date < b.date ? -1 : 1));
}

/** Most days that are put in at once. */
export const mostDays = 366;

/** The dates from one to another, both included; null if there are none or more than `mostDays`. */
export function daysIn(from: string, to: string): string[] | null {
  const days = (Date.parse(to) - Date.parse(from)) / 86_400_000;
  if (!Number.isInteger(days) || days < 0 || days >= mostDays) return null;
  return Array.from({ length: days + 1 }, (_one, index) =>
    new Date(Date.parse(from) + index * 86_400_000).toISOString().slice(0, 10),
  );
}

/** What the dates are that are a holiday somewhere, by date. */
export function holidaysOn(dates: readonly string[]): ReadonlyMap<string, Holiday> {
  const years = new Set(dates.map((date) => Number(date.slice(0, 4))));
  const known = new Map<string, Holiday>();
  for (const year of years)
    for (const country of holidayCountries)
      for (const holiday of publicHolidays(country, year))
        if (!known.has(holiday.date)) known.set(holiday.date, holiday);
  return known;
}
