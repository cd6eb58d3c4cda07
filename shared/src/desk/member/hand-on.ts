import type { ItemChange } from "../change.ts";
import type { Context } from "../context.ts";
import { takerOf } from "../item/cover.ts";
import { loadsOf } from "../item/deal.ts";
import { intoHands, intoQueue } from "../item/hand.ts";
import { type Item, isOpen } from "../item/item.ts";
import { alter } from "../item/item-command.ts";
import { mostPressing } from "../item/most-pressing.ts";
import type { DeskState } from "../state.ts";
import type { Member } from "./member.ts";

/**
 * Whether somebody else must see to an item while the one who has it is gone: it waits and is not only watched, or
 * something was promised.
 */
export function mustGoOn(item: Item): boolean {
  if (!isOpen(item) || item.leaving.length > 0) return false;
  return (item.awaitingSince !== null && item.need !== "watch") || item.promise !== null;
}

/**
 * What waits with a member passes on: to the cover that has room, else to the stand-in, else to the queue. Snoozes and
 * what waits on others stay so with whoever gets them. A promise for which nobody has room stays with the one who gave
 * it: the queue holds only what waits.
 */
export function handOn(
  state: DeskState,
  member: Member,
  context: Context,
): Array<ItemChange & { readonly item: string }> {
  const held = [...state.items.values()].filter((item) => item.assignee === member.id && mustGoOn(item));
  const loads = new Map(loadsOf(state));
  const changes: Array<ItemChange & { readonly item: string }> = [];
  for (const item of mostPressing(held, held.length)) {
    const taker = takerOf(state, item, loads, member.id);
    if (taker === null && item.awaitingSince === null) continue;
    if (taker !== null) loads.set(taker.id, (loads.get(taker.id) ?? 0) + 1);
    const { status, snoozedUntil, passedOn } = item;
    const stays = status === "snoozed" || status === "on-others" ? { status, snoozedUntil, passedOn } : {};
    const change =
      taker === null
        ? alter("item.released", item, intoQueue(item))
        : alter("item.assigned", item, { ...intoHands(item, taker.id, context.now), ...stays });
    changes.push({ ...change, item: item.id });
  }
  return changes;
}
