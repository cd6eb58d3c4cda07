import { needFor } from "../../need/need-for.ts";
import { languageOf } from "../../text/language.ts";
import type { Context } from "../context.ts";
import type { DeskState } from "../state.ts";
import type { Item } from "./item.ts";
import type { Message } from "./message.ts";
import { needs } from "./need.ts";
import { reclock } from "./reclock.ts";

/**
 * What a further incoming message makes of its item's need: raised if the message by itself has a more pressing one,
 * never lowered; a need that a person set gives way to `urgent` alone. The wait goes on from where it began, under the
 * target of the new need. What has become urgent has been seen by nobody yet.
 * @param item as the message leaves it; if nobody waits in it, what came in late has been answered and raises nothing
 */
export function raisedBy(message: Message, item: Item, state: DeskState, context: Context): Partial<Item> {
  if (message.direction !== "in" || item.awaitingSince === null || item.need === "urgent") return {};
  const { policy } = state.desk;
  const { channel, kind } = item;
  const { text, author } = message;
  const need = needFor(policy, { channel, kind, text, author, lang: message.lang ?? languageOf(text) });
  if (needs.indexOf(need) >= needs.indexOf(item.need)) return {};
  if (item.needBy !== undefined && need !== "urgent") return {};
  return {
    ...reclock(item, { need }, state, context),
    ...(need === "urgent" ? { seenAt: null, seenBy: null } : {}),
  };
}
