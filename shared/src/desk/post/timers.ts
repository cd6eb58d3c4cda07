import type { PostChange } from "../change.ts";
import { idSchema } from "../id.ts";
import type { Action } from "../permission.ts";
import { reject } from "../rejection.ts";
import type { Variant } from "./post.ts";
import { alterVariant, postCommand, variantsOf } from "./post-command.ts";
import { type PostWake, timeOf } from "./wakes.ts";

/**
 * A timer of the desk's own: one change for each variant that it has come for, of all or of the one named. Each step
 * follows on the one before it, so that after downtime too a variant is due, then late, then missed.
 */
function postTimer<const Type extends Action>(
  type: Type,
  wake: PostWake,
  change: PostChange["type"],
  fits: (variant: Variant) => boolean,
  set: Partial<Variant>,
) {
  return postCommand(type, {
    data: { variant: idSchema.optional() },
    decide: (post, data, context) => {
      const variants = variantsOf(post, data.variant);
      if ("code" in variants) return variants;
      const come = timeOf(post.at, wake) <= context.now ? variants.filter(fits) : [];
      if (come.length === 0) return reject("nothing.to.do", `Nothing of it is ${wake} now.`);
      return come.map(({ id }, index) => alterVariant(change, post, id, set, index));
    },
  });
}

/** Note that a post's time has come. By the desk. */
export const fallDue = postTimer("post.fallDue", "due", "post.due", ({ state }) => state === "planned", {
  state: "due",
});

/** Note that a post is a minute over its time. By the desk; the mark stays, also once the post is out. */
export const markLate = postTimer("post.markLate", "late", "post.late", ({ state, late }) => state === "due" && !late, {
  late: true,
});

/** Note that a post is a quarter of an hour over its time and counts as missed. By the desk. */
export const miss = postTimer("post.miss", "missed", "post.missed", ({ state, late }) => state === "due" && late, {
  state: "missed",
});
