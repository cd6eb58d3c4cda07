import type { Outcome } from "../connection/desk-connection.ts";
import { act, naming } from "./act.ts";
import { undoable } from "./undo-stack.ts";

/** Take items for oneself. */
export function claim(ids: readonly string[]): Promise<Outcome> {
  return undoable(act("item.claim", naming(ids)), {
    what: "item.claim",
    items: ids,
    undo: (done) => act("item.release", naming(done)),
  });
}
