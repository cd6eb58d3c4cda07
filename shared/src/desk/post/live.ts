import { z } from "zod";
import { instantSchema, millis, minute } from "../../time/instant.ts";
import { platformOf, publishingPlatforms } from "../channel/channel.ts";
import { actorId, nameOf } from "../context.ts";
import { idSchema } from "../id.ts";
import { reject } from "../rejection.ts";
import { alterVariant, offLimits, postCommand, variantOf } from "./post-command.ts";
import { timeOf } from "./wakes.ts";

/** A clock that runs ahead by less than this is forgiven. */
const forgivenAheadMs = 5 * minute;

/**
 * Say that a variant is out, with the link where it stands as the proof. A publishing channel, such as a screen, may
 * have none. What went out more than a minute after its time is late, whether the desk had noticed or not.
 */
export const live = postCommand("post.live", {
  data: {
    variant: idSchema,
    link: z
      .url({ protocol: /^https?$/u, error: "Give the link where it stands, beginning with https://." })
      .max(2000)
      .nullish(),
    /** When it went out. Absent: now. */
    at: instantSchema.optional(),
  },
  decide: (post, data, context, state) => {
    const variant = variantOf(post, data.variant);
    if ("code" in variant) return variant;
    const outside = offLimits(context, [variant.channel]);
    if (outside !== null) return outside;
    const link = data.link ?? null;
    if (variant.state === "live") {
      return variant.link === link
        ? reject("nothing.to.do", "It is out already.")
        : reject("post.state", `${nameOf(state, variant.by)} has put it out already.`, {
            ...(variant.by === null ? {} : { by: variant.by, name: nameOf(state, variant.by) }),
            ...(variant.liveAt === null ? {} : { at: variant.liveAt }),
          });
    }
    if (variant.state === "cancelled") return reject("post.state", "It is cancelled; restore it first.");
    if (link === null && !publishingPlatforms.has(platformOf(variant.channel)))
      return reject("command.invalid", "Give the link where it stands.");
    const liveAt = data.at === undefined || data.at > context.now ? context.now : data.at;
    if (data.at !== undefined && millis(data.at) - millis(context.now) > forgivenAheadMs)
      return reject("command.invalid", "That time is still to come.");
    const late = variant.late || liveAt >= timeOf(post.at, "late");
    return alterVariant("post.live", post, variant.id, {
      state: "live",
      late,
      link,
      liveAt,
      by: actorId(context.actor),
    });
  },
});
