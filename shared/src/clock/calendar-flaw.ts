import { hour, minute } from "../time/instant.ts";
import type { OpeningHours, WeeklySpan } from "./opening-hours.ts";

/** What is wrong with a calendar: it is never open, or two spans of the week, by their places in it, overlap. */
export type CalendarFlaw =
  | { readonly kind: "never-open" }
  | { readonly kind: "overlap"; readonly first: WeeklySpan; readonly second: WeeklySpan; readonly day: number };

const dayLength = 24 * hour;
const weekLength = 7 * dayLength;

/** The first flaw of a calendar that a person makes; null if it has none. One without holidays is whole. */
export function calendarFlaw(hours: Pick<OpeningHours, "weekly" | "extra">): CalendarFlaw | null {
  if (hours.weekly.length === 0 && (hours.extra ?? []).length === 0) return { kind: "never-open" };
  return overlapIn(hours.weekly);
}

/** Two spans of a week that overlap, those that run over midnight or from Sunday into Monday included; null if none do. */
export function overlapIn(weekly: readonly WeeklySpan[]): (CalendarFlaw & { kind: "overlap" }) | null {
  const begun = weekly
    .flatMap((span) => span.days.map((day) => ({ span, day, ...within(span, day) })))
    .sort((a, b) => a.start - b.start);
  for (const [index, one] of begun.entries()) {
    const next = begun[index + 1] ?? begun[0];
    if (next === undefined || next === one) continue;
    const starts = index + 1 < begun.length ? next.start : next.start + weekLength;
    if (one.end > starts) return { kind: "overlap", first: one.span, second: next.span, day: next.day };
  }
  return null;
}

/** From when to when a span runs on a weekday, in ms since Monday 00:00 on the wall; it can end in the next week. */
function within({ from, to }: WeeklySpan, day: number): { start: number; end: number } {
  const midnight = (day - 1) * dayLength;
  const start = midnight + sinceMidnight(from);
  const end = midnight + sinceMidnight(to);
  return { start, end: end > start ? end : end + dayLength };
}

function sinceMidnight(time: string): number {
  return Number(time.slice(0, 2)) * hour + Number(time.slice(3, 5)) * minute;
}
