import { noWait } from "../../clock/wait.ts";
import { actorId } from "../context.ts";
import { reject } from "../rejection.ts";
import { dismissalReasonSchema } from "./item.ts";
import { alter, itemCommand } from "./item-command.ts";

/** End an item without an answer, with the reason. Its wait ends too, and is counted apart from the responses. */
export const dismiss = itemCommand("item.dismiss", {
  data: { reason: dismissalReasonSchema },
  decide: (item, { reason }, context) => {
    if (item.leaving.length > 0) return reject("item.unanswered", "A reply is on its way; take it back first.");
    return alter("item.dismissed", item, {
      ...noWait,
      status: "dismissed",
      dismissed: { reason, by: actorId(context.actor), at: context.now, since: item.awaitingSince },
      lastAssignee: item.assignee ?? item.lastAssignee,
      snoozedUntil: null,
      passedOn: null,
      promise: null,
      closedAt: context.now,
    });
  },
});
