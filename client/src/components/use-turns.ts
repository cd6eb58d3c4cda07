import { useEffect, useLayoutEffect, useReducer, useRef } from "react";
import { flushSync } from "react-dom";
import { takeTurn } from "../store/frame-turns.ts";
import { standAnew } from "./list-turns.ts";

/** In so many places of a list another item comes to stand in one frame of the screen. */
const places = 6;

export interface TurnsOptions {
  /** Whether all places are to change at once: a hand is on the list, and nothing may move under it later. */
  readonly atOnce: boolean;
  /** What the list is narrowed down by. Whoever alters that has asked for another list, and has it at once. */
  readonly scope: unknown;
}

/**
 * Who stands in the places of a list that are in sight, while its order is renewed several times a second: from the top a
 * few places change a frame, so that no frame has the whole list to draw. The last has changed within a tenth of a second.
 * @param ids the list's own order
 * @param inSight the places that are in the document, from the top
 * @returns the ids that stand there now; a place behind the list's end has none
 */
export function useTurns(
  ids: readonly string[],
  inSight: readonly number[],
  { atOnce, scope }: TurnsOptions,
): ReadonlyMap<number, string> {
  const before = useRef<{ readonly at: ReadonlyMap<number, string>; readonly scope: unknown }>({
    at: new Map(),
    scope,
  });
  const allowed = useRef(0);
  const takeBack = useRef<(() => void) | null>(null);
  const [, turn] = useReducer((turns: number) => turns + 1, 0);

  const { at, scope: narrowed } = before.current;
  // What nobody sees need not go by turns.
  const most = atOnce || narrowed !== scope || document.hidden ? inSight.length : allowed.current;
  const now = standAnew(ids, inSight, at, most);

  useLayoutEffect(() => {
    before.current = { at: now.at, scope };
    allowed.current = 0;
  });
  useEffect(() => {
    if (!now.isBehind) return;
    takeBack.current ??= takeTurn(() => {
      takeBack.current = null;
      allowed.current = places;
      // In this very frame: else it would be drawn behind it, and laid out with the next.
      flushSync(turn);
    });
  });
  useEffect(
    () => () => {
      takeBack.current?.();
      takeBack.current = null;
    },
    [],
  );
  return now.at;
}
