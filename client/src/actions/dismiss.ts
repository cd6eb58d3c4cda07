import type { dismissalReasons } from "@flowdesk/shared/desk/item/item.ts";
import type { Outcome } from "../connection/desk-connection.ts";
import { act, naming } from "./act.ts";
import { undoable } from "./undo-stack.ts";

/** End items without an answer, with the reason. */
export function dismiss(
  ids: readonly string[],
  reason: (typeof dismissalReasons)[number] = "no-reply-needed",
): Promise<Outcome> {
  return undoable(act("item.dismiss", { ...naming(ids), reason }), {
    what: "item.dismiss",
    items: ids,
    undo: (done) => act("item.reopen", naming(done)),
  });
}
