import { day, hour, minute } from "../time/instant.ts";

/** A class of lengths of time in ms: more than `over`, and not more than `upTo`; null where it is open. */
export interface Bin {
  readonly over: number | null;
  readonly upTo: number | null;
}

/**
 * The classes of response times, about twice as wide each as the one before. The upper end belongs to the class, as a
 * response that takes exactly its target is within it: a class that ends at the target holds nothing that missed it.
 */
export const responseBins: readonly Bin[] = binsAt([
  minute,
  2 * minute,
  5 * minute,
  10 * minute,
  15 * minute,
  30 * minute,
  hour,
  2 * hour,
  4 * hour,
  8 * hour,
  16 * hour,
  day,
  2 * day,
  4 * day,
]);

/** The classes of how long an item that is still open has waited. */
export const ageBins: readonly Bin[] = binsAt([15 * minute, hour, 4 * hour, day, 2 * day, 7 * day]);

function binsAt(edges: readonly number[]): Bin[] {
  return [null, ...edges].map((over, index) => ({ over, upTo: edges[index] ?? null }));
}

/** The place of the class that a length of time falls into. */
export function binOf(bins: readonly Bin[], ms: number): number {
  let low = 0;
  let high = bins.length - 1;
  while (low < high) {
    const middle = (low + high) >>> 1;
    const upTo = bins[middle]?.upTo ?? Number.POSITIVE_INFINITY;
    if (ms <= upTo) high = middle;
    else low = middle + 1;
  }
  return low;
}
