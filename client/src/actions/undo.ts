import type { Outcome } from "../connection/desk-connection.ts";
import { notify } from "../store/notices-store.ts";
import { serverNow } from "../store/server-clock.ts";
import { popUndoable } from "./undo-stack.ts";

/** Undo the latest step that was done here. Null if there is none. */
export async function undo(): Promise<Outcome | null> {
  const step = popUndoable();
  if (step === undefined) {
    notify({ kind: "nothing-to-undo" }, serverNow());
    return null;
  }
  const outcome = await step.undo(step.items);
  if (outcome.ok) notify({ kind: "undone", what: step.what }, serverNow());
  return outcome;
}
