import { viewStore } from "../store/view-store.ts";

/** The items that a command would act on: what is selected, else the row with the keyboard, else what is open. */
export function targetsNow(): readonly string[] {
  const { selected, focused, openItem } = viewStore.getState();
  if (selected.size > 0) return [...selected];
  const one = focused ?? openItem;
  return one === null ? [] : [one];
}
