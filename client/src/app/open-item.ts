import { showItem, viewStore } from "../store/view-store.ts";
import { navigate } from "./route.ts";

/** Opens an item. On a narrow screen that is a page of its own, from which the browser's way back leads to the list. */
export function openItem(id: string, isNarrow: boolean): void {
  showItem(id);
  if (!isNarrow) return;
  const url = new URL(location.href);
  if (url.searchParams.get("item") === id) return;
  url.searchParams.set("item", id);
  navigate(url.pathname + url.search);
}

/** Closes what is open. */
export function closeItem(): void {
  const url = new URL(location.href);
  if (viewStore.getState().openItem !== null) showItem(null);
  if (!url.searchParams.has("item")) return;
  url.searchParams.delete("item");
  navigate(url.pathname + url.search, "replace");
}
