import type { Outcome } from "../connection/desk-connection.ts";
import { act, naming } from "./act.ts";
import { itemsNow, undoable } from "./undo-stack.ts";

/** Put a label on items. Undone, it goes from those that did not have it. */
export function tag(ids: readonly string[], label: string): Promise<Outcome> {
  const without = itemsNow(ids).flatMap(({ id, tags }) => (tags.includes(label) ? [] : [id]));
  return undoable(act("item.tag", { ...naming(ids), tag: label }), {
    what: "item.tag",
    items: without,
    undo: (done) => act("item.untag", { ...naming(done), tag: label }),
  });
}
