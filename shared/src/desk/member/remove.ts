import { z } from "zod";
import { commandRule } from "../command.ts";
import { accept, refuse } from "../context.ts";
import { idSchema } from "../id.ts";
import { permits } from "../permission.ts";
import { reject } from "../rejection.ts";
import { releaseLost } from "./release-lost.ts";
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
    const set = {
      removedAt: context.now,
      shift: "off" as const,
      shiftSince: context.now,
      version: member.version + 1,
    };
    return accept({ type: "member.removed", member: member.id, set }, ...releaseLost(state, { ...member, ...set }));
  },
});
