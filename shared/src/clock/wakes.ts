import type { Item } from "../desk/item/item.ts";
import type { Policy } from "../desk/policy/policy.ts";
import { type Instant, instant, millis } from "../time/instant.ts";

/** What can come due in an item by itself. */
export type Wake = "leaves" | "warns" | "expires" | "promise" | "snooze" | "closes";

/**
 * Every timer that an item has running, with its time. A timer whose change has been made is not running, so that each
 * comes to one change, after restarts and on many nodes too.
 */
export function wakesOf(item: Item, policy: Pick<Policy, "closeAfterMs">): ReadonlyArray<{ wake: Wake; at: Instant }> {
  const wakes: Array<{ wake: Wake; at: Instant }> = [];
  if (item.status === "closed" || item.status === "dismissed") return wakes;
  for (const { leavesAt } of item.leaving) if (leavesAt !== null) wakes.push({ wake: "leaves", at: leavesAt });
  if (item.awaitingSince !== null) {
    if (item.mark === "calm" && item.riskAt !== null) wakes.push({ wake: "warns", at: item.riskAt });
    if (item.mark !== "overdue" && item.dueAt !== null) wakes.push({ wake: "expires", at: item.dueAt });
  }
  if (item.promise !== null && !item.promise.overdue) wakes.push({ wake: "promise", at: item.promise.until });
  if (item.status === "snoozed" && item.snoozedUntil !== null) wakes.push({ wake: "snooze", at: item.snoozedUntil });
  const closes = closesAt(item, policy);
  if (closes !== null) wakes.push({ wake: "closes", at: closes });
  return wakes;
}

/** When an item closes by itself: some days after it was answered, or after the last of it came in if it was only to be watched. */
export function closesAt(item: Item, policy: Pick<Policy, "closeAfterMs">): Instant | null {
  if (item.leaving.length > 0 || item.promise !== null) return null;
  if (item.status === "answered" && item.awaitingSince === null) {
    return instant(millis(item.answeredAt ?? item.receivedAt) + policy.closeAfterMs);
  }
  if (item.status === "waiting" && item.need === "watch") {
    return instant(Math.max(millis(item.receivedAt), millis(item.newest.at)) + policy.closeAfterMs);
  }
  return null;
}

/** The earliest of an item's timers; null if none runs. */
export function nextWake(item: Item, policy: Pick<Policy, "closeAfterMs">): Instant | null {
  return wakesOf(item, policy).reduce<Instant | null>((next, { at }) => (next === null || at < next ? at : next), null);
}
