import { clockOf, noWait } from "../../clock/wait.ts";
import type { Instant } from "../../time/instant.ts";
import type { ItemChange } from "../change.ts";
import { actorId, type Context } from "../context.ts";
import { reject } from "../rejection.ts";
import type { DeskState } from "../state.ts";
import { lastOwnerOnShift, mayHold } from "./hand.ts";
import { type Item, isOpen } from "./item.ts";
import { itemCommand } from "./item-command.ts";

/** Bring a closed or dismissed item back to the open work. A dismissal is voided, and the wait that it ended resumes. */
export const reopen = itemCommand("item.reopen", {
  data: {},
  reachesClosed: true,
  decide: (item, _data, context, state) => {
    if (isOpen(item)) return reject("nothing.to.do", "It is open.");
    const since = item.dismissed?.since ?? item.awaitingSince;
    return reopened(item, since, context, state, true);
  },
});

/** The item whole as it enters the open work again, with its last owner if on shift, else with whoever opened it by hand. */
export function reopened(
  item: Item,
  since: Instant | null,
  context: Context,
  state: DeskState,
  byHand: boolean,
): ItemChange {
  const last = lastOwnerOnShift(state, item);
  const opener =
    byHand && context.actor.kind === "member" && mayHold(context.actor.member, item) ? actorId(context.actor) : null;
  const assignee = last?.id ?? opener;
  const waits = since !== null && item.awaitingSince === null && item.dismissed === null ? item.waits + 1 : item.waits;
  return {
    type: "item.reopened",
    item: {
      ...item,
      ...(since === null ? noWait : clockOf(state.desk.policy, item, since, context.now)),
      status: assignee === null ? (since === null ? "answered" : "waiting") : "assigned",
      waits,
      assignee,
      lastAssignee: assignee === null ? (item.assignee ?? item.lastAssignee) : null,
      assignedAt: assignee === null ? null : context.now,
      dismissed: null,
      closedAt: null,
      version: item.version + 1,
    },
  };
}
