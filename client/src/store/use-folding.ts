import type { Item } from "@flowdesk/shared/desk/item/item.ts";
import { useStore } from "zustand";
import { type Folds, foldsOf, isPreviewFolded, previewKey, unfoldedStore } from "./folding.ts";
import { useReplica } from "./use-desk.ts";

/** What the desk folds. */
export function useFolds(): Folds {
  return foldsOf(useReplica((view) => view.state?.desk.policy.folding));
}

/** Whether somebody here has opened what is folded in an item. */
export function useIsUnfolded(item: string): boolean {
  return useStore(unfoldedStore, ({ opened }) => opened.has(item));
}

/** Whether what a list shows of an item is folded, and nobody here has opened it. */
export function useIsFolded(item: Pick<Item, "id" | "preview" | "tags"> | undefined): boolean {
  const folds = useFolds();
  const isFolded = item !== undefined && isPreviewFolded(item, folds);
  const isOpened = useStore(unfoldedStore, ({ opened }) => isFolded && opened.has(previewKey(item)));
  return isFolded && !isOpened;
}
