import { isWaiting } from "../../clock/wait.ts";
import { closesAt } from "../../clock/wakes.ts";
import { reject } from "../rejection.ts";
import { alter, itemCommand } from "./item-command.ts";

/** Put an item away in which nobody waits. The desk does it by itself some days after the answer. */
export const close = itemCommand("item.close", {
  data: {},
  decide: (item, _data, context, state) => {
    if (isWaiting(item))
      return reject("item.unanswered", "Somebody waits for an answer here; answer it, or say that it needs none.");
    if (item.leaving.length > 0)
      return reject("item.unanswered", "A reply is on its way; wait until it has left, or take it back.");
    if (item.promise !== null) return reject("item.unanswered", "An answer was promised here; give it first.");
    if (context.actor.kind === "system") {
      const at = closesAt(item, state.desk.policy);
      if (at === null || at > context.now) return reject("nothing.to.do", "It is not due to be closed.");
    }
    return alter("item.closed", item, {
      status: "closed",
      closedAt: context.now,
      lastAssignee: item.assignee ?? item.lastAssignee,
      snoozedUntil: null,
      passedOn: null,
    });
  },
});
