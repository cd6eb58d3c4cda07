import type { Outcome } from "../connection/desk-connection.ts";
import { act, naming } from "./act.ts";
import { all, groupBy, itemsNow, undoable } from "./undo-stack.ts";

/** Give items to a member. Undone, each goes back to whoever had it. */
export function assign(ids: readonly string[], to: string): Promise<Outcome> {
  const before = itemsNow(ids);
  return undoable(act("item.assign", { ...naming(ids), to }), {
    what: "item.assign",
    items: ids,
    undo: (done) =>
      all(
        [...groupBy(before, ({ assignee }) => assignee ?? "", done)].map(([holder, items]) =>
          holder === ""
            ? act("item.release", naming(items))
            : act("item.assign", { ...naming(items), to: holder }, ["nothing.to.do"]),
        ),
      ),
  });
}
