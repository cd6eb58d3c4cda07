import type { Outcome } from "../connection/desk-connection.ts";
import { act, naming } from "./act.ts";
import { all, groupBy, itemsNow, undoable } from "./undo-stack.ts";

/** Raise items above others, or lower them again. @param priority 0 to 3; more is more pressing */
export function prioritise(ids: readonly string[], priority: number): Promise<Outcome> {
  const before = itemsNow(ids);
  return undoable(act("item.prioritise", { ...naming(ids), priority }), {
    what: "item.prioritise",
    items: ids,
    undo: (done) =>
      all(
        [...groupBy(before, (item) => item.priority, done)].map(([was, items]) =>
          act("item.prioritise", { ...naming(items), priority: was }, ["nothing.to.do"]),
        ),
      ),
  });
}
