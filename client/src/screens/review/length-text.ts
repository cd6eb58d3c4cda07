import { day, hour, minute, second } from "@flowdesk/shared/time/instant.ts";

const locales: Readonly<Record<string, string>> = { en: "en-US", da: "da-DK", nb: "nb-NO" };
/** From so many days on hours say nothing more. */
const manyDays = 10 * day;
const made = new Map<string, (ms: number) => string>();

/**
 * Writes lengths of time in ms with the two greatest units that say something, as figures want them: `45 sec`,
 * `12 min 45 sec`, `8 hr 42 min`, `1 day 7 hr`, `12 days`; below a second as a part of one. Cut, never rounded up.
 */
export function lengthTextFor(language: string): (ms: number) => string {
  let text = made.get(language);
  if (text === undefined) {
    text = makeLengthText(locales[language] ?? language);
    made.set(language, text);
  }
  return text;
}

function makeLengthText(locale: string): (ms: number) => string {
  const units = [
    { ms: day, unit: "day" },
    { ms: hour, unit: "hour" },
    { ms: minute, unit: "minute" },
    { ms: second, unit: "second" },
  ].map(({ ms, unit }) => ({
    ms,
    format: new Intl.NumberFormat(locale, { style: "unit", unit, unitDisplay: "short" }),
  }));
  const tenths = new Intl.NumberFormat(locale, {
    style: "unit",
    unit: "second",
    unitDisplay: "short",
    maximumFractionDigits: 1,
  });
  return (ms) => {
    if (ms < second) return tenths.format(Math.floor(ms / 100) / 10);
    const at = units.findIndex((unit) => ms >= unit.ms);
    const greatest = units[at];
    const lesser = units[at + 1];
    if (greatest === undefined) return tenths.format(0);
    const rest = lesser === undefined || ms >= manyDays ? 0 : Math.floor((ms % greatest.ms) / lesser.ms);
    const first = greatest.format.format(Math.floor(ms / greatest.ms));
    return lesser === undefined || rest === 0 ? first : `${first} ${lesser.format.format(rest)}`;
  };
}
