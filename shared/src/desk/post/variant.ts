import { idSchema } from "../id.ts";
import { reject } from "../rejection.ts";
import { checkChannel, checkVariant } from "./check-variant.ts";
import { draftSchema, overrideSchema, variantFrom } from "./draft.ts";
import { mostVariants } from "./post.ts";
import { alterPost, offLimits, postCommand, variantOf } from "./post-command.ts";

/** Send a post by one channel more. */
export const addVariant = postCommand("post.variant.add", {
  data: { variant: draftSchema, override: overrideSchema },
  decide: (post, data, context, state) => {
    const draft = data.variant;
    if (post.variants.some(({ id }) => id === draft.id))
      return reject("nothing.to.do", "The post has this variant already.");
    if (post.variants.length >= mostVariants)
      return reject("command.invalid", `A post has at most ${mostVariants} variants.`);
    const outside = offLimits(context, [draft.channel]) ?? checkChannel(state, draft.channel);
    if (outside !== null) return outside;
    const checked = checkVariant({ ...draft, media: draft.media ?? [] }, post.at, data.override, context, state);
    if ("code" in checked) return checked;
    const { override } = checked;
    return {
      ...alterPost("post.variant.added", post, {}),
      variant: variantFrom(draft, override, context),
      ...(override === null ? {} : { override: override.reason }),
    };
  },
});

/** Take a variant out of a post for good. What is out stays, with its link, and a post keeps at least one. */
export const dropVariant = postCommand("post.variant.drop", {
  data: { variant: idSchema },
  decide: (post, data, context) => {
    const variant = variantOf(post, data.variant);
    if ("code" in variant) return variant;
    const outside = offLimits(context, [variant.channel]);
    if (outside !== null) return outside;
    if (variant.state === "live") return reject("post.state", "It is out, and stays on record.");
    const variants = post.variants.filter((one) => one !== variant);
    if (variants.length === 0) return reject("post.state", "It is the post's only variant; cancel the post instead.");
    return { ...alterPost("post.variant.dropped", post, { variants }), variant: variant.id };
  },
});
