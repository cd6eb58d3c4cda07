import type { Outcome } from "../connection/desk-connection.ts";
import { act, naming } from "./act.ts";

/** Write something about items that only colleagues read. */
export function note(ids: readonly string[], text: string): Promise<Outcome> {
  return act("item.note", { ...naming(ids), text });
}
