import { instantSchema } from "../../time/instant.ts";
import { reject } from "../rejection.ts";
import { alter, itemCommand } from "./item-command.ts";

/** Put an item out of sight until a time, or until its wait is at risk if that is sooner. */
export const snooze = itemCommand("item.snooze", {
  data: { until: instantSchema },
  decide: (item, { until }, context) => {
    if (until <= context.now) return reject("time.past", "That time has passed; choose a later one.");
    const risk = item.mark === "calm" && item.riskAt !== null && item.riskAt > context.now ? item.riskAt : null;
    const snoozedUntil = risk !== null && risk < until ? risk : until;
    if (item.status === "snoozed" && item.snoozedUntil === snoozedUntil)
      return reject("nothing.to.do", "It is snoozed until then.");
    return alter("item.snoozed", item, { status: "snoozed", snoozedUntil, passedOn: null });
  },
});

/** Bring a snoozed item back when its time has come. */
export const wake = itemCommand("item.wake", {
  data: {},
  decide: (item, _data, context) =>
    item.status !== "snoozed" || item.snoozedUntil === null || item.snoozedUntil > context.now
      ? reject("nothing.to.do", "It is not due to come back.")
      : alter("item.woken", item, {
          status: item.awaitingSince === null ? "answered" : item.assignee === null ? "waiting" : "assigned",
          snoozedUntil: null,
        }),
});
