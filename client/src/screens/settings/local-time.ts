import type { Instant } from "@flowdesk/shared/time/instant.ts";
import { resolveWallClock, wallClockSchema } from "@flowdesk/shared/time/wall-clock.ts";

/** The instant of a local time as a field has it, `2026-07-04T21:00`; empty for an empty field, null for no time. */
export function readLocal(text: string, zone: string): Instant | "" | null {
  if (text.trim() === "") return "";
  const read = wallClockSchema.safeParse({ local: text, zone });
  return read.success ? resolveWallClock(read.data).at : null;
}
