import type { ItemTimer } from "./timer.ts";

/** A wait has come to be at risk. A deadline that is moved within the wait warns anew. */
export const warns: ItemTimer = { type: "item.warn", idFor: (item, at) => `risk:${item.id}:${item.waits}:${at}` };
