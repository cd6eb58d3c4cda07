import { z } from "zod";
import type { ItemChange } from "../change.ts";
import { commandRule } from "../command.ts";
import { refuse } from "../context.ts";
import { idSchema } from "../id.ts";
import { intoQueue } from "../item/hand.ts";
import { isOpen } from "../item/item.ts";
import { alter } from "../item/item-command.ts";
import { permits } from "../permission.ts";
import { reject } from "../rejection.ts";
import { isLastAdministrator } from "./set.ts";

/** Take a member out of the desk. What they have goes back to the queue with the same command (rule A2). */
export const remove = commandRule({
  type: "member.remove",
  data: z.object({ member: idSchema }),
  touches: ({ member }) => ({ holdings: member }),
  decide: (state, data, context) => {
    if (context.actor.kind === "member" && !permits(context.actor.member, "member.remove")) {
      return refuse(reject("forbidden", "Your roles do not allow this."));
    }
    const member = state.members.get(data.member);
    if (member === undefined) return refuse(reject("member.unknown", "There is no such member."));
    if (member.removedAt !== null) return refuse(reject("nothing.to.do", "This member has been removed."));
    if (!member.program && isLastAdministrator(state, member)) {
      return refuse(
        reject("member.last.administrator", `${member.name} is the desk's only administrator; make another one first.`),
      );
    }
    const released: ItemChange[] = [];
    for (const item of state.items.values()) {
      if (item.assignee === member.id && isOpen(item)) released.push(alter("item.released", item, intoQueue(item)));
    }
    return {
      ok: true,
      changes: [
        {
          type: "member.removed",
          member: member.id,
          set: { removedAt: context.now, shift: "off", shiftSince: context.now, version: member.version + 1 },
        },
        ...released,
      ],
    };
  },
});
