import { z } from "zod";
import { day, hour, type Instant, instant, millis } from "../time/instant.ts";
import { resolveWallClock, zoneSchema } from "../time/wall-clock.ts";

const dateSchema = z.iso.date("Expected a date, such as 2026-12-25");
const fromSchema = z.string().regex(/^(?:[01]\d|2[0-3]):[0-5]\d$/, "Expected a time of day, such as 09:00");
const toSchema = z
  .string()
  .regex(/^(?:(?:[01]\d|2[0-3]):[0-5]\d|24:00)$/, "Expected a time of day up to 24:00, such as 17:00");

/** A span of time on weekdays (1 Monday to 7 Sunday, as in ISO 8601), on a clock on the wall. */
export const weeklySpanSchema = z.object({
  days: z.array(z.int().min(1).max(7)).min(1).max(7),
  from: fromSchema,
  to: toSchema,
});
export type WeeklySpan = z.infer<typeof weeklySpanSchema>;

/**
 * When a desk answers, on the clock of its zone. `weekly` spans recur on the days given (1 Monday to 7 Sunday, as in
 * ISO 8601); one whose `to` is not after its `from` runs over midnight and belongs to the day on which it begins. On
 * `holidays` no weekly span begins. `extra` spans are open on their date, holiday or not. Spans may overlap. Like all
 * state it is replaced when it changes, never altered in place.
 */
export const openingHoursSchema = z.object({
  zone: zoneSchema,
  weekly: z.array(weeklySpanSchema).max(100),
  holidays: z.array(dateSchema).max(2000),
  extra: z
    .array(z.object({ date: dateSchema, from: fromSchema, to: toSchema }))
    .max(2000)
    .optional(),
});
export type OpeningHours = z.infer<typeof openingHoursSchema>;

/** How far ahead open time is looked for: longer than any year's pause. */
const horizonDays = 400;

/** A stretch of open time in ms since 1970, the end not included. */
type Span = { start: number; end: number };

/** The first and the last instant at which a date can begin anywhere lie this far from its midnight in UTC. */
const widestOffset = 26 * hour;

/**
 * The open spans in order of their start, from those that may still be open at `from` on, for dates up to `days` after
 * it. They may overlap.
 */
function* openSpans(from: number, days: number, hours: OpeningHours): Generator<Span> {
  const spansOn = calendarOf(hours);
  // A span begun two dates ago can still run: it may cross midnight, and the zone may be a day behind UTC.
  const today = Math.floor(from / day);
  let pending: Span[] = [];
  for (let date = today - 3; date <= today + days; date++) {
    pending.push(...spansOn(date));
    if (pending.length === 0) continue;
    // A time moved by the clock change can come after one of the next date, so a span waits until none can precede it.
    pending.sort((a, b) => a.start - b.start);
    const settled = (date + 1) * day - widestOffset;
    const ready = pending.findIndex((span) => span.start >= settled);
    if (ready === 0) continue;
    yield* ready < 0 ? pending : pending.slice(0, ready);
    pending = ready < 0 ? [] : pending.slice(ready);
  }
  yield* pending;
}

/** Gives the spans that begin on a date, told as its number of days since 1970-01-01. */
type Calendar = (date: number) => readonly Span[];

/** Resolved once for each calendar: an import asks for the same dates a million times. */
const calendars = new WeakMap<OpeningHours, Calendar>();

/** How many dates of a calendar are kept resolved: more than the years that messages come from. */
const mostDates = 20_000;

function calendarOf(hours: OpeningHours): Calendar {
  const known = calendars.get(hours);
  if (known !== undefined) return known;
  const holidays = new Set(hours.holidays);
  const extra = Map.groupBy(hours.extra ?? [], (span) => span.date);
  const resolved = new Map<number, readonly Span[]>();
  const calendar: Calendar = (date) => {
    const before = resolved.get(date);
    if (before !== undefined) return before;
    const name = dateName(date);
    const weekday = ((((date + 3) % 7) + 7) % 7) + 1;
    const weekly = holidays.has(name) ? [] : hours.weekly.filter((span) => span.days.includes(weekday));
    const spans = [...weekly, ...(extra.get(name) ?? [])].flatMap((span) => resolveSpan(date, span, hours.zone));
    if (resolved.size >= mostDates) resolved.clear();
    resolved.set(date, spans);
    return spans;
  };
  calendars.set(hours, calendar);
  return calendar;
}

