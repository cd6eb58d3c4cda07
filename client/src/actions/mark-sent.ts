import type { Outcome } from "../connection/desk-connection.ts";
import { act } from "./act.ts";

/** Say that a reply which was copied out by hand has been put on its platform. */
export function markSent(item: string, options: { message?: string; url?: string } = {}): Promise<Outcome> {
  return act("item.sent", { item, ...options });
}
