import { rankOf } from "@flowdesk/shared/clock/percentile.ts";

/**
 * Percentiles of values in no order, by nearest rank, in time linear in their number: a million are a hundred
 * milliseconds to sort and ten to select from. Puts the values into another order. Source: C. A. R. Hoare, "Algorithm
 * 65: Find", CACM 4 (1961).
 * @param shares as `rankOf` takes them, in ascending order
 * @returns one value for each share; null if there are no values
 */
export function percentilesOf(values: Float64Array, shares: readonly number[]): Array<number | null> {
  let low = 0;
  return shares.map((share) => {
    const place = rankOf(share, values.length) - 1;
    if (values.length === 0) return null;
    select(values, place, low);
    // Everything before the place found is no greater: the next share is looked for from here on.
    low = place;
    return values[place] ?? null;
  });
}

/** Brings to `place` what would stand there in ascending order, with nothing greater before it, from `low` on. */
function select(values: Float64Array, place: number, low: number): void {
  let left = low;
  let right = values.length - 1;
  while (left < right) {
    const pivot = middleOfThree(at(values, left), at(values, (left + right) >>> 1), at(values, right));
    let i = left;
    let j = right;
    while (i <= j) {
      while (at(values, i) < pivot) i++;
      while (at(values, j) > pivot) j--;
      if (i <= j) {
        const swapped = at(values, i);
        values[i] = at(values, j);
        values[j] = swapped;
        i++;
        j--;
      }
    }
    if (place <= j) right = j;
    else if (place >= i) left = i;
    else return;
  }
}

function at(values: Float64Array, index: number): number {
  return values[index] as number;
}

function middleOfThree(a: number, b: number, c: number): number {
  return Math.max(Math.min(a, b), Math.min(Math.max(a, b), c));
}
