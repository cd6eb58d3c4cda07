import type { Item } from "@flowdesk/shared/desk/item/item.ts";
import type { Instant } from "@flowdesk/shared/time/instant.ts";

/** By when an item asks for something: when it is due or when an answer was promised, whichever is sooner. */
export function deadlineOf(item: Pick<Item, "dueAt" | "promise">): Instant | null {
  const promised = item.promise?.until ?? null;
  if (item.dueAt === null) return promised;
  return promised !== null && promised < item.dueAt ? promised : item.dueAt;
}

/**
 * Order of one's own work: where somebody waits in urgent need first, then by deadline, what has none last; then by who
 * waits longest, then by id so that it is total.
 */
export function compareDeadlines(a: Item, b: Item): number {
  return (
    Number(isUrgent(b)) - Number(isUrgent(a)) ||
    compareTimes(deadlineOf(a), deadlineOf(b)) ||
    compareTimes(a.awaitingSince, b.awaitingSince) ||
    (a.id < b.id ? -1 : a.id > b.id ? 1 : 0)
  );
}

function isUrgent({ need, awaitingSince }: Item): boolean {
  return need === "urgent" && awaitingSince !== null;
}

/** Order by who waits longest, then by id. */
export function compareWaits(a: Item, b: Item): number {
  return compareTimes(a.awaitingSince, b.awaitingSince) || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0);
}

function compareTimes(a: Instant | null, b: Instant | null): number {
  if (a === b) return 0;
  if (a === null) return 1;
  if (b === null) return -1;
  return a < b ? -1 : 1;
}
