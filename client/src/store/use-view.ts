import { useStore } from "zustand";
import { tickStore } from "./tick-store.ts";
import { type Draft, type ViewState, viewStore } from "./view-store.ts";

/** Any part of what concerns this screen only. */
export function useView<T>(select: (view: ViewState) => T): T {
  return useStore(viewStore, select);
}

export function useOpenItem(): string | null {
  return useView((view) => view.openItem);
}

export function useIsSelected(id: string): boolean {
  return useView((view) => view.selected.has(id));
}

export function useSelected(): ReadonlySet<string> {
  return useView((view) => view.selected);
}

/** What somebody has begun to write about an item. */
export function useDraft(item: string): Draft | undefined {
  return useView((view) => view.drafts[item]);
}

/**
 * Now by the server's clock in ms, renewed every so many seconds for all who ask alike.
 * @param seconds how often it is to change
 */
export function useTick(seconds = 1): number {
  const step = seconds * 1000;
  return useStore(tickStore, ({ now }) => Math.floor(now / step) * step);
}
