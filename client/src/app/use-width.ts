import { useSyncExternalStore } from "react";

/** `narrow`: a phone, one thing at a time; `mid`: list and item; `wide`: everything at once. */
export type Width = "narrow" | "mid" | "wide";

/** From this width on, list and item stand beside each other. */
export const midWidth = "(min-width: 760px)";
const wide = "(min-width: 1080px)";

function subscribe(listener: () => void): () => void {
  const queries = [matchMedia(midWidth), matchMedia(wide)];
  for (const query of queries) query.addEventListener("change", listener);
  return () => {
    for (const query of queries) query.removeEventListener("change", listener);
  };
}

/** How much room there is; the same bounds as the style sheet's. */
export function useWidth(): Width {
  return useSyncExternalStore(subscribe, () =>
    matchMedia(wide).matches ? "wide" : matchMedia(midWidth).matches ? "mid" : "narrow",
  );
}
