import type { ItemTimer } from "./timer.ts";

/** A wait is over its target. A deadline that is moved within the wait can be missed anew. */
export const expires: ItemTimer = {
  type: "item.expire",
  idFor: (item, at) => `overdue:${item.id}:${item.waits}:${at}`,
};
