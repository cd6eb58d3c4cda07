import { z } from "zod";
import { checkHashtags } from "../../hashtag/policy.ts";
import { countText } from "../../text/count.ts";
import { instant, instantSchema, millis } from "../../time/instant.ts";
import { platformOf } from "../channel/channel.ts";
import { type Context, nameOf } from "../context.ts";
import { idSchema } from "../id.ts";
import { permits } from "../permission.ts";
import { type Rejection, reject } from "../rejection.ts";
import type { DeskState } from "../state.ts";
import { intoHands, seenNow } from "./hand.ts";
import type { Item } from "./item.ts";
import { alter, itemCommand } from "./item-command.ts";
import { longestText, type Message } from "./message.ts";

/**
 * Answer an item publicly, or in its conversation. An item that nobody has is claimed with it. The reply leaves after
 * the desk's grace, or, where a channel has no connection, when the person presses *sent* (rule D5).
 */
export const reply = itemCommand("item.reply", {
  data: {
    text: z.string().trim().min(1).max(longestText),
    /** The last message that the sender saw. */
    after: idSchema.nullish(),
    /** By when more is promised. */
    promise: instantSchema.nullish(),
    /** Why a failing hashtag check is set aside; for flow managers. */
    override: z.string().trim().min(1).max(500).optional(),
  },
  owner: (item, context) => ownerForReply(item, context),
  touches: (data, items) => (data.after == null ? {} : { threads: items }),
  decide: (item, data, context, state) => {
    if (context.actor.kind !== "member") return reject("forbidden", "A reply is a person's.");
    const member = context.actor.member;
    const taken = takenByAnother(item, context, state);
    if (taken !== null) return taken;
    const meanwhile = data.after == null ? null : answeredSince(item, data.after, state);
    if (meanwhile !== null) return meanwhile;
    if (data.promise != null && data.promise <= context.now)
      return reject("time.past", "A promise needs a time that is still to come.");
    const refused = checkText(item, data.text, data.override, context, state);
    if (refused !== null) return refused;
    const id = context.newId();
    const channel = state.channels.get(item.channel);
    const leavesAt =
      channel?.connection === "simulated" ? instant(millis(context.now) + state.desk.policy.graceMs) : null;
    const message: Message = {
      id,
      externalId: id,
      direction: "out",
      author: { handle: channel?.handle ?? item.channel, name: member.name },
      text: data.text,
      at: context.now,
      state: "leaving",
      by: member.id,
    };
    return alter(
      "item.replied",
      item,
      {
        ...(item.assignee === member.id && item.status === "assigned"
          ? {}
          : intoHands(item, item.assignee ?? member.id, item.assignedAt ?? context.now)),
        ...seenNow(item, context),
        leaving: [...item.leaving, { message: id, by: member.id, leavesAt, promise: data.promise ?? null }],
      },
      { message, ...(data.override === undefined ? {} : { override: data.override }) },
    );
  },
});

/** Whoever's it is not, `decide` says with `item.taken`, which tells more than a lack of permission would. */
function ownerForReply(_item: Item, context: Context): string | null {
  return context.actor.kind === "member" ? context.actor.member.id : null;
}

function takenByAnother(item: Item, context: Context, state: DeskState): Rejection | null {
  if (context.actor.kind !== "member" || item.assignee === null || item.assignee === context.actor.member.id)
    return null;
  if (permits(context.actor.member, "item.reply", { owner: item.assignee })) return null;
  const name = nameOf(state, item.assignee);
  return reject("item.taken", `${name} has this.`, {
    by: item.assignee,
    name,
    ...(item.assignedAt === null ? {} : { at: item.assignedAt }),
  });
}

function answeredSince(item: Item, after: string, state: DeskState): Rejection | null {
  const thread = state.threads.get(item.id);
  if (thread === undefined) return null;
  const seen = thread.messages.findIndex(({ message }) => message.id === after);
  if (seen === -1)
    return reject("message.unknown", "The message that you answer after is not in this item; load it again.");
  const later = thread.messages
    .slice(seen + 1)
    .find(({ message }) => message.direction === "out" && (message.state === "leaving" || message.state === "sent"));
  if (later === undefined) return null;
  const by = later.message.by;
  const name = by === undefined ? later.message.author.handle : nameOf(state, by);
  return reject("item.answered.meanwhile", `${name} has answered this meanwhile; read that first.`, {
    ...(by === undefined ? {} : { by }),
    name,
    at: later.message.at,
  });
}

function checkText(
  item: Item,
  text: string,
  override: string | undefined,
  context: Context,
  state: DeskState,
): Rejection | null {
  const platform = platformOf(item.channel);
  const count = countText(platform, text, item.kind === "dm" ? "dm" : "comment");
  if (!count.valid)
    return reject("reply.too.long", `The text is too long for this channel: ${count.used} of ${count.limit}.`);
  const findings = checkHashtags({
    policy: state.desk.policy.hashtags,
    platform,
    channel: item.channel,
    text,
    use: item.kind === "dm" ? "dm-reply" : "reply",
    at: context.now,
  }).filter((finding) => finding.blocking);
  const [first] = findings;
  if (first === undefined) return null;
  if (override !== undefined) {
    const may = context.actor.kind === "member" && permits(context.actor.member, "item.override");
    return may ? null : reject("forbidden", "Only a flow manager may set a check aside.");
  }
  return first.kind === "banned"
    ? reject("hashtag.banned", `#${first.tag} is banned here.`, { findings })
    : reject("hashtag.missing", `#${first.tag} is required here.`, { findings });
}
