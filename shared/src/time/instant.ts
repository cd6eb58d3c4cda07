import { z } from "zod";

/**
 * A point in time: ISO 8601 in UTC with milliseconds and `Z`, such as `2026-11-22T02:03:39.123Z`. Always 24
 * characters (years 0000 to 9999), so that the order of strings is the order of time.
 */
export type Instant = string;

/** One second, in milliseconds. */
export const second = 1_000;
/** One minute, in milliseconds. */
export const minute = 60 * second;
/** One hour, in milliseconds. */
export const hour = 60 * minute;
/** Twenty-four hours, in milliseconds. A calendar day can be longer or shorter: see `wallClockOf`. */
export const day = 24 * hour;

const earliest = Date.parse("0000-01-01T00:00:00.000Z");
const latest = Date.parse("9999-12-31T23:59:59.999Z");

function isWithinYears(ms: number): boolean {
  return ms >= earliest && ms <= latest;
}

/**
 * The instant that lies `ms` milliseconds after 1970-01-01T00:00Z; fractions of a millisecond are dropped towards the
 * past.
 * @throws RangeError outside the years 0000 to 9999, and for what is no number.
 */
export function instant(ms: number): Instant {
  if (!isWithinYears(ms)) throw new RangeError(`No instant between the years 0000 and 9999: ${ms} ms`);
  return new Date(Math.floor(ms)).toISOString();
}

/**
 * Milliseconds since 1970-01-01T00:00Z.
 * @throws RangeError for a string that is no date.
 */
export function millis(at: Instant): number {
  const ms = Date.parse(at);
  if (Number.isNaN(ms)) throw new RangeError(`Not an instant: ${JSON.stringify(at)}`);
  return ms;
}

const canonical = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/;
const withOffset = /^\d{4}-\d\d-\d\dT\d\d:\d\d(?::\d\d(?:[.,]\d{1,9})?)?(?:Z|[+-]\d\d(?::?\d\d)?)$/;

/** The canonical form of an ISO 8601 time with an offset or `Z`, or null if it is none. */
function canonicalInstant(text: string): Instant | null {
  if (canonical.test(text)) {
    const ms = Date.parse(text);
    // Date.parse rolls 30 February over into March: only what comes back the same was a date of the calendar.
    if (!Number.isNaN(ms) && new Date(ms).toISOString() === text) return text;
  }
  if (!withOffset.test(text)) return null;
  try {
    const ms = Temporal.Instant.from(text).epochMilliseconds;
    return isWithinYears(ms) ? instant(ms) : null;
  } catch {
    return null;
  }
}

/**
 * Reads any ISO 8601 date and time with an offset or `Z`, within the years 0000 to 9999 of UTC, and gives it in
 * canonical form. Seconds may be left out; of finer fractions the milliseconds are kept; a leap second counts as the
 * second before it. A time without an offset is refused, as it does not say which instant it is.
 */
export const instantSchema = z.string().transform((text, context): Instant => {
  const at = canonicalInstant(text);
  if (at !== null) return at;
  context.addIssue({
    code: "custom",
    message: "Expected a date and time with its offset or Z, such as 2026-11-22T02:03:39Z",
    input: text.slice(0, 64),
  });
  return z.NEVER;
});
