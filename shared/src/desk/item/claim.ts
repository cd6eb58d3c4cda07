import { nameOf } from "../context.ts";
import { reject } from "../rejection.ts";
import { intoHands, mayHold, seenNow } from "./hand.ts";
import { alter, itemCommand } from "./item-command.ts";

/** Take an item oneself. Of any number who claim it at once exactly one gets it (rule D5). */
export const claim = itemCommand("item.claim", {
  data: {},
  decide: (item, _data, context, state) => {
    if (item.assignee !== null) {
      const name = nameOf(state, item.assignee);
      const mine = context.actor.kind === "member" && context.actor.member.id === item.assignee;
      return reject("item.taken", mine ? "You have this already." : `${name} has this.`, {
        by: item.assignee,
        name,
        ...(item.assignedAt === null ? {} : { at: item.assignedAt }),
      });
    }
    if (context.actor.kind !== "member" || !mayHold(context.actor.member, item)) {
      return reject("forbidden", "Your roles do not allow this.");
    }
    return alter("item.claimed", item, {
      ...intoHands(item, context.actor.member.id, context.now),
      ...seenNow(item, context),
    });
  },
});
