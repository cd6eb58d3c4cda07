import type { Item } from "./item.ts";
import { compareQueued } from "./queue.ts";

/**
 * The most pressing of many items, in the order of the queue. Only so many are ever kept in order, so that a console
 * with twenty thousand of them answers a key at once.
 */
export function mostPressing(items: Iterable<Item>, count: number): Item[] {
  const best: Item[] = [];
  for (const item of items) {
    const last = best[count - 1];
    if (last !== undefined && compareQueued(item, last) >= 0) continue;
    let low = 0;
    let high = best.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      const other = best[middle];
      if (other !== undefined && compareQueued(other, item) < 0) low = middle + 1;
      else high = middle;
    }
    best.splice(low, 0, item);
    if (best.length > count) best.pop();
  }
  return best;
}
