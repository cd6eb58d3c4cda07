import { z } from "zod";
import { deriveWaits, oldestOf } from "../../clock/derive-waits.ts";
import { targetFor } from "../../clock/target.ts";
import { clockOf, noWait } from "../../clock/wait.ts";
import type { ItemChange } from "../change.ts";
import type { Context } from "../context.ts";
import { idSchema } from "../id.ts";
import { reject } from "../rejection.ts";
import type { DeskState } from "../state.ts";
import type { Item, Leaving } from "./item.ts";
import { alter, itemCommand } from "./item-command.ts";
import { compareMessages } from "./order.ts";
import { respond } from "./respond.ts";

/** Say that a reply which was copied out by hand has been put on its platform. That ends the wait. */
export const sent = itemCommand("item.sent", {
  data: {
    message: idSchema.optional(),
    /** Where it stands. */
    url: z.url().max(2000).optional(),
  },
  touches: (_data, items) => ({ threads: items }),
  decide: (item, data, context, state) => {
    const leaving = item.leaving.find(
      (one) => one.leavesAt === null && (data.message === undefined || one.message === data.message),
    );
    if (leaving === undefined) return reject("reply.not.leaving", "No reply waits to be copied out here.");
    return leave(item, leaving, data.url, context, state);
  },
});

/** Let a reply leave whose grace is over. The desk does it, where the channel has a connection. */
export const send = itemCommand("item.send", {
  data: {},
  touches: (_data, items) => ({ threads: items }),
  decide: (item, _data, context, state) => {
    const leaving = item.leaving.find((one) => one.leavesAt !== null && one.leavesAt <= context.now);
    if (leaving === undefined) return reject("nothing.to.do", "No reply is due to leave.");
    return leave(item, leaving, undefined, context, state);
  },
});

/**
 * The reply is out. It answers what stands before it in the log: a message that came in after it was written begins the
 * next wait, by its own time. Replies that leave in another order than they were written in answer no message twice.
 */
function leave(item: Item, leaving: Leaving, url: string | undefined, context: Context, state: DeskState) {
  const thread = state.threads.get(item.id);
  const logged = thread?.messages.find(({ message }) => message.id === leaving.message);
  if (thread === undefined || logged === undefined)
    return reject("message.unknown", "The reply is not in this item; load it again.");
  const message: NonNullable<ItemChange["message"]> = {
    ...logged.message,
    state: "sent",
    at: context.now,
    ...(url === undefined ? {} : { url }),
  };
  const { unanswered } = deriveWaits(thread.messages);
  const from = oldestOf(unanswered.filter(({ seq }) => seq < logged.seq));
  const next = oldestOf(unanswered.filter(({ seq }) => seq > logged.seq));
  const response =
    from === null
      ? null
      : respond(item, { from, targetMs: targetOf(item, from, state), first: !item.answeredBefore }, message);
  const begins = next !== null && next !== item.awaitingSince;
  return alter(
    "item.sent",
    item,
    {
      leaving: item.leaving.filter((one) => one !== leaving),
      answeredBefore: true,
      answeredAt: context.now,
      messages: item.messages + 1,
      newest:
        compareMessages({ at: message.at, externalId: message.externalId }, item.newest) > 0
          ? { at: message.at, externalId: message.externalId }
          : item.newest,
      promise: leaving.promise === null ? null : { until: leaving.promise, by: leaving.by, overdue: false },
      ...(next === null ? { ...noWait, status: "answered" as const, passedOn: null, snoozedUntil: null } : {}),
      ...(begins ? clockOf(state.desk.policy, item, next, context.now) : {}),
      ...(next !== null && from !== null ? { waits: item.waits + 1 } : {}),
    },
    { message, ...(response === null ? {} : { response }) },
  );
}

/** The target in force for the wait in progress; for one that was not the item's own any more, the one that fits now. */
function targetOf(item: Item, from: string, state: DeskState): number | null {
  return from === item.awaitingSince ? item.targetMs : (targetFor(item, state.desk.policy.targets)?.ms ?? null);
}
