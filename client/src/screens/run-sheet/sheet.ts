import type { Post, Variant } from "@flowdesk/shared/desk/post/post.ts";
import { hour, type Instant, instant, millis } from "@flowdesk/shared/time/instant.ts";
import { resolveWallClock, wallClockOf } from "@flowdesk/shared/time/wall-clock.ts";

/** A day of the calendar, `2026-11-22`. */
export type Day = string;

/** How far a sheet runs into the next day: an evening does not end at midnight. In ms. */
const afterMidnight = 6 * hour;

/** One post of a sheet with its variants by channel; a channel that it has no part in has no entry. */
export interface SheetRow {
  readonly post: Post;
  readonly cells: ReadonlyMap<string, readonly Variant[]>;
  /** It belongs to the night after the day. */
  readonly isAfterMidnight: boolean;
}

/** One day of the run sheet. */
export interface Sheet {
  /** The channels that have something in it, by id. */
  readonly channels: readonly string[];
  /** In order of time. */
  readonly rows: readonly SheetRow[];
}

/** The day that it is at an instant in a zone. */
export function dayOf(at: Instant, zone: string): Day {
  return wallClockOf(at, zone).local.slice(0, 10);
}

/** The day so many days later; earlier if negative. */
export function dayAfter(day: Day, days: number): Day {
  const noon = new Date(`${day}T12:00:00Z`);
  noon.setUTCDate(noon.getUTCDate() + days);
  return noon.toISOString().slice(0, 10);
}

/** Whether a text is a day of the calendar. */
export function isDay(text: string): boolean {
  const at = Date.parse(`${text}T00:00:00Z`);
  return /^[1-8]\d{3}-\d\d-\d\d$/u.test(text) && !Number.isNaN(at) && new Date(at).toISOString().startsWith(text);
}

/** The instant at which a day begins in a zone. */
export function startOf(day: Day, zone: string): Instant {
  return resolveWallClock({ local: `${day}T00:00:00`, zone }).at;
}

/** @param posts in order of time */
export function sheetOf(posts: readonly Post[], day: Day, zone: string): Sheet {
  const start = startOf(day, zone);
  const midnight = startOf(dayAfter(day, 1), zone);
  const end = instant(millis(midnight) + afterMidnight);
  const rows = posts
    .filter(({ at }) => at >= start && at < end)
    .map((post): SheetRow => ({ post, cells: byChannel(post.variants), isAfterMidnight: post.at >= midnight }));
  const channels = new Set(rows.flatMap(({ cells }) => [...cells.keys()]));
  return { channels: [...channels].sort(), rows };
}

/** How many rows of a sheet lie before now: the now line stands after them. @param now in ms */
export function rowsBefore(rows: readonly SheetRow[], now: number): number {
  const first = rows.findIndex(({ post }) => millis(post.at) > now);
  return first < 0 ? rows.length : first;
}

/** Whether now falls within the sheet, so that a now line belongs in it. @param now in ms */
export function hasNow(day: Day, zone: string, now: number): boolean {
  return now >= millis(startOf(day, zone)) && now < millis(startOf(dayAfter(day, 1), zone)) + afterMidnight;
}

function byChannel(variants: readonly Variant[]): ReadonlyMap<string, readonly Variant[]> {
  const cells = new Map<string, Variant[]>();
  for (const variant of variants) {
    const cell = cells.get(variant.channel);
    if (cell === undefined) cells.set(variant.channel, [variant]);
    else cell.push(variant);
  }
  return cells;
}
