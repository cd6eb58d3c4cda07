import type { Outcome } from "../connection/desk-connection.ts";
import { act, naming } from "./act.ts";
import { itemsNow, undoable } from "./undo-stack.ts";

/** Take a label off items. */
export function untag(ids: readonly string[], label: string): Promise<Outcome> {
  const having = itemsNow(ids).flatMap(({ id, tags }) => (tags.includes(label) ? [id] : []));
  return undoable(act("item.untag", { ...naming(ids), tag: label }), {
    what: "item.untag",
    items: having,
    undo: (done) => act("item.tag", { ...naming(done), tag: label }),
  });
}
