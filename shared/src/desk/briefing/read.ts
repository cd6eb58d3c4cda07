import { z } from "zod";
import { commandRule } from "../command.ts";
import { accept, actorId, refuse } from "../context.ts";
import { idSchema } from "../id.ts";
import { permits } from "../permission.ts";
import { reject } from "../rejection.ts";

/** Say that one has read a briefing, an announcement or a hand-over. */
export const read = commandRule({
  type: "briefing.read",
  data: z.object({ briefing: idSchema }),
  touches: ({ briefing }) => ({ briefings: [briefing] }),
  decide: (state, data, context) => {
    const { actor } = context;
    const reader = actorId(actor);
    if (actor.kind === "member" && !permits(actor.member, "briefing.read", { owner: reader }))
      return refuse(reject("forbidden", "Your roles do not allow this."));
    const briefing = state.briefings.get(data.briefing);
    if (briefing === undefined) return refuse(reject("briefing.unknown", "There is no such briefing."));
    if (briefing.readBy.some(({ member }) => member === reader))
      return refuse(reject("nothing.to.do", "You have read it."));
    const readBy = [...briefing.readBy, { member: reader, at: context.now }];
    return accept({ type: "briefing.read", briefing: briefing.id, set: { readBy, version: briefing.version + 1 } });
  },
});
