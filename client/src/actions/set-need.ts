import type { Need } from "@flowdesk/shared/desk/item/need.ts";
import type { Outcome } from "../connection/desk-connection.ts";
import { act, naming } from "./act.ts";
import { all, groupBy, itemsNow, undoable } from "./undo-stack.ts";

/** Say what items ask of us. */
export function setNeed(ids: readonly string[], need: Need): Promise<Outcome> {
  const before = groupBy(itemsNow(ids), (item) => item.need);
  return undoable(act("item.need", { ...naming(ids), need }), {
    what: "item.need",
    items: ids,
    undo: () =>
      all([...before].map(([was, items]) => act("item.need", { ...naming(items), need: was }, ["nothing.to.do"]))),
  });
}
