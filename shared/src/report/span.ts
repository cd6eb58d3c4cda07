import { hour, instant } from "../time/instant.ts";

/** Spans of time by name; days are those of the desk's zone. */
export const spanNames = ["last-12-hours", "today", "yesterday", "last-7-days", "last-30-days", "all"] as const;
export type SpanName = (typeof spanNames)[number];

/** A span of time as instants: from `from` on, up to but without `to`; null where it is open. */
export interface Span {
  readonly from: string | null;
  readonly to: string | null;
}

/**
 * The span that a name stands for at a time. A day is a calendar day of the zone, 23 to 25 hours long; the last seven
 * days are today and the six before it.
 * @param now the time in ms UTC
 * @param zone an IANA zone
 */
export function spanOf(name: SpanName, now: number, zone: string): Span {
  const today = Temporal.Instant.fromEpochMilliseconds(now).toZonedDateTimeISO(zone).toPlainDate();
  const startOf = (daysBack: number) =>
    instant(today.subtract({ days: daysBack }).toZonedDateTime(zone).epochMilliseconds);
  switch (name) {
    case "last-12-hours":
      return { from: instant(now - 12 * hour), to: null };
    case "today":
      return { from: startOf(0), to: null };
    case "yesterday":
      return { from: startOf(1), to: startOf(0) };
    case "last-7-days":
      return { from: startOf(6), to: null };
    case "last-30-days":
      return { from: startOf(29), to: null };
    case "all":
      return { from: null, to: null };
  }
}

/** The span of whole days from one to another, both included, as dates such as `2026-11-22` in a zone. */
export function spanOfDays(first: string, last: string, zone: string): Span {
  const start = (date: Temporal.PlainDate) => instant(date.toZonedDateTime(zone).epochMilliseconds);
  const from = Temporal.PlainDate.from(first);
  const to = Temporal.PlainDate.from(last).add({ days: 1 });
  return { from: start(from), to: start(to) };
}
