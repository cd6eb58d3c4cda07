import {
  type DragEvent,
  type FocusEvent,
  type RefObject,
  useCallback,
  useEffect,
  useLayoutEffect,
  useRef,
} from "react";
import { useDrag } from "react-aria-components";
import { ancestorsOf, focusPartAround } from "./focus-part.ts";

/** The kind of thing that is dragged out of a list: its text is the ids, one a line. */
export const draggedItems = "application/x-flowdesk-items";

/** What can be on a list. */
export type Hand = "pointer" | "focus" | "drag";

/** Pointer, focus and drag have come to a list or left it. */
type OnHold = ((by: Hand, held: boolean) => void) | undefined;

/** The row's id that an event in a list is about. */
function idAt(target: EventTarget | null): string | null {
  return target instanceof Element ? (target.closest<HTMLElement>("[data-id]")?.dataset.id ?? null) : null;
}

/** Follows pointer, focus and drag over a list. A row is a place in which one item after the other may come to stand. */
export function useHands(
  scroller: RefObject<HTMLElement | null>,
  onHold: OnHold,
  drag: { readonly isDraggable: boolean; readonly idsWith: (id: string) => readonly string[] },
) {
  const down = useRef(new Set<Hand>());
  const tell = useRef(onHold);
  tell.current = onHold;
  const put = useCallback((hand: Hand, held: boolean) => {
    if (down.current.has(hand) === held) return;
    if (held) down.current.add(hand);
    else down.current.delete(hand);
    tell.current?.(hand, held);
  }, []);
  const focused = useRef<string | null>(null);
  const dragged = useRef<{ readonly id: string; readonly row: Element } | null>(null);
  // A list that goes away lets go.
  useEffect(() => {
    const hands = down.current;
    return () => {
      for (const hand of [...hands]) put(hand, false);
    };
  }, [put]);
  // The focus stays with the item on whose row it was: it goes to that row's new place, or leaves the list with it.
  useLayoutEffect(() => {
    const id = focused.current;
    const element = scroller.current;
    const active = document.activeElement;
    if (id === null || element === null || !(active instanceof HTMLElement) || !element.contains(active)) return;
    if (idAt(active) === id) return;
    const row = element.querySelector<HTMLElement>(`[data-id="${CSS.escape(id)}"]`);
    if (row === null) focusPartAround(ancestorsOf(active));
    else row.focus({ preventScroll: true });
  });
  // Rows that leave the document say no farewell: with them goes the focus that was on one, with the last one every hand.
  useEffect(() => {
    const element = scroller.current;
    if (element === null) for (const hand of [...down.current]) put(hand, false);
    else {
      if (!element.contains(document.activeElement)) put("focus", false);
      if (dragged.current?.row.isConnected === false) put("drag", false);
    }
  });
  // One for the list: each row's own would be made anew whenever another item comes to stand there.
  const { dragProps, isDragging } = useDrag({
    isDisabled: !drag.isDraggable,
    // Enter opens a row; without a pointer items are given by key and by menu.
    hasDragButton: true,
    getItems: () => {
      const ids = dragged.current === null ? "" : drag.idsWith(dragged.current.id).join("\n");
      return [{ [draggedItems]: ids, "text/plain": ids }];
    },
    getAllowedDropOperations: () => ["move"],
    onDragStart: () => put("drag", true),
    onDragEnd: () => {
      dragged.current = null;
      put("drag", false);
    },
  });
  const { draggable: _rows, onDragStart, ...whileDragged } = dragProps;
  return {
    /** The row that is being dragged; null if none is. */
    dragged: isDragging ? (dragged.current?.id ?? null) : null,
    props: {
      ...whileDragged,
      onDragStart: (event: DragEvent<HTMLElement>) => {
        const id = idAt(event.target);
        dragged.current = id !== null && event.target instanceof Element ? { id, row: event.target } : null;
        if (dragged.current !== null) onDragStart?.(event);
      },
      onPointerEnter: () => put("pointer", true),
      onPointerLeave: () => put("pointer", false),
      onFocus: (event: FocusEvent<HTMLElement>) => {
        focused.current = idAt(event.target);
        put("focus", true);
      },
      onBlur: (event: FocusEvent<HTMLElement>) => {
        if (event.currentTarget.contains(event.relatedTarget)) return;
        focused.current = null;
        put("focus", false);
      },
    },
  };
}
