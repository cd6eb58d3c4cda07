import type { Outcome } from "../connection/desk-connection.ts";
import { act, naming } from "./act.ts";
import { backIntoHands } from "./back-into-hands.ts";
import { itemsNow, undoable } from "./undo-stack.ts";

/** Put items out of sight until a time, an instant. Undone, they are with whoever had them. */
export function snooze(ids: readonly string[], until: string): Promise<Outcome> {
  const before = itemsNow(ids);
  return undoable(act("item.snooze", { ...naming(ids), until }), {
    what: "item.snooze",
    items: ids,
    undo: (done) => backIntoHands(before, done),
  });
}
