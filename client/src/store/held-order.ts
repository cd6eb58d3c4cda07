/** A list as it is to be shown. */
export interface HeldList {
  /** The ids of its rows; one that has left the list while it was held (taken, answered, closed by somebody) stays. */
  readonly ids: readonly string[];
  /** How many stand in the list and are not shown yet. */
  readonly fresh: number;
}

/**
 * The order of a list while somebody's hand is on it (nothing moves under the hand): the rows that stood there keep their
 * places, what has left stays as a ghost, and what has come is only counted. Without a frozen order the list is as it is,
 * the same array.
 * @param frozen the ids as they stood when the hand came; null while no hand is on the list
 */
export function heldOrder(ids: readonly string[], frozen: readonly string[] | null): HeldList {
  if (frozen === null) return { ids, fresh: 0 };
  if (frozen === ids) return { ids: frozen, fresh: 0 };
  const shown = idsIn(frozen);
  let fresh = 0;
  for (const id of ids) if (!shown.has(id)) fresh++;
  return { ids: frozen, fresh };
}

const known = new WeakMap<readonly string[], ReadonlySet<string>>();

/** The ids of a frozen order as a set: the order stands while the list behind it is renewed several times a second. */
function idsIn(frozen: readonly string[]): ReadonlySet<string> {
  let ids = known.get(frozen);
  if (ids === undefined) {
    ids = new Set(frozen);
    known.set(frozen, ids);
  }
  return ids;
}

/** What holds a list still. */
export type Hold = "pointer" | "focus" | "drag" | "pause";

/** How a list is held: by what, and in which order it has stood since. */
export interface Holding {
  readonly by: ReadonlySet<Hold>;
  readonly frozen: readonly string[] | null;
}

export const notHeld: Holding = { by: new Set(), frozen: null };

/** Takes hold of a list as it stands; a second hold keeps the order of the first. */
export function hold(holding: Holding, by: Hold, ids: readonly string[]): Holding {
  if (holding.by.has(by)) return holding;
  return { by: new Set([...holding.by, by]), frozen: holding.frozen ?? ids };
}

/** Lets go; when nothing holds the list any more, it takes its own order again. */
export function letGo(holding: Holding, by: Hold): Holding {
  if (!holding.by.has(by)) return holding;
  const rest = new Set(holding.by);
  rest.delete(by);
  return { by: rest, frozen: rest.size === 0 ? null : holding.frozen };
}

/** Brings in what has come and lets ghosts go, at the person's own wish; the list stays held in its new order. */
export function bringIn(holding: Holding, ids: readonly string[]): Holding {
  return holding.frozen === null ? holding : { by: holding.by, frozen: ids };
}
