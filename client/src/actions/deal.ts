import type { Outcome } from "../connection/desk-connection.ts";
import { replicaStore } from "../store/replica-store.ts";
import { act, naming } from "./act.ts";
import { undoable } from "./undo-stack.ts";

/** Hand out the next so many of the queue over everyone on shift. */
export function deal(count: number): Promise<Outcome> {
  return dealt({ count }, replicaStore.getState().queue.slice(0, count * 4));
}

/** Hand out these items over everyone on shift. */
export function dealItems(ids: readonly string[]): Promise<Outcome> {
  return dealt({ items: [...ids] }, ids);
}

/** What was dealt is what has a holder afterwards and had none before. */
function dealt(data: { count: number } | { items: string[] }, offered: readonly string[]): Promise<Outcome> {
  const free = offered.filter((id) => replicaStore.getState().state?.items.get(id)?.assignee === null);
  const done = act("items.deal", data);
  const taken = () => free.filter((id) => replicaStore.getState().state?.items.get(id)?.assignee != null);
  const gone = taken();
  return undoable(done, {
    what: "items.deal",
    items: gone,
    undo: () => act("item.release", naming(gone.length > 0 ? gone : taken())),
  });
}
