import { day, hour, minute, second } from "@flowdesk/shared/time/instant.ts";

/** Units as people of the console's languages write them; without one it is minutes. */
const units: ReadonlyArray<readonly [pattern: RegExp, ms: number]> = [
  [/^(?:s|sek|sec|seconds?|sekunde[rn]?)\.?$/u, second],
  [/^(?:m|min|mins|minutes?|minut(?:ter)?|minutter)\.?$/u, minute],
  [/^(?:h|hr|hrs|t|hours?|time|timer)\.?$/u, hour],
  [/^(?:d|days?|dage?|dager|dag|døgn)\.?$/u, day],
];

const part = /(\d+(?:[.,]\d+)?)\s*([\p{L}.]*)\s*/uy;

/**
 * A length of time as people type it: `15`, `15 min`, `1,5 t`, `2 h 30 min`, `1:30` (hours and minutes), `3 days`.
 * @returns ms, whole; null if it is none
 */
export function readLength(text: string): number | null {
  const written = text.trim().toLowerCase();
  const clock = /^(\d{1,3}):([0-5]\d)$/u.exec(written);
  if (clock !== null) return Number(clock[1]) * hour + Number(clock[2]) * minute;
  if (written === "") return null;
  let ms = 0;
  part.lastIndex = 0;
  while (part.lastIndex < written.length) {
    const match = part.exec(written);
    if (match === null) return null;
    const unit = match[2] === "" ? minute : units.find(([pattern]) => pattern.test(match[2] ?? ""))?.[1];
    if (unit === undefined) return null;
    ms += Number((match[1] ?? "").replace(",", ".")) * unit;
  }
  return Math.round(ms);
}
