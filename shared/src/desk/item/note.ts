import { z } from "zod";
import { actorId, nameOf } from "../context.ts";
import { alter, itemCommand } from "./item-command.ts";

/** Write something about an item that only colleagues read. It ends no wait. */
export const note = itemCommand("item.note", {
  data: { text: z.string().trim().min(1).max(5000) },
  decide: (item, { text }, context, state) => {
    const id = context.newId();
    const by = actorId(context.actor);
    const author = { handle: by, name: nameOf(state, by) };
    return alter(
      "item.noted",
      item,
      {},
      {
        message: { id, externalId: id, direction: "note", author, text, at: context.now, state: "noted", by },
      },
    );
  },
});
