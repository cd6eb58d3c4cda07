import type { Item } from "../desk/item/item.ts";
import type { Need } from "../desk/item/need.ts";
import type { Policy } from "../desk/policy/policy.ts";
import type { Instant } from "../time/instant.ts";
import { deadlines, targetFor } from "./target.ts";

/** The fields of an item that its clock sets. */
export type ClockFields = Pick<Item, "awaitingSince" | "targetMs" | "riskAt" | "dueAt" | "mark" | "seeBy">;

const stopped = { targetMs: null, riskAt: null, dueAt: null, mark: "calm", seeBy: null } as const;

/** The clock of an item in which nobody waits. */
export const noWait: ClockFields = { awaitingSince: null, ...stopped };

/**
 * The clock of a wait since the oldest incoming message that nobody has answered: target, deadlines and the mark that it
 * has now. A need of `watch`, or a policy without a target that fits, runs no clock.
 */
export function clockOf(
  policy: Policy,
  item: { channel: string; kind: Item["kind"]; need: Need; tags: readonly string[]; priority: number },
  awaitingSince: Instant,
  now: Instant,
): ClockFields {
  const rule = targetFor(item, policy.targets);
  if (rule === null) return { awaitingSince, ...stopped };
  const { dueAt, riskAt, unseenAt } = deadlines(awaitingSince, rule, policy.calendars, policy.riskShare);
  return { awaitingSince, targetMs: rule.ms, riskAt, dueAt, mark: markAt({ riskAt, dueAt }, now), seeBy: unseenAt };
}

/** How a wait stands at a time. At the very instant of a deadline it has come. */
export function markAt(wait: { riskAt: Instant | null; dueAt: Instant | null }, now: Instant): Item["mark"] {
  if (wait.dueAt !== null && wait.dueAt <= now) return "overdue";
  if (wait.riskAt !== null && wait.riskAt <= now) return "at-risk";
  return "calm";
}

/** Whether somebody waits against a clock, so that the item may not be closed. */
export function isWaiting(item: Pick<Item, "awaitingSince" | "need">): boolean {
  return item.awaitingSince !== null && item.need !== "watch";
}
