/** What stands in the places of a list that are in sight, and whether its order is ahead of them. */
export interface Standing {
  readonly at: ReadonlyMap<number, string>;
  readonly isBehind: boolean;
}

/**
 * Takes a list's order into its places in sight, from the top, as far as so many may change. A place that has come into
 * sight shows at once what belongs there, and one behind the list's end nothing.
 * @param ids the list's own order
 * @param inSight the places in the document, from the top
 * @param before what stood in them
 * @param most in how many of them another may come to stand
 */
export function standAnew(
  ids: readonly string[],
  inSight: readonly number[],
  before: ReadonlyMap<number, string>,
  most: number,
): Standing {
  const at = new Map<number, string>();
  let left = most;
  let isBehind = false;
  for (const place of inSight) {
    const id = ids[place];
    if (id === undefined) continue;
    const stood = before.get(place) ?? id;
    if (stood !== id && left === 0) {
      at.set(place, stood);
      isBehind = true;
    } else {
      if (stood !== id) left--;
      at.set(place, id);
    }
  }
  return { at, isBehind };
}
