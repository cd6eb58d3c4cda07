import type { Outcome } from "../connection/desk-connection.ts";
import { act } from "./act.ts";
import { undoable } from "./undo-stack.ts";

/** What goes with a reply. */
export interface ReplyOptions {
  /** The last message that the writer saw: if somebody has answered since, the desk says so. */
  readonly after?: string;
  /** By when more is promised, an instant. */
  readonly promise?: string;
  /** Why a failing hashtag check is set aside. */
  readonly override?: string;
}

/** Answer an item. Until it leaves it can be taken back. */
export function reply(item: string, text: string, options: ReplyOptions = {}): Promise<Outcome> {
  return undoable(act("item.reply", { item, text, ...options }), {
    what: "item.reply",
    items: [item],
    undo: () => act("item.reply.undo", { item }),
  });
}
