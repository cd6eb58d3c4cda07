import type { Item } from "@flowdesk/shared/desk/item/item.ts";
import type { Outcome } from "../connection/desk-connection.ts";
import { replicaStore } from "../store/replica-store.ts";
import { act, naming } from "./act.ts";
import { all, groupBy } from "./undo-stack.ts";

/**
 * Brings items that were put off or passed on back to where they were: into the queue and, if somebody had them, from
 * there to them again. There is no command for it by itself, because whoever takes an item ends what put it off.
 * @param items as they were before
 * @param done which of them it is about
 */
export function backIntoHands(items: readonly Item[], done: readonly string[]): Promise<Outcome> {
  const { me } = replicaStore.getState();
  const before = items.filter(({ id }) => done.includes(id));
  const held = before.filter(({ assignee }) => assignee !== null);
  const free = before.filter(({ assignee }) => assignee === null);
  const steps: Array<Promise<Outcome>> = [];
  if (held.length > 0) steps.push(act("item.release", naming(held.map(({ id }) => id))));
  if (free.length > 0) {
    const ids = free.map(({ id }) => id);
    steps.push(act("item.claim", naming(ids)), act("item.release", naming(ids)));
  }
  for (const [holder, ids] of groupBy(held, ({ assignee }) => assignee ?? me, done))
    steps.push(holder === me ? act("item.claim", naming(ids)) : act("item.assign", { ...naming(ids), to: holder }));
  return all(steps);
}
