import { reject } from "../rejection.ts";
import { alter, itemCommand } from "./item-command.ts";
import { needSchema } from "./need.ts";
import { reclock } from "./reclock.ts";

/** Say what an item asks of us. The wait goes on from where it began, under the target of the new need. */
export const setNeed = itemCommand("item.need", {
  data: { need: needSchema },
  decide: (item, { need }, context, state) =>
    item.need === need
      ? reject("nothing.to.do", "It has this need.")
      : alter("item.needed", item, {
          ...reclock(item, { need }, state, context),
          ...(context.actor.kind === "member" ? { needBy: context.actor.member.id } : {}),
        }),
});
