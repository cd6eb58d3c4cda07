import { standsIn } from "@flowdesk/shared/replica/pending.ts";
import type { Outcome } from "../connection/desk-connection.ts";
import { act } from "./act.ts";

/**
 * Take back a reply that has not left: the newest, or the one named. One that the desk has not answered for yet has another
 * id there; it comes there before this does, and is then the newest.
 */
export function undoReply(item: string, message?: string): Promise<Outcome> {
  return act("item.reply.undo", { item, ...(message === undefined || standsIn(message) ? {} : { message }) });
}
