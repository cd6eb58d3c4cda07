import { reject } from "../rejection.ts";
import { intoQueue } from "./hand.ts";
import { alter, itemCommand } from "./item-command.ts";

/** Put an item back into the queue. */
export const release = itemCommand("item.release", {
  data: {},
  decide: (item) =>
    item.assignee === null
      ? reject("nothing.to.do", "Nobody has this.")
      : alter("item.released", item, { ...intoQueue(item), putBackBy: item.assignee }),
});
