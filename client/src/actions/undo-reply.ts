import type { Outcome } from "../connection/desk-connection.ts";
import { act } from "./act.ts";

/** Take back a reply that has not left: the newest, or the one named. */
export function undoReply(item: string, message?: string): Promise<Outcome> {
  return act("item.reply.undo", { item, ...(message === undefined ? {} : { message }) });
}
