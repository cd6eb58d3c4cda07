import { createStore } from "zustand/vanilla";
import { showItem } from "../store/view-store.ts";

/** What the person wants to do in an item that is being opened. */
export interface Wish {
  readonly item: string;
  readonly mode: "reply" | "note";
}

export const wishStore = createStore<{ readonly wish: Wish | null }>()(() => ({ wish: null }));

/** Opens an item with the keyboard where a reply or a note is written. */
export function openToWrite(item: string, mode: Wish["mode"]): void {
  wishStore.setState({ wish: { item, mode } });
  showItem(item);
}

export function wishGranted(): void {
  wishStore.setState({ wish: null });
}
