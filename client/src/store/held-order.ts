/** One place in a list that is held still: an item, or what is left of one that has gone from the list since. */
export interface HeldRow {
  readonly id: string;
  /** It has left the list while the list was held: taken, answered or closed by somebody. */
  readonly gone: boolean;
}

/** A list as it is to be shown. */
export interface HeldList {
  readonly rows: readonly HeldRow[];
  /** How many stand in the list and are not shown yet. */
  readonly fresh: number;
}

/**
 * The order of a list while somebody's hand is on it (nothing moves under the hand): the rows that stood there keep their
 * places, what has left stays as a ghost, and what has come is only counted. Without a frozen order the list is as it is.
 * @param frozen the ids as they stood when the hand came; null while no hand is on the list
 */
export function heldOrder(ids: readonly string[], frozen: readonly string[] | null): HeldList {
  if (frozen === null) return { rows: ids.map((id) => ({ id, gone: false })), fresh: 0 };
  const present = new Set(ids);
  const rows = frozen.map((id) => ({ id, gone: !present.has(id) }));
  const stayed = rows.reduce((count, { gone }) => (gone ? count : count + 1), 0);
  return { rows, fresh: ids.length - stayed };
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
