import { z } from "zod";
import { instantSchema } from "../time/instant.ts";
import { foundSchema } from "./author/found.ts";
import { briefingSchema } from "./briefing/briefing.ts";
import { channelSchema } from "./channel/channel.ts";
import { idSchema } from "./id.ts";
import { itemSchema } from "./item/item.ts";
import { messageSchema } from "./item/message.ts";
import { responseSchema } from "./item/response.ts";
import { memberSchema } from "./member/member.ts";
import { policySchema } from "./policy/policy.ts";
import { postSchema, variantSchema } from "./post/post.ts";

/** Every type of change about an item, past tense. A shipped type is never edited: a new one is added. */
export const itemChangeTypes = [
  "item.received",
  "item.continued",
  "item.message.edited",
  "item.message.deleted",
  "item.claimed",
  "item.assigned",
  "item.released",
  "item.replied",
  "item.reply.undone",
  "item.sent",
  "item.noted",
  "item.tagged",
  "item.untagged",
  "item.needed",
  "item.snoozed",
  "item.woken",
  "item.passedOn",
  "item.dismissed",
  "item.closed",
  "item.reopened",
  "item.prioritised",
  "item.seen",
  "item.atRisk",
  "item.overdue",
  "item.promise.overdue",
] as const;

export const memberChangeTypes = [
  "member.added",
  "member.renamed",
  "member.roles.set",
  "member.channels.set",
  "member.languages.set",
  "member.capacity.set",
  "member.shift.set",
  "member.cover.set",
  "member.tookBack",
  "member.hours.set",
  "member.until.set",
  "member.removed",
  "member.session.ended",
] as const;

export const channelChangeTypes = [
  "channel.added",
  "channel.renamed",
  "channel.connected",
  "channel.retired",
  "channel.restored",
] as const;

export const postChangeTypes = [
  "post.planned",
  "post.moved",
  "post.given",
  "post.reworded",
  "post.noted",
  "post.titled",
  "post.variant.added",
  "post.variant.dropped",
  "post.due",
  "post.late",
  "post.missed",
  "post.live",
  "post.cancelled",
  "post.restored",
] as const;

export const policyChangeTypes = [
  "policy.needs.set",
  "policy.targets.set",
  "policy.grace.set",
  "policy.closing.set",
  "policy.hashtags.set",
  "policy.tags.set",
  "policy.templates.set",
  "policy.away.set",
  "policy.folding.set",
  "policy.retention.set",
  "desk.renamed",
] as const;

export const briefingChangeTypes = [
  "briefing.written",
  "briefing.announced",
  "briefing.handedOver",
  "briefing.read",
] as const;

export const keepingChangeTypes = ["author.erased"] as const;

const itemSet = itemSchema.partial();

/** What happened to an item. `item` is the whole item wherever it enters a console's copy, its id otherwise. */
export const itemChangeSchema = z.object({
  type: z.enum(itemChangeTypes),
  item: z.union([idSchema, itemSchema]),
  /** The altered fields of the item, `version` among them. */
  set: itemSet.optional(),
  /** A message that is new in the item, or new in its wording or state. */
  message: messageSchema.optional(),
  /** The wait that ended with this change. */
  response: responseSchema.optional(),
  /** All of the item's responses, where late history had them derived again. */
  responses: z.array(responseSchema).optional(),
  /** Why a check was set aside. */
  override: z.string().optional(),
});

/** What happened to a member. */
export const memberChangeSchema = z.object({
  type: z.enum(memberChangeTypes),
  member: z.union([idSchema, memberSchema]),
  set: memberSchema.partial().optional(),
});

/** What happened to a channel. */
export const channelChangeSchema = z.object({
  type: z.enum(channelChangeTypes),
  channel: z.union([z.string(), channelSchema]),
  set: channelSchema.partial().optional(),
});

/** What happened to a planned post. `variant` is the one it is about, whole where it enters the post. */
export const postChangeSchema = z.object({
  type: z.enum(postChangeTypes),
  post: z.union([idSchema, postSchema]),
  variant: z.union([idSchema, variantSchema]).optional(),
  /** The altered fields of the post, `version` among them. */
  set: postSchema.partial().optional(),
  /** The altered fields of the variant that `variant` names. */
  variantSet: variantSchema.partial().optional(),
  /** Why a check was set aside. */
  override: z.string().optional(),
});

