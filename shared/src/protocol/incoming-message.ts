import { z } from "zod";
import { channelId } from "../desk/channel/channel.ts";
import { authorSchema, longestText, mediaSchema, parentSchema } from "../desk/item/message.ts";
import { kindSchema } from "../desk/item/need.ts";
import { instantSchema } from "../time/instant.ts";

const externalId = z.string().min(1, "A message needs the platform's id.").max(300);

/**
 * A message as a source brings it in: the body of `POST /api/desks/:desk/messages` and what files are read into.
 * The channel is kept as written, so that a channel that is new keeps its form for display.
 */
export const incomingMessageSchema = z.object({
  externalId,
  channel: z
    .string()
    .max(200)
    .refine((raw) => channelId(raw) !== null, "A channel is written platform:handle, as in x:festival."),
  kind: kindSchema,
  author: authorSchema,
  text: z.string().max(longestText, `A message has at most ${longestText.toLocaleString("en")} characters.`),
  at: instantSchema,
  /** `out` is an answer of ours that left elsewhere. Absent: `in`. */
  direction: z.enum(["in", "out"]).optional(),
  /** The platform's id of the conversation; messages of one thread share an item. */
  thread: externalId.optional(),
  /** The platform's id of the message that this one answers. */
  inReplyTo: externalId.optional(),
  url: z.url().max(2000).optional(),
  lang: z.string().max(35).optional(),
  media: z.array(mediaSchema).max(20, "A message has at most 20 media.").optional(),
  parent: parentSchema.optional(),
  /** An answer that a machine gave: it does not end the wait. */
  automatic: z.boolean().optional(),
  /** Its author has deleted it. */
  deleted: z.boolean().optional(),
});
export type IncomingMessage = z.infer<typeof incomingMessageSchema>;
