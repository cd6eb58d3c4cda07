import type { ItemTimer } from "./timer.ts";

/** A snoozed item comes back. */
export const snoozeEnds: ItemTimer = { type: "item.wake", idFor: (item) => `wake:${item.id}:${item.version}` };
