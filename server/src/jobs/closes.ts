import type { ItemTimer } from "./timer.ts";

/** An item that was answered some days ago, or only watched, is closed. */
export const closes: ItemTimer = { type: "item.close", idFor: (item) => `close:${item.id}:${item.version}` };