/** A date of the calendar as text, from its number of days since 1970-01-01. */
function dateName(date: number): string {
  return instant(date * day).slice(0, 10);
}

/** The span as it begins on this date, by rule T1 at both ends; none if the clock change leaves nothing of it. */
function resolveSpan(date: number, { from, to }: { from: string; to: string }, zone: string): Span[] {
  const opens = resolveWallClock({ local: `${dateName(date)}T${from}:00`, zone });
  // A date that the zone leaves out altogether (Apia, 2011-12-30) has no opening hours to move to the next.
  if (opens.shifted?.kind === "skipped" && opens.shifted.movedBy >= day) return [];
  const endsNextDay = to <= from || to === "24:00";
  const closes = resolveWallClock({
    local: `${dateName(endsNextDay ? date + 1 : date)}T${to === "24:00" ? "00:00" : to}:00`,
    zone,
  });
  const start = millis(opens.at);
  const end = millis(closes.at);
  return end > start ? [{ start, end }] : [];
}

/**
 * The instant at which `ms` milliseconds of open time have passed since `from`. Time on the day of a clock change
 * counts as it passes: 00:00 to 24:00 is then 23 or 25 hours. At closing time exactly, it is closing time and not the
 * next opening; with 0 ms it is `from` itself.
 * @returns null if that much open time does not come within 400 days, as with a calendar that never opens.
 * @throws RangeError if `ms` is negative or no number, or the time lies beyond the year 9999.
 */
export function addOpenTime(from: Instant, ms: number, hours: OpeningHours): Instant | null {
  if (!(ms >= 0)) throw new RangeError(`Not a length of time: ${ms} ms`);
  if (ms === 0) return from;
  let counted = millis(from);
  let left = ms;
  for (const { start, end } of openSpans(counted, horizonDays, hours)) {
    const begins = Math.max(start, counted);
    if (end <= begins) continue;
    if (left <= end - begins) return instant(begins + left);
    left -= end - begins;
    counted = end;
  }
  return null;
}

/** Open time between two instants in ms; 0 if `to` is not after `from`. */
export function openTimeBetween(from: Instant, to: Instant, hours: OpeningHours): number {
  let counted = millis(from);
  const until = millis(to);
  if (until <= counted) return 0;
  let open = 0;
  for (const { start, end } of openSpans(counted, Math.ceil((until - counted) / day) + 2, hours)) {
    if (start >= until) break;
    const begins = Math.max(start, counted);
    const ends = Math.min(end, until);
    if (ends <= begins) continue;
    open += ends - begins;
    counted = ends;
  }
  return open;
}

/** Whether it is open, and when that changes: null if it never does within 400 days. */
export type Opening = { readonly isOpen: boolean; readonly changesAt: Instant | null };

/**
 * Whether a calendar is open at an instant, and until when, or when it opens next. Spans that follow one another without
 * a gap are one.
 */
export function openingAt(at: Instant, hours: OpeningHours): Opening {
  const now = millis(at);
  let closes: number | null = null;
  for (const { start, end } of openSpans(now, horizonDays, hours)) {
    if (end <= now) continue;
    if (closes === null && start > now) return { isOpen: false, changesAt: instant(start) };
    if (closes !== null && start > closes) return { isOpen: true, changesAt: instant(closes) };
    closes = Math.max(closes ?? end, end);
  }
  const horizon = now + (horizonDays - 3) * day;
  return { isOpen: closes !== null, changesAt: closes === null || closes > horizon ? null : instant(closes) };
}
