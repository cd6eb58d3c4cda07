import { millis } from "../../time/instant.ts";
import type { Item } from "./item.ts";
import type { Message } from "./message.ts";
import type { Response } from "./response.ts";

/**
 * The response that a reply makes of the wait it ended; null where no clock ran. A reply that left, by its platform's
 * clock, before the message that it answers counts as immediate.
 */
export function respond(
  item: Pick<Item, "id" | "channel" | "kind" | "need">,
  wait: { readonly from: string; readonly targetMs: number | null; readonly first: boolean },
  reply: Message,
): Response | null {
  if (wait.targetMs === null) return null;
  const ms = Math.max(0, millis(reply.at) - millis(wait.from));
  return {
    item: item.id,
    message: reply.id,
    channel: item.channel,
    kind: item.kind,
    need: item.need,
    from: wait.from,
    to: reply.at,
    ms,
    by: reply.by ?? null,
    author: reply.author.name ?? reply.author.handle,
    targetMs: wait.targetMs,
    within: ms <= wait.targetMs,
    first: wait.first,
  };
}
