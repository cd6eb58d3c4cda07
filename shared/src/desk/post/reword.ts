import { idSchema } from "../id.ts";
import { reject } from "../rejection.ts";
import { checkVariant } from "./check-variant.ts";
import { overrideSchema } from "./draft.ts";
import { variantSchema } from "./post.ts";
import { alterVariant, offLimits, postCommand, variantOf } from "./post-command.ts";

/** Say a variant's text anew, and with `media` its pictures too. It is checked like a new one. */
export const reword = postCommand("post.reword", {
  data: {
    variant: idSchema,
    text: variantSchema.shape.text,
    media: variantSchema.shape.media.optional(),
    override: overrideSchema,
  },
  decide: (post, data, context, state) => {
    const variant = variantOf(post, data.variant);
    if ("code" in variant) return variant;
    const outside = offLimits(context, [variant.channel]);
    if (outside !== null) return outside;
    if (variant.state === "live") return reject("post.state", "It is out; its text stays as it went.");
    if (variant.state === "cancelled") return reject("post.state", "It is cancelled; restore it first.");
    const media = data.media ?? variant.media;
    if (variant.text === data.text && JSON.stringify(variant.media) === JSON.stringify(media))
      return reject("nothing.to.do", "It says this already.");
    const checked = checkVariant(
      { channel: variant.channel, text: data.text, media },
      post.at,
      data.override,
      context,
      state,
    );
    if ("code" in checked) return checked;
    const { override } = checked;
    return {
      ...alterVariant("post.reworded", post, variant.id, { text: data.text, media, override }),
      ...(override === null ? {} : { override: override.reason }),
    };
  },
});
