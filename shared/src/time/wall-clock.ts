import { z } from "zod";
import { type Instant, instant, millis } from "./instant.ts";

/**
 * The name of an IANA time zone in its own spelling, or null. A bare offset such as `+02:00` is none: it knows no clock
 * change.
 */
function zoneName(text: string): string | null {
  if (!/^[A-Za-z][A-Za-z0-9_+/-]{0,63}$/.test(text)) return null;
  try {
    return new Temporal.ZonedDateTime(0n, text).timeZoneId;
  } catch {
    return null;
  }
}

/** Whether this is the name of an IANA time zone, such as `Europe/Copenhagen`, in any case. */
export function isZone(zone: string): boolean {
  return zoneName(zone) !== null;
}

/** The name of an IANA time zone; given back in the zone's own spelling. */
export const zoneSchema = z.string().transform((text, context): string => {
  const zone = zoneName(text);
  if (zone !== null) return zone;
  context.addIssue({
    code: "custom",
    message: "Expected the name of a time zone, such as Europe/Copenhagen",
    input: text.slice(0, 64),
  });
  return z.NEVER;
});

const localForm = /^\d{4}-\d\d-\d\dT\d\d:\d\d(?::\d\d)?$/;

const localSchema = z.string().transform((text, context): string => {
  try {
    // The first and the last year are left out, so that every wall clock comes to an instant of four-digit years.
    if (localForm.test(text) && !text.startsWith("0000") && !text.startsWith("9999")) {
      return Temporal.PlainDateTime.from(text).toString({ smallestUnit: "second" });
    }
  } catch {
    // No date of the calendar: refused below like any other text.
  }
  context.addIssue({
    code: "custom",
    message: "Expected a local date and time, such as 2026-03-29T02:30",
    input: text.slice(0, 64),
  });
  return z.NEVER;
});

/**
 * A time that a person chose, as the clock on the wall shows it in a zone: `{ local: "2026-03-29T02:30:00",
 * zone: "Europe/Copenhagen" }` (T1). It is the truth; the instant is derived from it. Seconds may be left out and are
 * `00` then.
 */
export const wallClockSchema = z.object({ local: localSchema, zone: zoneSchema });
export type WallClock = z.infer<typeof wallClockSchema>;

/**
 * What the clock change did to a chosen time: it does not exist and moved forward by `movedBy` ms (the length of the
 * gap), or it comes twice and is the first.
 */
export type Shift = { kind: "skipped"; movedBy: number } | { kind: "repeated" };

/**
 * The instant that a wall-clock time comes to (T1). A time that the clock change skips moves forward by the gap, one
 * that comes twice is the first (RFC 5545, 3.3.5; Temporal's "compatible"); `shifted` says which, or null for a time
 * that comes exactly once.
 * @throws RangeError for a wall clock that `wallClockSchema` would refuse.
 */
export function resolveWallClock(chosen: WallClock): { at: Instant; shifted: Shift | null } {
  const local = Temporal.PlainDateTime.from(chosen.local);
  const earlier = local.toZonedDateTime(chosen.zone, { disambiguation: "earlier" });
  const later = local.toZonedDateTime(chosen.zone, { disambiguation: "later" });
  const apart = later.epochMilliseconds - earlier.epochMilliseconds;
  if (apart === 0) return { at: instant(earlier.epochMilliseconds), shifted: null };
  if (earlier.toPlainDateTime().equals(local)) {
    return { at: instant(earlier.epochMilliseconds), shifted: { kind: "repeated" } };
  }
  return { at: instant(later.epochMilliseconds), shifted: { kind: "skipped", movedBy: apart } };
}

/**
 * What the clock on the wall shows in a zone at an instant, in whole seconds: fractions are dropped.
 * @throws RangeError for what is no instant or no zone.
 */
export function wallClockOf(at: Instant, zone: string): WallClock {
  const there = Temporal.Instant.fromEpochMilliseconds(millis(at)).toZonedDateTimeISO(zone);
  return { local: there.toPlainDateTime().toString({ smallestUnit: "second" }), zone: there.timeZoneId };
}
