/**
 * A time of day as people write it: `9`, `930`, `9:30`, `09.30`, `18`, `24`, as `09:30`. Midnight at the end of a day is
 * `00:00` here.
 * @returns null if it is none
 */
export function readTimeOfDay(text: string): string | null {
  const match = /^(\d{1,2})(?:[:. ]?(\d{2}))?$/u.exec(text.trim());
  if (match === null) return null;
  const hours = Number(match[1]);
  const minutes = Number(match[2] ?? "0");
  if (minutes > 59 || hours > 24 || (hours === 24 && minutes > 0)) return null;
  return `${String(hours % 24).padStart(2, "0")}:${String(minutes).padStart(2, "0")}`;
}
