import type { WeeklySpan } from "../../clock/opening-hours.ts";
import type { Member } from "./member.ts";

/** When somebody is expected today: the span that runs now, else the next one that begins today. */
export interface Expected {
  readonly from: string;
  readonly to: string;
  readonly isNow: boolean;
}

/**
 * When a member is expected at a time on the desk's wall; null if not today, or if it is not said.
 * @param local such as `2026-07-04T20:15:00`
 */
export function expectedAt(member: Pick<Member, "hours">, local: string): Expected | null {
  const weekday = Temporal.PlainDate.from(local.slice(0, 10)).dayOfWeek;
  const time = local.slice(11, 16);
  const hours = member.hours ?? [];
  const running = hours.find((span) => runsAt(span, weekday, time));
  if (running !== undefined) return { from: running.from, to: running.to, isNow: true };
  const coming = hours
    .filter(({ days, from }) => days.includes(weekday) && from > time)
    .toSorted((a, b) => (a.from < b.from ? -1 : 1))[0];
  return coming === undefined ? null : { from: coming.from, to: coming.to, isNow: false };
}

function runsAt({ days, from, to }: WeeklySpan, weekday: number, time: string): boolean {
  const yesterday = weekday === 1 ? 7 : weekday - 1;
  const isOverMidnight = to <= from;
  if (days.includes(weekday) && from <= time && (isOverMidnight || time < to)) return true;
  return isOverMidnight && days.includes(yesterday) && time < to;
}
