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
  const holder = (id: string) => replicaStore.getState().state?.items.get(id)?.assignee ?? null;
  const free = offered.filter((id) => holder(id) === null);
  // The command shows at once, so that what it comes to can be read while its answer is still under way.
  const done = act("items.deal", data);
  return undoable(done, {
    what: "items.deal",
    items: free.filter((id) => holder(id) !== null),
    undo: (items) => act("item.release", naming(items), ["nothing.to.do"]),
  });
}
