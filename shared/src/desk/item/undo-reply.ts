import { idSchema } from "../id.ts";
import { reject } from "../rejection.ts";
import { alter, itemCommand } from "./item-command.ts";

/** Take back a reply that has not left: the newest, or the one named. */
export const undoReply = itemCommand("item.reply.undo", {
  data: { message: idSchema.optional() },
  touches: (_data, items) => ({ threads: items }),
  decide: (item, data, context, state) => {
    const leaving =
      data.message === undefined ? item.leaving.at(-1) : item.leaving.find((one) => one.message === data.message);
    if (leaving === undefined || (leaving.leavesAt !== null && leaving.leavesAt <= context.now)) {
      return reject("reply.not.leaving", "The reply has left; it cannot be taken back.");
    }
    const logged = state.threads.get(item.id)?.messages.find(({ message }) => message.id === leaving.message);
    return alter(
      "item.reply.undone",
      item,
      { leaving: item.leaving.filter((one) => one !== leaving) },
      logged === undefined ? {} : { message: { ...logged.message, state: "taken-back" } },
    );
  },
});
