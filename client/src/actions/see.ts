import type { Outcome } from "../connection/desk-connection.ts";
import { act, naming } from "./act.ts";

/** Note that a person has opened items; that somebody had before is no news, nor that a mere reader's look does not count. */
export function see(ids: readonly string[]): Promise<Outcome> {
  return act("item.see", naming(ids), ["nothing.to.do", "item.closed", "item.unknown", "forbidden"]);
}
