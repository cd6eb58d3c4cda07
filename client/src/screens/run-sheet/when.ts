import type { Instant } from "@flowdesk/shared/time/instant.ts";
import type { Shift, WallClock } from "@flowdesk/shared/time/wall-clock.ts";
import { isZone, resolveWallClock } from "@flowdesk/shared/time/wall-clock.ts";
import { isDay } from "./sheet.ts";

/** A time on the wall clock as somebody is writing it. */
export interface When {
  readonly date: string;
  readonly time: string;
  readonly zone: string;
}

/** A time of day as people type it (`21`, `2100`, `21.05`, `9:5`), as `21:05`; null if it is none. */
export function readTime(text: string): string | null {
  const match = /^\s*(?:kl\.?\s*)?(\d{1,2})(?:[:.,\s]?(\d{1,2}))?\s*$/iu.exec(text);
  if (match === null) return null;
  const [, hours = "", minutes = "0"] = match;
  // Two digits more are minutes, `930` is 9:30 and not 93:0.
  const compact = /^\s*(\d)(\d\d)\s*$/u.exec(text);
  const [h, m] = compact === null ? [Number(hours), Number(minutes)] : [Number(compact[1]), Number(compact[2])];
  return h > 23 || m > 59 ? null : `${String(h).padStart(2, "0")}:${String(m).padStart(2, "0")}`;
}

/** What was written, as a wall clock with the instant that it comes to and what the clock change does to it; null if it is no time. */
export function readWhen(
  when: When,
): { readonly planned: WallClock; readonly at: Instant; readonly shifted: Shift | null } | null {
  const time = readTime(when.time);
  if (time === null || !isDay(when.date) || !isZone(when.zone)) return null;
  const planned = { local: `${when.date}T${time}:00`, zone: when.zone };
  return { planned, ...resolveWallClock(planned) };
}

/** A wall clock as the fields show it. */
export function whenOf({ local, zone }: WallClock): When {
  return { date: local.slice(0, 10), time: local.slice(11, 16), zone };
}
