import { z } from "zod";
import { coverSchema } from "../cover/cover.ts";
import { reject } from "../rejection.ts";
import { memberCommand } from "./member-command.ts";

/** Set what comes to a member by standing order. An empty list: nothing does. */
export const setCover = memberCommand("member.cover", {
  data: { cover: z.array(coverSchema).max(50) },
  change: "member.cover.set",
  decide: (_member, { cover }, _context, state) => {
    for (const { channels } of cover) {
      const missing = channels === "all" ? undefined : channels.find((channel) => !state.channels.has(channel));
      if (missing !== undefined) return reject("channel.unknown", `There is no channel ${missing}.`);
    }
    return { cover };
  },
});
