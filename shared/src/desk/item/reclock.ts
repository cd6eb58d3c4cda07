import { clockOf } from "../../clock/wait.ts";
import type { Context } from "../context.ts";
import type { DeskState } from "../state.ts";
import type { Item } from "./item.ts";

/**
 * A change of an item's own need, tags or priority, with the deadline that comes of it. The wait stays the one it is;
 * where the target stays the same its marks do too.
 */
export function reclock(
  item: Item,
  set: Partial<Pick<Item, "need" | "tags" | "priority">>,
  state: DeskState,
  context: Context,
): Partial<Item> {
  if (item.awaitingSince === null) return set;
  const clock = clockOf(state.desk.policy, { ...item, ...set }, item.awaitingSince, context.now);
  const same = clock.targetMs === item.targetMs && clock.dueAt === item.dueAt;
  return same ? set : { ...set, ...clock };
}
