import type { ItemTimer } from "./timer.ts";

/** A promised answer has not come. */
export const promiseExpires: ItemTimer = {
  type: "item.promise.expire",
  idFor: (item, at) => `promise:${item.id}:${at}`,
};
