import { useSyncExternalStore } from "react";

/** `narrow`: a phone, one thing at a time; `mid`: list and item; `wide`: everything at once. */
export type Width = "narrow" | "mid" | "wide";

/** From this width on, list and item stand beside each other. */
export const midWidth = "(min-width: 760px)";
const wide = "(min-width: 1080px)";

/** Asked at every render of who depends on it: to ask the browser anew each time costs more than all the rest. */
let queries: { readonly mid: MediaQueryList; readonly wide: MediaQueryList } | null = null;

function asked() {
  queries ??= { mid: matchMedia(midWidth), wide: matchMedia(wide) };
  return queries;
}

function subscribe(listener: () => void): () => void {
  const both = Object.values(asked());
  for (const query of both) query.addEventListener("change", listener);
  return () => {
    for (const query of both) query.removeEventListener("change", listener);
  };
}

/** How much room there is; the same bounds as the style sheet's. */
export function useWidth(): Width {
  return useSyncExternalStore(subscribe, () =>
    asked().wide.matches ? "wide" : asked().mid.matches ? "mid" : "narrow",
  );
}
