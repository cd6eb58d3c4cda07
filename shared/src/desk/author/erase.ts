import { z } from "zod";
import { channelId } from "../channel/channel.ts";
import { commandRule } from "../command.ts";
import { accept, refuse } from "../context.ts";
import { permits } from "../permission.ts";
import { reject } from "../rejection.ts";
import { type Found, isFound, nothingFound } from "./found.ts";

export interface Erasure {
  readonly author: string;
  readonly channel?: string | undefined;
}

/** What was found is the desk's to say, after it has been done; whoever sends the command cannot. */
const erasureSchema = z.object({
  /** The author's handle, with or without `@`. */
  author: z.string().trim().min(1).max(200),
  /** Absent: on every channel. */
  channel: z.string().max(300).optional(),
}) as unknown as z.ZodType<Erasure & { readonly found?: Found }, Erasure>;

/**
 * Take an author out of everything that is kept (rule S2): what they wrote, their names, pictures and addresses. The change
 * is written once that is done, and says how much it was, without a name.
 */
export const erase = commandRule({
  type: "author.erase",
  data: erasureSchema,
  touches: () => ({}),
  decide: (state, { channel, found }, context) => {
    if (context.actor.kind === "member" && !permits(context.actor.member, "author.erase"))
      return refuse(reject("forbidden", "Your roles do not allow this."));
    if (channel !== undefined && channelId(channel) === null)
      return refuse(reject("command.invalid", "A channel is written platform:handle, as in x:festival."));
    // A console lets it go to the desk; how much it is, only the desk can say.
    if (found === undefined && state.lookups === null) return accept({ type: "author.erased", found: nothingFound });
    if (found === undefined)
      return refuse(reject("desk.unavailable", "Nothing can be erased here. Send the command to the server."));
    if (!isFound(found)) return refuse(reject("nothing.to.do", "Nothing of this author is kept."));
    return accept({ type: "author.erased", found });
  },
});
