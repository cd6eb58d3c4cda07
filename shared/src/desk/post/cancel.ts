import type { PostChange } from "../change.ts";
import type { Context } from "../context.ts";
import { idSchema } from "../id.ts";
import { type Rejection, reject } from "../rejection.ts";
import type { Post, Variant } from "./post.ts";
import { alterVariant, offLimits, postCommand, variantsOf } from "./post-command.ts";

/** Call off a post, or one variant of it. What is out stays out. */
export const cancel = postCommand("post.cancel", {
  data: { variant: idSchema.optional() },
  decide: (post, data, context) => {
    const variants = variantsOf(post, data.variant);
    if ("code" in variants) return variants;
    const ahead = variants.filter(({ state }) => state !== "live" && state !== "cancelled");
    if (ahead.length > 0) return each(post, ahead, context, "post.cancelled", { state: "cancelled" });
    return variants.every(({ state }) => state === "live")
      ? reject("post.state", "It is out; take it down on the platform itself.")
      : reject("nothing.to.do", "It is cancelled already.");
  },
});

/** Take a cancelled post, or one cancelled variant, back into the plan. If its time has passed, it is due at once. */
export const restore = postCommand("post.restore", {
  data: { variant: idSchema.optional() },
  decide: (post, data, context) => {
    const variants = variantsOf(post, data.variant);
    if ("code" in variants) return variants;
    const cancelled = variants.filter(({ state }) => state === "cancelled");
    if (cancelled.length > 0) return each(post, cancelled, context, "post.restored", { state: "planned", late: false });
    return reject("nothing.to.do", "It is not cancelled.");
  },
});

function each(
  post: Post,
  variants: readonly Variant[],
  context: Context,
  type: PostChange["type"],
  set: Partial<Variant>,
): readonly PostChange[] | Rejection {
  const outside = offLimits(
    context,
    variants.map(({ channel }) => channel),
  );
  return outside ?? variants.map(({ id }, index) => alterVariant(type, post, id, set, index));
}
