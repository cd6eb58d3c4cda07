import type { Instant } from "../../time/instant.ts";
import type { Context } from "../context.ts";
import { isOnShift, type Member } from "../member/member.ts";
import type { DeskState } from "../state.ts";
import { seesItem, viewOf } from "../view.ts";
import type { Item } from "./item.ts";

/**
 * The status of an item that somebody holds, or that nobody does. Where nobody waits it is answered, unless somebody has
 * opened it again by hand and it stays in hands.
 */
function statusFor(item: Pick<Item, "awaitingSince" | "status">, assignee: string | null): Item["status"] {
  if (item.awaitingSince === null) return assignee !== null && item.status === "assigned" ? "assigned" : "answered";
  return assignee === null ? "waiting" : "assigned";
}

/** The fields of an item that passes into a member's hands. Snoozes and hand-overs to others end with it. */
export function intoHands(item: Item, member: string, now: Instant): Partial<Item> {
  return {
    assignee: member,
    lastAssignee: null,
    ...(item.putBackBy == null ? {} : { putBackBy: null }),
    assignedAt: now,
    status: statusFor(item, member),
    snoozedUntil: null,
    passedOn: null,
  };
}

/** The fields of an item that goes back to the queue. */
export function intoQueue(item: Item): Partial<Item> {
  return {
    assignee: null,
    lastAssignee: item.assignee ?? item.lastAssignee,
    assignedAt: null,
    status: statusFor(item, null),
    snoozedUntil: null,
    passedOn: null,
  };
}

/** The fields that say it has been seen by the actor, if it had not been seen before. */
export function seenNow(item: Item, context: Context): Partial<Item> {
  if (item.seenAt !== null || context.actor.kind !== "member") return {};
  return { seenAt: context.now, seenBy: context.actor.member.id };
}

/** Whether an item may be put into a member's hands: they answer, and they see it. */
export function mayHold(member: Member, item: Item): boolean {
  const answers = member.roles.includes("community-manager") || member.roles.includes("flow-manager");
  return member.removedAt === null && answers && seesItem(viewOf(member), item);
}

/** The member to whom an item returns that is opened again: the last who had it, if on shift. */
export function lastOwnerOnShift(state: DeskState, item: Item): Member | null {
  const last = state.members.get(item.assignee ?? item.lastAssignee ?? "");
  return last !== undefined && isOnShift(last) && mayHold(last, item) ? last : null;
}
