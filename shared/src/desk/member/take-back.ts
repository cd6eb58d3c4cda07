import { z } from "zod";
import { commandRule } from "../command.ts";
import { refuse } from "../context.ts";
import { idSchema } from "../id.ts";
import { intoHands, mayHold } from "../item/hand.ts";
import { alter } from "../item/item-command.ts";
import { permits } from "../permission.ts";
import { reject } from "../rejection.ts";
import { mustGoOn } from "./hand-on.ts";

/**
 * Take back what moved to others when one stepped away, as far as nobody has answered it or opened it since. No items
 * named: the offer is declined. Either way it ends.
 */
export const takeBack = commandRule({
  type: "member.takeBack",
  data: z.object({ items: z.array(idSchema).max(500) }),
  touches: ({ items }) => ({ items }),
  decide: (state, { items }, context) => {
    const { actor } = context;
    if (actor.kind !== "member" || !permits(actor.member, "member.takeBack", { owner: actor.member.id }))
      return refuse(reject("forbidden", "Your roles do not allow this."));
    const member = state.members.get(actor.member.id) ?? actor.member;
    const aside = member.setAside ?? null;
    if (aside === null) return refuse(reject("nothing.to.do", "Nothing is set aside for you."));
    const offered = new Set(aside.items);
    const changes = [...new Set(items)].flatMap((id) => {
      const item = state.items.get(id);
      if (item === undefined || !offered.has(id) || !mustGoOn(item) || !mayHold(member, item)) return [];
      // Whoever took it up since works on it.
      const isTouched = item.assignee !== null && item.seenBy === item.assignee && (item.seenAt ?? "") >= aside.at;
      return isTouched || item.assignee === member.id
        ? []
        : [alter("item.assigned", item, intoHands(item, member.id, context.now))];
    });
    return {
      ok: true,
      changes: [
        { type: "member.tookBack", member: member.id, set: { setAside: null, version: member.version + 1 } },
        ...changes,
      ],
    };
  },
});
