import { z } from "zod";
import type { ChannelChange } from "../change.ts";
import { type CommandRule, commandRule, type Read, type Written } from "../command.ts";
import { accept, refuse } from "../context.ts";
import { type Action, permits } from "../permission.ts";
import { reject } from "../rejection.ts";
import { type Channel, channelIdSchema, connectionSchema, newChannel } from "./channel.ts";

/** Make a channel of the desk. */
export const add = commandRule({
  type: "channel.add",
  data: z.object({
    /** `platform:handle`; the handle's form is kept for display. */
    channel: z.string().max(200),
    name: z.string().trim().min(1).max(120).optional(),
    connection: connectionSchema.optional(),
  }),
  touches: () => ({}),
  decide: (state, data, context) => {
    if (context.actor.kind === "member" && !permits(context.actor.member, "channel.add")) {
      return refuse(reject("forbidden", "Your roles do not allow this."));
    }
    const channel = newChannel(data.channel, data.connection);
    if (channel === null)
      return refuse(reject("command.invalid", "A channel is written platform:handle, as in x:festival."));
    if (state.channels.has(channel.id)) return refuse(reject("channel.exists", `The desk has ${channel.id} already.`));
    return accept({ type: "channel.added", channel: { ...channel, name: data.name ?? channel.name } });
  },
});

function channelCommand<const Type extends Action, Shape extends z.ZodRawShape>(
  type: Type,
  change: ChannelChange["type"],
  shape: Shape,
  set: (data: Read<Shape>) => Partial<Channel>,
): CommandRule<Type, z.ZodType<{ channel: string } & Read<Shape>, { channel: string } & Written<Shape>>> {
  const data = z.object({ channel: channelIdSchema, ...shape });
  return commandRule({
    type,
    data: data as unknown as z.ZodType<{ channel: string } & Read<Shape>, { channel: string } & Written<Shape>>,
    touches: () => ({}),
    decide: (state, given, context) => {
      if (context.actor.kind === "member" && !permits(context.actor.member, type)) {
        return refuse(reject("forbidden", "Your roles do not allow this."));
      }
      const channel = state.channels.get(given.channel);
      if (channel === undefined) return refuse(reject("channel.unknown", `There is no channel ${given.channel}.`));
      const altered = set(given as never);
      const same = Object.entries(altered).every(([key, value]) => channel[key as keyof Channel] === value);
      if (same) return refuse(reject("nothing.to.do", "It is so already."));
      return accept({ type: change, channel: channel.id, set: { ...altered, version: channel.version + 1 } });
    },
  });
}

/** Give a channel another name on the screen. */
export const rename = channelCommand(
  "channel.rename",
  "channel.renamed",
  { name: z.string().trim().min(1).max(120) },
  ({ name }) => ({ name }),
);

/** Say how replies leave by a channel. Replies on their way keep the way that they were given. */
export const connect = channelCommand(
  "channel.connect",
  "channel.connected",
  { connection: connectionSchema },
  ({ connection }) => ({
    connection,
  }),
);

/** Take a channel out of use; what it has stays. */
export const retire = channelCommand("channel.retire", "channel.retired", {}, () => ({ retired: true }));

/** Take a retired channel into use again. */
export const restore = channelCommand("channel.restore", "channel.restored", {}, () => ({ retired: false }));
