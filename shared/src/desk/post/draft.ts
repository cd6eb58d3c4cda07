import { z } from "zod";
import { channelIdSchema } from "../channel/channel.ts";
import type { Context } from "../context.ts";
import { idSchema } from "../id.ts";
import { longestOverride, type Variant, variantSchema } from "./post.ts";

/** A variant as whoever plans it writes it. */
export const draftSchema = z.object({
  /** Absent: the desk gives it one. */
  id: idSchema.optional(),
  channel: channelIdSchema,
  /** May be empty where a picture stands alone. */
  text: variantSchema.shape.text,
  media: variantSchema.shape.media.optional(),
});
export type Draft = z.output<typeof draftSchema>;

/** Why a failing hashtag check is set aside; for flow managers. */
export const overrideSchema = z.string().trim().min(1).max(longestOverride).optional();

/** The variant that a draft makes: planned, and nowhere yet. */
export function variantFrom(draft: Draft, override: Variant["override"], context: Context): Variant {
  return {
    id: draft.id ?? context.newId(),
    channel: draft.channel,
    text: draft.text,
    media: draft.media ?? [],
    state: "planned",
    late: false,
    link: null,
    liveAt: null,
    by: null,
    override,
  };
}
