import { useLayoutEffect, useRef } from "react";

/**
 * Puts the caret behind what was put into a text by other means than typing: with the text itself, so that a key pressed
 * at once goes behind it. A menu that it was picked from gives the keyboard back first.
 * @returns what takes the place, in characters from the beginning of the text as it will be
 */
export function useCaret(find: () => HTMLTextAreaElement | null | undefined): (place: number) => void {
  const next = useRef<number | null>(null);
  useLayoutEffect(() => {
    if (next.current === null) return;
    find()?.setSelectionRange(next.current, next.current);
    next.current = null;
  });
  return (place) => {
    next.current = place;
    requestAnimationFrame(() => find()?.focus());
  };
}
