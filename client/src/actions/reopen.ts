import type { Outcome } from "../connection/desk-connection.ts";
import { act, naming } from "./act.ts";

/** Bring closed or dismissed items back to the open work. */
export function reopen(ids: readonly string[]): Promise<Outcome> {
  return act("item.reopen", naming(ids));
}
