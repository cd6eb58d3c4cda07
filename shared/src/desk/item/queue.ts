import type { Item } from "./item.ts";

/**
 * The order of the queue, most pressing first: what is urgent, what was raised by hand, what is due soonest (what has no
 * deadline last), who waits longest, and the id so that the order is total.
 */
export function compareQueued(a: Item, b: Item): number {
  const urgent = Number(b.need === "urgent") - Number(a.need === "urgent");
  if (urgent !== 0) return urgent;
  if (a.priority !== b.priority) return b.priority - a.priority;
  return (
    compareTimes(a.dueAt, b.dueAt) ||
    compareTimes(a.awaitingSince, b.awaitingSince) ||
    (a.id < b.id ? -1 : a.id > b.id ? 1 : 0)
  );
}

function compareTimes(a: string | null, b: string | null): number {
  if (a === b) return 0;
  if (a === null) return 1;
  if (b === null) return -1;
  return a < b ? -1 : 1;
}
