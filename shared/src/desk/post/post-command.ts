import { z } from "zod";
import type { PostChange } from "../change.ts";
import { type CommandRule, commandRule, type Read, type Written } from "../command.ts";
import { accept, type Context, refuse } from "../context.ts";
import { idSchema } from "../id.ts";
import type { Member } from "../member/member.ts";
import { type Action, permits } from "../permission.ts";
import { type Rejection, reject } from "../rejection.ts";
import type { DeskState } from "../state.ts";
import type { Post, Variant } from "./post.ts";

interface PostRule<Shape extends z.ZodRawShape> {
  readonly data: Shape;
  readonly decide: (
    post: Post,
    data: Read<Shape>,
    context: Context,
    state: DeskState,
  ) => PostChange | readonly PostChange[] | Rejection;
}

type PostCommandData<Shape extends z.ZodRawShape> = { post: string } & Read<Shape>;
type PostCommandInput<Shape extends z.ZodRawShape> = { post: string } & Written<Shape>;

/** A command about one planned post that the desk has. */
export function postCommand<const Type extends Action, Shape extends z.ZodRawShape>(
  type: Type,
  rule: PostRule<Shape>,
): CommandRule<Type, z.ZodType<PostCommandData<Shape>, PostCommandInput<Shape>>> {
  const data = z.object({ post: idSchema, ...rule.data });
  return commandRule({
    type,
    data: data as unknown as z.ZodType<PostCommandData<Shape>, PostCommandInput<Shape>>,
    touches: (given) => ({ posts: [given.post] }),
    decide: (state, given, context) => {
      const post = state.posts.get(given.post);
      if (post === undefined) return refuse(reject("post.unknown", "There is no such post."));
      const { actor } = context;
      if (actor.kind === "member" && !permits(actor.member, type, { owner: post.owner })) {
        return refuse(
          permits(actor.member, type)
            ? reject("forbidden", "This post is not yours; its owner or a producer does this.")
            : reject("forbidden", "Your roles do not allow this."),
        );
      }
      const decided = rule.decide(post, given as never, context, state);
      if ("code" in decided) return refuse(decided);
      return accept(...(Array.isArray(decided) ? decided : [decided as PostChange]));
    },
  });
}

/** A change of a post's own fields, its version raised. */
export function alterPost(type: PostChange["type"], post: Post, set: Partial<Post>): PostChange {
  return { type, post: post.id, set: { ...set, version: post.version + 1 } };
}

/**
 * A change of one variant's fields. `before` counts the changes that the same command makes ahead of this one, so that
 * each raises the post's version by one.
 */
export function alterVariant(
  type: PostChange["type"],
  post: Post,
  variant: string,
  variantSet: Partial<Variant>,
  before = 0,
): PostChange {
  return { type, post: post.id, variant, variantSet, set: { version: post.version + 1 + before } };
}

/** The variant of that id, or why there is none. */
export function variantOf(post: Post, id: string): Variant | Rejection {
  return post.variants.find((variant) => variant.id === id) ?? reject("post.unknown", "There is no such variant.");
}

/** The variants that a command reaches: the one named, or all. */
export function variantsOf(post: Post, id: string | undefined): readonly Variant[] | Rejection {
  if (id === undefined) return post.variants;
  const variant = variantOf(post, id);
  return "code" in variant ? variant : [variant];
}

/** Why the actor may not put anything out by these channels; null if they work on all of them. */
export function offLimits(context: Context, channels: Iterable<string>): Rejection | null {
  if (context.actor.kind !== "member") return null;
  const { member } = context.actor;
  for (const channel of channels) {
    if (!worksOn(member, channel)) return reject("forbidden", `You do not work on ${channel}.`);
  }
  return null;
}

function worksOn(member: Pick<Member, "channels">, channel: string): boolean {
  return member.channels === "all" || member.channels.includes(channel);
}
