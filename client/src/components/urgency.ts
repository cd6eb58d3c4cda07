import type { Item } from "@flowdesk/shared/desk/item/item.ts";

/** How pressing a deadline is: what colour, shape and word stand for, and nothing else does. */
export type Urgency = "calm" | "soon" | "at-risk" | "overdue";

/** The share of a target after which a wait is no longer calm. */
const soonShare = 0.5;

/** A deadline as the marks show it. Times are ms since 1970. */
export interface Deadline {
  readonly from: number;
  readonly riskAt: number | null;
  readonly dueAt: number;
  readonly kind: "wait" | "promise";
}

/** The deadline that an item stands under: of its wait, of its promise, whichever is sooner; null if there is none. */
export function itemDeadline(
  item: Pick<Item, "awaitingSince" | "riskAt" | "dueAt" | "promise" | "answeredAt">,
): Deadline | null {
  const wait: Deadline | null =
    item.dueAt === null
      ? null
      : {
          from: Date.parse(item.awaitingSince ?? item.dueAt),
          riskAt: item.riskAt === null ? null : Date.parse(item.riskAt),
          dueAt: Date.parse(item.dueAt),
          kind: "wait",
        };
  if (item.promise === null) return wait;
  const dueAt = Date.parse(item.promise.until);
  if (wait !== null && wait.dueAt <= dueAt) return wait;
  return { from: Date.parse(item.answeredAt ?? item.promise.until), riskAt: null, dueAt, kind: "promise" };
}

/** How pressing a deadline is at a moment. Without a time at risk of its own that is three quarters of the way. */
export function urgencyAt(deadline: Deadline, now: number): Urgency {
  const { from, dueAt } = deadline;
  if (now >= dueAt) return "overdue";
  if (now >= (deadline.riskAt ?? from + (dueAt - from) * 0.75)) return "at-risk";
  return now - from >= (dueAt - from) * soonShare ? "soon" : "calm";
}

const narrow = new Map<string, (value: number, unit: "minute" | "hour" | "day") => string>();

/** The narrow units of a language: `5h`, `5t`. */
function narrowUnits(language: string) {
  let units = narrow.get(language);
  if (units === undefined) {
    const of = (unit: string) => new Intl.NumberFormat(language, { style: "unit", unit, unitDisplay: "narrow" });
    const formats = { minute: of("minute"), hour: of("hour"), day: of("day") };
    units = (value, unit) => formats[unit].format(value);
    narrow.set(language, units);
  }
  return units;
}

/** A span of time for a narrow column, without its sign: `1:19`, `59:05`, `3h 20m`, `14h`, `2d 4h`, `9d`. @param ms a length in ms */
export function spanText(ms: number, language: string): string {
  const seconds = Math.floor(Math.abs(ms) / 1000);
  const minutes = Math.floor(seconds / 60);
  if (minutes < 60) return `${minutes}:${String(seconds % 60).padStart(2, "0")}`;
  const unit = narrowUnits(language);
  const hours = Math.floor(minutes / 60);
  if (hours < 10) return `${unit(hours, "hour")} ${unit(minutes % 60, "minute")}`;
  if (hours < 24) return unit(hours, "hour");
  const days = Math.floor(hours / 24);
  return days < 4 && hours % 24 > 0 ? `${unit(days, "day")} ${unit(hours % 24, "hour")}` : unit(days, "day");
}
