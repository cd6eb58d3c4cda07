import type { Need } from "@flowdesk/shared/desk/item/need.ts";
import type { Outcome } from "../connection/desk-connection.ts";
import { act, naming } from "./act.ts";
import { all, groupBy, itemsNow, undoable } from "./undo-stack.ts";

/** Say what items ask of us. */
export function setNeed(ids: readonly string[], need: Need): Promise<Outcome> {
  const before = itemsNow(ids);
  return undoable(act("item.need", { ...naming(ids), need }), {
    what: "item.need",
    items: ids,
    undo: (done) =>
      all(
        [...groupBy(before, (item) => item.need, done)].map(([was, items]) =>
          act("item.need", { ...naming(items), need: was }, ["nothing.to.do"]),
        ),
      ),
  });
}
