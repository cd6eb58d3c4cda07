/** The id so many steps from an index, held within the list; infinite steps lead to its ends. */
export function after(ids: readonly string[], from: number | undefined, steps: number): string | undefined {
  if (ids.length === 0) return undefined;
  if (from === undefined) return steps === Number.POSITIVE_INFINITY ? ids.at(-1) : ids[0];
  return ids[Math.min(ids.length - 1, Math.max(0, from + steps))];
}

/** The ids from one to another in the order of the list, both included, whichever stands first. */
export function rangeOf(ids: readonly string[], from: string, to: string): readonly string[] {
  const a = ids.indexOf(from);
  const b = ids.indexOf(to);
  if (b === -1) return [];
  if (a === -1) return [to];
  return ids.slice(Math.min(a, b), Math.max(a, b) + 1);
}

/**
 * The selection after a click on a row: with `toggle` the row goes in or out, with `range` everything from the anchor to
 * the row comes in.
 */
export function clickSelection(
  selection: ReadonlySet<string>,
  ids: readonly string[],
  anchor: string | null,
  id: string,
  how: { readonly toggle: boolean; readonly range: boolean },
): ReadonlySet<string> {
  const next = new Set(selection);
  if (how.range) {
    for (const one of rangeOf(ids, anchor ?? id, id)) next.add(one);
  } else if (how.toggle) {
    if (!next.delete(id)) next.add(id);
  }
  return next;
}
