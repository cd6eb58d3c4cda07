import { z } from "zod";
import { resolveWallClock, wallClockSchema } from "../../time/wall-clock.ts";
import { commandRule } from "../command.ts";
import { accept, actorId, type Context, type Decision, refuse } from "../context.ts";
import { idSchema } from "../id.ts";
import { permits } from "../permission.ts";
import { reject } from "../rejection.ts";
import type { DeskState } from "../state.ts";
import { checkChannel, checkVariant } from "./check-variant.ts";
import { draftSchema, overrideSchema, variantFrom } from "./draft.ts";
import { ownerFlaw } from "./give.ts";
import { isTooPast } from "./move.ts";
import { mostVariants, type Post, postSchema, type Variant } from "./post.ts";
import { offLimits } from "./post-command.ts";

const { title, note, source } = postSchema.shape;

/**
 * Plan a post: what to say by which channels, at a time on the wall clock of a zone (rule T1). `source` names the row of
 * a calendar that it comes of, so that the same calendar brought in again plans nothing twice; whoever brings one in
 * derives the post's id from it, as the desk looks the post up by its id.
 */
export const plan = commandRule({
  type: "post.plan",
  data: z.object({
    post: idSchema,
    title: title.trim(),
    planned: wallClockSchema,
    /** Absent: whoever plans it. */
    owner: idSchema.nullish(),
    note: note.optional(),
    variants: z.array(draftSchema).min(1).max(mostVariants),
    source: source.optional(),
    override: overrideSchema,
  }),
  touches: ({ post }) => ({ posts: [post] }),
  decide: (state, data, context) => {
    const { actor } = context;
    if (actor.kind === "member" && !permits(actor.member, "post.plan"))
      return refuse(reject("forbidden", "Your roles do not allow this."));
    if (isPlanned(state, data.post, data.source ?? null))
      return refuse(reject("nothing.to.do", "This post is planned already."));
    const { at, shifted } = resolveWallClock(data.planned);
    if (isTooPast(at, context.now)) return refuse(reject("time.past", "That time has passed; choose a later one."));
    const owner = data.owner === undefined ? ownerOf(context) : data.owner;
    const flaw =
      (owner === null ? null : ownerFlaw(state, owner)) ??
      offLimits(
        context,
        data.variants.map(({ channel }) => channel),
      );
    if (flaw !== null) return refuse(flaw);
    return planned(state, data, context, {
      id: data.post,
      title: data.title,
      planned: data.planned,
      at,
      shifted: shifted?.kind ?? null,
      owner,
      note: data.note ?? "",
      source: data.source ?? null,
      version: 1,
    });
  },
});

/** The change with all its variants checked; the first that fails stops the post. */
function planned(
  state: DeskState,
  data: { readonly variants: readonly z.output<typeof draftSchema>[]; readonly override?: string | undefined },
  context: Context,
  post: Omit<Post, "variants">,
): Decision {
  const made: Variant[] = [];
  for (const draft of data.variants) {
    const wording = { ...draft, media: draft.media ?? [] };
    const lost = checkChannel(state, draft.channel);
    const checked = lost ?? checkVariant(wording, post.at, data.override, context, state);
    if ("code" in checked) return refuse(checked);
    made.push(variantFrom(draft, checked.override, context));
  }
  if (new Set(made.map(({ id }) => id)).size < made.length)
    return refuse(reject("command.invalid", "Two variants have the same id."));
  const override = made.find((variant) => variant.override !== null)?.override?.reason;
  return accept({
    type: "post.planned",
    post: { ...post, variants: made },
    ...(override === undefined ? {} : { override }),
  });
}

function isPlanned(state: DeskState, id: string, source: string | null): boolean {
  if (state.posts.has(id)) return true;
  if (source === null) return false;
  for (const post of state.posts.values()) if (post.source === source) return true;
  return false;
}

/** The member who plans is the owner; what a calendar brings in is nobody's until it is given. */
function ownerOf(context: Context): string | null {
  return context.actor.kind === "member" ? actorId(context.actor) : null;
}
