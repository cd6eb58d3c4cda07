import { z } from "zod";
import { reject } from "../rejection.ts";
import { alter, itemCommand } from "./item-command.ts";
import { reclock } from "./reclock.ts";

const tagSchema = z.string().trim().min(1).max(64);
const most = 50;

/** Put a label of the desk's on an item. Where a target hangs on it, the deadline changes with it. */
export const tag = itemCommand("item.tag", {
  data: { tag: tagSchema },
  decide: (item, data, context, state) => {
    if (item.tags.includes(data.tag)) return reject("nothing.to.do", "It has this tag.");
    if (item.tags.length >= most) return reject("command.invalid", `An item has at most ${most} tags.`);
    return alter("item.tagged", item, reclock(item, { tags: [...item.tags, data.tag] }, state, context));
  },
});

/** Take a label off an item. */
export const untag = itemCommand("item.untag", {
  data: { tag: tagSchema },
  decide: (item, data, context, state) => {
    if (!item.tags.includes(data.tag)) return reject("nothing.to.do", "It does not have this tag.");
    const tags = item.tags.filter((had) => had !== data.tag);
    return alter("item.untagged", item, reclock(item, { tags }, state, context));
  },
});
