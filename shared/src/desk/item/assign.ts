import { nameOf } from "../context.ts";
import { idSchema } from "../id.ts";
import { reject } from "../rejection.ts";
import { intoHands, mayHold } from "./hand.ts";
import { alter, itemCommand } from "./item-command.ts";

/** Give an item to a member, whoever has it now. */
export const assign = itemCommand("item.assign", {
  data: { to: idSchema },
  decide: (item, { to }, context, state) => {
    const member = state.members.get(to);
    if (member === undefined || member.removedAt !== null) return reject("member.unknown", "There is no such member.");
    if (item.assignee === to) return reject("nothing.to.do", `${nameOf(state, to)} has this already.`);
    if (!mayHold(member, item))
      return reject("member.cannot", `${member.name} does not answer this kind of item or does not see its channel.`);
    return alter("item.assigned", item, intoHands(item, to, context.now));
  },
});
