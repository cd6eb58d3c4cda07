import type { Outcome } from "../connection/desk-connection.ts";
import { act, naming } from "./act.ts";
import { undoable } from "./undo-stack.ts";

/** Put items away in which nobody waits. */
export function close(ids: readonly string[]): Promise<Outcome> {
  return undoable(act("item.close", naming(ids)), {
    what: "item.close",
    items: ids,
    undo: (done) => act("item.reopen", naming(done)),
  });
}
