import { z } from "zod";
import { reject } from "../rejection.ts";
import { alter, itemCommand } from "./item-command.ts";
import { reclock } from "./reclock.ts";

/** Raise an item above others, or lower it again. */
export const prioritise = itemCommand("item.prioritise", {
  data: { priority: z.int().min(0).max(3) },
  decide: (item, { priority }, context, state) =>
    item.priority === priority
      ? reject("nothing.to.do", "It has this priority.")
      : alter("item.prioritised", item, reclock(item, { priority }, state, context)),
});
