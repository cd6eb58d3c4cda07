import type { ItemTimer } from "./timer.ts";

/** A reply's grace is over: it leaves. */
export const leaves: ItemTimer = {
  type: "item.send",
  idFor: (item, at) => `send:${item.leaving.find(({ leavesAt }) => leavesAt === at)?.message ?? item.id}`,
};
