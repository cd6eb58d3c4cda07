import type { ItemChange } from "../change.ts";
import type { Context } from "../context.ts";
import type { DeskState } from "../state.ts";
import type { Item } from "./item.ts";
import { alter } from "./item-command.ts";
import type { Message } from "./message.ts";
import { previewOf } from "./receive-new.ts";
import { rederive } from "./rederive.ts";

/** The author has changed a message: both wordings are shown. The wait stays the one it is. */
export function editMessage(item: Item, known: Message, text: string, context: Context): ItemChange {
  const shown = known.direction === "in" && item.preview === previewOf(known.text);
  return alter("item.message.edited", item, shown ? { preview: previewOf(text) } : {}, {
    message: { ...known, text, edited: { at: context.now, was: known.text } },
  });
}

/** The author has deleted a message: it is shown as deleted and needs no answer, so that its wait may end with it. */
export function eraseMessage(state: DeskState, item: Item, known: Message, context: Context): ItemChange {
  const message: Message = { ...known, deletedAt: context.now };
  const thread = state.threads.get(item.id);
  if (thread === undefined) return alter("item.message.deleted", item, {}, { message });
  const { set, more } = rederive(state, item, thread, message, context);
  const after = { ...item, ...set };
  const nobodyWaits =
    item.awaitingSince !== null &&
    after.awaitingSince === null &&
    (item.status === "waiting" ||
      item.status === "assigned" ||
      item.status === "snoozed" ||
      item.status === "on-others");
  return alter(
    "item.message.deleted",
    item,
    {
      ...set,
      ...(nobodyWaits ? { status: "answered", answeredAt: context.now, snoozedUntil: null, passedOn: null } : {}),
    },
    { message, ...more },
  );
}
