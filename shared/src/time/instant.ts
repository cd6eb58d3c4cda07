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
 * How instants of a second begin, each in a place of its own: what comes in at once has few of them, and to write them out
 * anew each time was a twentieth of taking a message in. The number of places is prime, since a time and what is due a
 * day, a quarter of it or an hour later would else stand in one.
 */
const known: Array<{ readonly seconds: number; readonly text: string } | undefined> = new Array(251).fill(undefined);

/**
 * The instant that lies `ms` milliseconds after 1970-01-01T00:00Z; fractions of a millisecond are dropped towards the
 * past.
 * @throws RangeError outside the years 0000 to 9999, and for what is no number.
 */
export function instant(ms: number): Instant {
  if (!isWithinYears(ms)) throw new RangeError(`No instant between the years 0000 and 9999: ${ms} ms`);
  const whole = Math.floor(ms);
  const seconds = Math.floor(whole / second);
  const place = Math.abs(seconds % known.length);
  let begun = known[place];
  if (begun?.seconds !== seconds) {
    begun = { seconds, text: new Date(seconds * second).toISOString().slice(0, 20) };
    known[place] = begun;
  }
  const fraction = whole - seconds * second;
  return `${begun.text}${fraction < 10 ? "00" : fraction < 100 ? "0" : ""}${fraction}Z`;
}

/**
 * Milliseconds since 1970-01-01T00:00Z.
 * @throws RangeError for a string that is no date.
 */
export function millis(at: Instant): number {
  const quick = canonicalMillis(at);
  const ms = Number.isNaN(quick) ? Date.parse(at) : quick;
  if (Number.isNaN(ms)) throw new RangeError(`Not an instant: ${JSON.stringify(at)}`);
  return ms;
}

/**
 * What Date.parse gives for the canonical form, in a third of the time (a desk reads tens of thousands of deadlines at
 * once); NaN for everything else and for the last days of months.
 */
function canonicalMillis(text: string): number {
  if (text.length !== 24 || text.charCodeAt(10) !== 84 || text.charCodeAt(19) !== 46 || text.charCodeAt(23) !== 90) {
    return Number.NaN;
  }
  if (text.charCodeAt(4) !== 45 || text.charCodeAt(7) !== 45) return Number.NaN;
  if (text.charCodeAt(13) !== 58 || text.charCodeAt(16) !== 58) return Number.NaN;
  const year = twoDigits(text, 0) * 100 + twoDigits(text, 2);
  const month = twoDigits(text, 5);
  const date = twoDigits(text, 8);
  const hours = twoDigits(text, 11);
  const minutes = twoDigits(text, 14);
  const seconds = twoDigits(text, 17);
  const fraction = twoDigits(text, 20) * 10 + (twoDigits(text, 21) % 10);
  // Shorter months and 24:00 are left to Date.parse; comparisons with NaN are false, so they are put as what must hold.
  if (!(month >= 1 && month <= 12 && date >= 1 && date <= 28 && hours <= 23 && minutes <= 59 && seconds <= 59)) {
    return Number.NaN;
  }
  return daysSince1970(year, month, date) * day + hours * hour + minutes * minute + seconds * second + fraction;
}

function twoDigits(text: string, at: number): number {
  const tens = text.charCodeAt(at) - 48;
  const ones = text.charCodeAt(at + 1) - 48;
  return tens >= 0 && tens <= 9 && ones >= 0 && ones <= 9 ? tens * 10 + ones : Number.NaN;
}

/** Source: Howard Hinnant, "chrono-Compatible Low-Level Date Algorithms", days_from_civil. */
function daysSince1970(year: number, month: number, date: number): number {
  const years = month <= 2 ? year - 1 : year;
  const era = Math.floor(years / 400);
  const ofEra = years - era * 400;
  const ofYear = Math.floor((153 * (month > 2 ? month - 3 : month + 9) + 2) / 5) + date - 1;
  return era * 146_097 + ofEra * 365 + Math.floor(ofEra / 4) - Math.floor(ofEra / 100) + ofYear - 719_468;
}

const canonical = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/;
const withOffset = /^\d{4}-\d\d-\d\dT\d\d:\d\d(?::\d\d(?:[.,]\d{1,9})?)?(?:Z|[+-]\d\d(?::?\d\d)?)$/;

/** The canonical form of an ISO 8601 time with an offset or `Z`, or null if it is none. */
function canonicalInstant(text: string): Instant | null {
  if (!Number.isNaN(canonicalMillis(text))) return text;
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
