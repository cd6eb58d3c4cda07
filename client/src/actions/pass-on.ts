import type { Outcome } from "../connection/desk-connection.ts";
import { act, naming } from "./act.ts";
import { backIntoHands } from "./back-into-hands.ts";
import { itemsNow, undoable } from "./undo-stack.ts";

/** Hand items to somebody outside the desk; the wait goes on. */
export function passOn(ids: readonly string[], on: string): Promise<Outcome> {
  const before = itemsNow(ids);
  return undoable(act("item.passOn", { ...naming(ids), on }), {
    what: "item.passOn",
    items: ids,
    undo: (done) => backIntoHands(before, done),
  });
}
