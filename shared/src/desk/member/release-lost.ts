import type { ItemChange } from "../change.ts";
import { intoQueue, mayHold } from "../item/hand.ts";
import { isOpen } from "../item/item.ts";
import { alter } from "../item/item-command.ts";
import type { DeskState } from "../state.ts";
import type { Member } from "./member.ts";

/** What a member has and may hold no more, put back into the queue (rule A2). */
export function releaseLost(state: DeskState, after: Member): readonly ItemChange[] {
  const released: ItemChange[] = [];
  for (const item of state.items.values()) {
    if (item.assignee === after.id && isOpen(item) && !mayHold(after, item))
      released.push(alter("item.released", item, intoQueue(item)));
  }
  return released;
}
