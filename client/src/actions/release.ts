import type { Outcome } from "../connection/desk-connection.ts";
import { replicaStore } from "../store/replica-store.ts";
import { act, naming } from "./act.ts";
import { all, groupBy, itemsNow, undoable } from "./undo-stack.ts";

/** Put items back into the queue. */
export function release(ids: readonly string[]): Promise<Outcome> {
  const { me } = replicaStore.getState();
  const before = itemsNow(ids);
  return undoable(act("item.release", naming(ids)), {
    what: "item.release",
    items: ids,
    undo: (done) =>
      all(
        [...groupBy(before, ({ assignee }) => assignee ?? me, done)].map(([holder, items]) =>
          holder === me ? act("item.claim", naming(items)) : act("item.assign", { ...naming(items), to: holder }),
        ),
      ),
  });
}
