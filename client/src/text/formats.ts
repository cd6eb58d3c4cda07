import { day, hour, type Instant, millis, minute, second } from "@flowdesk/shared/time/instant.ts";

/** The form of dates and numbers for each language of the console. English is written as in Europe, with 24 hours. */
const locales: Readonly<Record<string, string>> = { en: "en-GB", da: "da-DK", nb: "nb-NO" };

/** The form in which dates and numbers are written in a language of the console. */
export function formatLocale(language: string): string {
  return locales[language] ?? language;
}

/** A point in time: ms since 1970, or an instant. */
export type Point = number | Instant;

/** Dates, times and numbers as people of a language write them; times in the zone given. */
export interface Formats {
  /** `20:47` */
  readonly time: (at: Point) => string;
  /** `20:47:12` */
  readonly timeWithSeconds: (at: Point) => string;
  /** `22 Nov` */
  readonly day: (at: Point) => string;
  /** `Sun 22 Nov 2026` */
  readonly date: (at: Point) => string;
  /** `Sun 22 Nov 2026, 20:47` */
  readonly dateTime: (at: Point) => string;
  /** The time alone if it is the same day as `now`, else with its day, and with the year where it is not this season's. */
  readonly timeNear: (at: Point, now: number) => string;
  /** `12,345` */
  readonly number: (value: number) => string;
  /** A share of 0 to 1 as `94 %` in the language's manner. */
  readonly percent: (share: number) => string;
  /** A length of time in ms in words: `8 sec`, `13 min`, `2 hr 5 min`, `3 days`. */
  readonly length: (ms: number) => string;
  /** A length of time in ms as digits that tick in place: `1:19`, and from an hour on `2:05:19`. */
  readonly clock: (ms: number) => string;
}

/** What lies farther off than that could be of another year than one thinks, in ms. */
const farOff = 300 * day;

const made = new Map<string, Formats>();

/**
 * The formats of a language in a zone; the same value for the same two.
 * @param zone an IANA zone; absent: this computer's own
 */
export function formatsFor(language: string, zone?: string): Formats {
  const key = `${language} ${zone ?? ""}`;
  let formats = made.get(key);
  if (formats === undefined) {
    formats = makeFormats(formatLocale(language), zone);
    made.set(key, formats);
  }
  return formats;
}

function makeFormats(locale: string, zone: string | undefined): Formats {
  const inZone = zone === undefined ? {} : { timeZone: zone };
  const timed = (options: Intl.DateTimeFormatOptions) => {
    const format = new Intl.DateTimeFormat(locale, { ...options, ...inZone });
    return (at: Point) => format.format(typeof at === "number" ? at : millis(at));
  };
  const number = new Intl.NumberFormat(locale);
  const percent = new Intl.NumberFormat(locale, { style: "percent", maximumFractionDigits: 1 });
  const unit = (name: string) => {
    // British English would have "13 mins"; the international "13 min" is shorter and the same for all numbers.
    const unitLocale = locale === "en-GB" ? "en" : locale;
    const format = new Intl.NumberFormat(unitLocale, { style: "unit", unit: name, unitDisplay: "short" });
    return (value: number) => format.format(value);
  };
  const units = { days: unit("day"), hours: unit("hour"), minutes: unit("minute"), seconds: unit("second") };
  const time = timed({ hour: "2-digit", minute: "2-digit", hourCycle: "h23" });
  const dayOnly = timed({ day: "numeric", month: "short" });
  const dayOfYear = timed({ day: "numeric", month: "short", year: "numeric" });
  const sameDay = timed({ year: "numeric", month: "numeric", day: "numeric" });
  return {
    time,
    timeWithSeconds: timed({ hour: "2-digit", minute: "2-digit", second: "2-digit", hourCycle: "h23" }),
    day: dayOnly,
    date: timed({ weekday: "short", day: "numeric", month: "short", year: "numeric" }),
    dateTime: timed({
      weekday: "short",
      day: "numeric",
      month: "short",
      year: "numeric",
      hour: "2-digit",
      minute: "2-digit",
      hourCycle: "h23",
    }),
    timeNear: (at, now) => {
      if (sameDay(at) === sameDay(now)) return time(at);
      const isFar = Math.abs((typeof at === "number" ? at : millis(at)) - now) > farOff;
      return `${isFar ? dayOfYear(at) : dayOnly(at)} ${time(at)}`;
    },
    number: (value) => number.format(value),
    percent: (share) => percent.format(share),
    length: (ms) => lengthOf(Math.max(0, ms), units),
    clock: clockOf,
  };
}

type Units = Record<"days" | "hours" | "minutes" | "seconds", (value: number) => string>;

/** The two greatest units that say something, the lesser dropped where the greater is large. */
function lengthOf(ms: number, units: Units): string {
  if (ms < minute) return units.seconds(Math.floor(ms / second));
  if (ms < hour) return units.minutes(Math.floor(ms / minute));
  if (ms < day) {
    const minutes = Math.floor((ms % hour) / minute);
    const hours = units.hours(Math.floor(ms / hour));
    return minutes === 0 ? hours : `${hours} ${units.minutes(minutes)}`;
  }
  const hours = Math.floor((ms % day) / hour);
  const days = units.days(Math.floor(ms / day));
  return hours === 0 || ms >= 3 * day ? days : `${days} ${units.hours(hours)}`;
}

function clockOf(ms: number): string {
  const seconds = Math.floor(Math.abs(ms) / second);
  const two = (value: number) => String(value).padStart(2, "0");
  const hours = Math.floor(seconds / 3600);
  const minutes = Math.floor((seconds % 3600) / 60);
  return hours === 0 ? `${minutes}:${two(seconds % 60)}` : `${hours}:${two(minutes)}:${two(seconds % 60)}`;
}

const languageNames = new Map<string, Intl.DisplayNames>();

/** A language by its BCP 47 tag, in the words of another: `Danish`. What is no tag stays as it is. */
export function languageName(tag: string, language: string): string {
  let names = languageNames.get(language);
  if (names === undefined) {
    names = new Intl.DisplayNames([formatLocale(language)], { type: "language" });
    languageNames.set(language, names);
  }
  try {
    return names.of(tag) ?? tag;
  } catch {
    return tag;
  }
}
