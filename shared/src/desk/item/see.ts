import { reject } from "../rejection.ts";
import { seenNow } from "./hand.ts";
import { alter, itemCommand } from "./item-command.ts";

/** Note that a person has opened an item; only the first counts. */
export const see = itemCommand("item.see", {
  data: {},
  decide: (item, _data, context) =>
    item.seenAt !== null
      ? reject("nothing.to.do", "Somebody has seen this.")
      : alter("item.seen", item, seenNow(item, context)),
});
