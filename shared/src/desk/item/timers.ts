import { reject } from "../rejection.ts";
import { alter, itemCommand } from "./item-command.ts";

/** Note that a wait has come to be at risk. Once a wait, by the desk. */
export const warn = itemCommand("item.warn", {
  data: {},
  decide: (item, _data, context) =>
    item.awaitingSince === null || item.mark !== "calm" || item.riskAt === null || item.riskAt > context.now
      ? reject("nothing.to.do", "It is not at risk.")
      : alter("item.atRisk", item, { mark: "at-risk" }),
});

/** Note that a wait is over its target. Once a wait, by the desk. */
export const expire = itemCommand("item.expire", {
  data: {},
  decide: (item, _data, context) =>
    item.awaitingSince === null || item.mark === "overdue" || item.dueAt === null || item.dueAt > context.now
      ? reject("nothing.to.do", "It is not overdue.")
      : alter("item.overdue", item, { mark: "overdue" }),
});

/** Note that a promised answer has not come. Once a promise, by the desk. */
export const expirePromise = itemCommand("item.promise.expire", {
  data: {},
  decide: (item, _data, context) =>
    item.promise === null || item.promise.overdue || item.promise.until > context.now
      ? reject("nothing.to.do", "No promise is overdue.")
      : alter("item.promise.overdue", item, { promise: { ...item.promise, overdue: true } }),
});
