import { IntakeError } from "./intake-error.ts";

/** Why a text is no point in time: empty, of a form not known, no date of the calendar, or without a zone to read it in. */
export type MomentProblem = "missing" | "form" | "calendar" | "zone";

const months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

const iso =
  /^(\d{4})([-/])(\d\d?)\2(\d\d?)[T ]+(\d\d?):(\d\d)(?::(\d\d)(?:[.,](\d{1,9}))?)?\s*(Z|UTC|GMT|[+-]\d\d(?::?\d\d)?)?$/iu;
/** `Tue Oct 31 22:10:47 +0000 2017`, as X writes it. */
const twitter = /^[A-Z][a-z]{2} ([A-Z][a-z]{2}) (\d\d) (\d\d):(\d\d):(\d\d) ([+-]\d{4}) (\d{4})$/u;
/** `Tue, 31 Oct 2017 22:10:47 +0000`, as mail writes it (RFC 5322). */
const mail = /^(?:[A-Z][a-z]{2}, )?(\d\d?) ([A-Z][a-z]{2}) (\d{4}) (\d\d):(\d\d)(?::(\d\d))? ([+-]\d{4}|GMT|UTC|Z)$/u;
const seconds = /^\d{9,10}(?:\.\d+)?$/u;
const milliseconds = /^\d{12,13}$/u;

/**
 * Reads a date and time in one of the forms of the trade: ISO 8601 and its relatives (`2015-02-24 11:35:52 -0800`,
 * `2026/06/01 20:15`), X's, mail's, or seconds or milliseconds since 1970. Days before months are not guessed at.
 * @param zone IANA zone for a time without an offset of its own
 * @returns milliseconds since 1970-01-01T00:00Z, or what is wrong
 */
export function readMoment(text: string, zone?: string): number | MomentProblem {
  const trimmed = text.trim();
  const i = iso.exec(trimmed);
  if (i !== null) {
    const fraction = Number((i[8] ?? "0").slice(0, 3).padEnd(3, "0"));
    return compose(i[1], Number(i[3]), i[4], i[5], i[6], i[7], fraction, i[9], zone);
  }
  const t = twitter.exec(trimmed);
  if (t !== null) return compose(t[7], months.indexOf(t[1] ?? "") + 1, t[2], t[3], t[4], t[5], 0, t[6], zone);
  const m = mail.exec(trimmed);
  if (m !== null) return compose(m[3], months.indexOf(m[2] ?? "") + 1, m[1], m[4], m[5], m[6], 0, m[7], zone);
  if (seconds.test(trimmed)) return Math.round(Number(trimmed) * 1000);
  if (milliseconds.test(trimmed)) return Number(trimmed);
  return trimmed === "" ? "missing" : "form";
}

function compose(
  year: string | undefined,
  month: number,
  day: string | undefined,
  hour: string | undefined,
  minute: string | undefined,
  second: string | undefined,
  fraction: number,
  offset: string | undefined,
  zone: string | undefined,
): number | MomentProblem {
  const [y, d, h, min] = [Number(year), Number(day), Number(hour), Number(minute)];
  // A leap second counts as the second before it.
  const s = Math.min(Number(second ?? "0"), 59);
  const wall = Date.UTC(y, month - 1, d, h, min, s, fraction);
  const check = new Date(wall);
  const exists = check.getUTCMonth() === month - 1 && check.getUTCDate() === d && h <= 23 && min <= 59;
  if (!exists || Number(second ?? "0") > 60) return "calendar";
  if (offset !== undefined) return wall - offsetMillis(offset);
  if (zone === undefined) return "zone";
  return wall - zoneOffset(wall, zone);
}

function offsetMillis(offset: string): number {
  if (!/^[+-]/u.test(offset)) return 0;
  const digits = offset.slice(1).replace(":", "").padEnd(4, "0");
  const minutes = Number(digits.slice(0, 2)) * 60 + Number(digits.slice(2));
  return (offset.startsWith("-") ? -minutes : minutes) * 60_000;
}

// Rows of a file lie close together in time, and asking the zone database costs far more than a look-up.
const known = new Map<string, number>();

/**
 * How far a zone's clock is ahead of UTC at a wall-clock time, in ms. A time that the clock change skips moves forward
 * by the gap, one that comes twice is the first (rule T1).
 */
function zoneOffset(wall: number, zone: string): number {
  const minute = Math.floor(wall / 60_000) * 60_000;
  const key = `${zone} ${minute}`;
  const found = known.get(key);
  if (found !== undefined) return found;
  const plain = Temporal.PlainDateTime.from(new Date(minute).toISOString().slice(0, 19));
  const offset = minute - plain.toZonedDateTime(zone, { disambiguation: "compatible" }).epochMilliseconds;
  if (known.size > 10_000) known.clear();
  known.set(key, offset);
  return offset;
}

const hours = new Map<number, string>();

/** An instant in canonical form (`2026-11-22T02:03:39.123Z`), or null outside the years 0000 to 9999. */
export function canonical(ms: number): string | null {
  const rest = ((ms % 3_600_000) + 3_600_000) % 3_600_000;
  const hour = hours.get(ms - rest) ?? hourOf(ms - rest);
  if (hour === null) return null;
  const minute = Math.floor(rest / 60_000);
  const second = Math.floor(rest / 1000) % 60;
  return `${hour}${twoDigits[minute]}:${twoDigits[second]}.${String(rest % 1000).padStart(3, "0")}Z`;
}

const twoDigits = Array.from({ length: 60 }, (_, n) => String(n).padStart(2, "0"));

function hourOf(ms: number): string | null {
  const date = new Date(ms);
  const year = date.getUTCFullYear();
  if (!(year >= 0 && year <= 9999)) return null;
  const hour = date.toISOString().slice(0, 14);
  if (hours.size > 10_000) hours.clear();
  hours.set(ms, hour);
  return hour;
}

/** @throws IntakeError `zone.unknown` if this is no IANA time zone */
export function requireZone(zone: string): void {
  try {
    Temporal.Instant.fromEpochMilliseconds(0).toZonedDateTimeISO(zone);
  } catch {
    throw new IntakeError("zone.unknown", `“${zone}” is no time zone: write it as in Europe/Copenhagen.`);
  }
}

/** A sentence on why a text is no point in time. */
export function momentSentence(text: string, problem: MomentProblem): string {
  const shown = text.length > 60 ? `${text.slice(0, 60)}…` : text;
  if (problem === "missing") return "There is no date and time.";
  if (problem === "calendar") return `“${shown}” is no date of the calendar.`;
  if (problem === "zone") return `“${shown}” does not say in which time zone: give the zone with the import.`;
  return `“${shown}” is a date of another form: write it as 2026-11-22T20:15:00+01:00.`;
}
