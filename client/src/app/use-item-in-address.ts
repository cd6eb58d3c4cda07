import { useEffect } from "react";
import { showItem, viewStore } from "../store/view-store.ts";
import { useRoute } from "./route.ts";

/** Opens the item that the address names; on a narrow screen an address without one shows the list. */
export function useItemInAddress(isNarrow: boolean): void {
  const route = useRoute();
  const wanted = route.kind === "desk" ? route.query.get("item") : null;
  useEffect(() => {
    if (wanted !== null) showItem(wanted);
    else if (isNarrow && viewStore.getState().openItem !== null) showItem(null);
  }, [wanted, isNarrow]);
}
