import { viewStore } from "../store/view-store.ts";
import { closeItem, openItem } from "./open-item.ts";

let rows: () => readonly string[] = () => [];

/** Says which rows the list on the screen has, in order, for as long as it is there. @returns how to take it back */
export function listIs(read: () => readonly string[]): () => void {
  rows = read;
  return () => {
    if (rows === read) rows = () => [];
  };
}

/** Moves on from what is open when it is about to leave: to the row below that stays, or back to the list. */
export function moveOnFrom(leaving: readonly string[], isNarrow: boolean): void {
  const { openItem: open } = viewStore.getState();
  if (open === null || !leaving.includes(open)) return;
  const all = rows();
  const at = all.indexOf(open);
  const stays = (id: string) => !leaving.includes(id);
  const next = at === -1 ? undefined : (all.slice(at + 1).find(stays) ?? all.slice(0, at).findLast(stays));
  if (next === undefined || isNarrow) closeItem();
  else openItem(next, false);
}