/** What the desk decided for itself: the altered sections of its policy, or its name. */
export const policyChangeSchema = z.object({
  type: z.enum(policyChangeTypes),
  policy: policySchema.partial().optional(),
  name: z.string().optional(),
});

/** What happened to a text for the team. */
export const briefingChangeSchema = z.object({
  type: z.enum(briefingChangeTypes),
  briefing: z.union([idSchema, briefingSchema]),
  set: briefingSchema.partial().optional(),
});

/** What was done about what the desk keeps; it names nobody. */
export const keepingChangeSchema = z.object({
  type: z.enum(keepingChangeTypes),
  found: foundSchema,
});

/** What a command came to, before it has its number. */
export type ItemChange = z.infer<typeof itemChangeSchema>;
export type MemberChange = z.infer<typeof memberChangeSchema>;
export type ChannelChange = z.infer<typeof channelChangeSchema>;
export type PostChange = z.infer<typeof postChangeSchema>;
export type PolicyChange = z.infer<typeof policyChangeSchema>;
export type BriefingChange = z.infer<typeof briefingChangeSchema>;
export type KeepingChange = z.infer<typeof keepingChangeSchema>;
export type ChangeBody =
  | ItemChange
  | MemberChange
  | ChannelChange
  | PostChange
  | PolicyChange
  | BriefingChange
  | KeepingChange;

const stamp = {
  seq: z.int().min(1),
  at: instantSchema,
  /** The member or part of the server that had it done. */
  by: z.string(),
  /** The command that it came of. */
  command: z.string(),
};

/** One line of a desk's log: numbered, and what happened. */
export const changeSchema = z.union([
  itemChangeSchema.extend(stamp),
  memberChangeSchema.extend(stamp),
  channelChangeSchema.extend(stamp),
  postChangeSchema.extend(stamp),
  policyChangeSchema.extend(stamp),
  briefingChangeSchema.extend(stamp),
  keepingChangeSchema.extend(stamp),
]);
export type Stamp = { readonly seq: number; readonly at: string; readonly by: string; readonly command: string };
export type Change = ChangeBody & Stamp;

/** The numbered change with its keys in the order that the wire promises: seq, at, by, type, command, the rest. */
export function stampChange(body: ChangeBody, stamp: Stamp): Change {
  const { type, ...rest } = body;
  return { seq: stamp.seq, at: stamp.at, by: stamp.by, type, command: stamp.command, ...rest } as Change;
}

const itemTypes: ReadonlySet<string> = new Set(itemChangeTypes);
const memberTypes: ReadonlySet<string> = new Set(memberChangeTypes);
const channelTypes: ReadonlySet<string> = new Set(channelChangeTypes);
const postTypes: ReadonlySet<string> = new Set(postChangeTypes);
const policyTypes: ReadonlySet<string> = new Set(policyChangeTypes);
const briefingTypes: ReadonlySet<string> = new Set(briefingChangeTypes);
const keepingTypes: ReadonlySet<string> = new Set(keepingChangeTypes);

export function isItemChange<C extends ChangeBody>(change: C): change is C & ItemChange {
  return itemTypes.has(change.type);
}
export function isMemberChange<C extends ChangeBody>(change: C): change is C & MemberChange {
  return memberTypes.has(change.type);
}
export function isChannelChange<C extends ChangeBody>(change: C): change is C & ChannelChange {
  return channelTypes.has(change.type);
}
export function isPostChange<C extends ChangeBody>(change: C): change is C & PostChange {
  return postTypes.has(change.type);
}
export function isPolicyChange<C extends ChangeBody>(change: C): change is C & PolicyChange {
  return policyTypes.has(change.type);
}

export function isBriefingChange<C extends ChangeBody>(change: C): change is C & BriefingChange {
  return briefingTypes.has(change.type);
}

export function isKeepingChange<C extends ChangeBody>(change: C): change is C & KeepingChange {
  return keepingTypes.has(change.type);
}

/** Whether this release knows the type; a console that meets another reloads itself once. */
export function isKnownType(type: string): boolean {
  return (
    itemTypes.has(type) ||
    memberTypes.has(type) ||
    channelTypes.has(type) ||
    postTypes.has(type) ||
    policyTypes.has(type) ||
    briefingTypes.has(type) ||
    keepingTypes.has(type)
  );
}

/** The id of what an entity-bearing field names, whole or by id. */
export function idOf(entity: string | { readonly id: string }): string {
  return typeof entity === "string" ? entity : entity.id;
}
