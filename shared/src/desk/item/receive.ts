import { type IncomingMessage, incomingMessageSchema } from "../../protocol/incoming-message.ts";
import { type Instant, millis, minute } from "../../time/instant.ts";
import type { ChangeBody } from "../change.ts";
import { channelId, newChannel } from "../channel/channel.ts";
import { commandRule } from "../command.ts";
import { accept, type Context, type Decision, refuse } from "../context.ts";
import { permits } from "../permission.ts";
import { reject } from "../rejection.ts";
import { conversationKey, type DeskState, messageKey } from "../state.ts";
import { arrive } from "./arrive.ts";
import { lastOwnerOnShift } from "./hand.ts";
import { type Item, isOpen } from "./item.ts";
import type { Message } from "./message.ts";
import { receivedAsNew } from "./receive-new.ts";
import { editMessage, eraseMessage } from "./revise.ts";

/** A clock that runs ahead by less than this is forgiven. */
const forgivenAhead = 5 * minute;
/** Nothing that this desk could answer was written before. */
const earliest = "2006-01-01T00:00:00.000Z";
/** A direct message opens a new item if the last with its author was closed longer ago than this. */
const conversationLasts = 7 * 24 * 60 * minute;

/**
 * A message comes in from a source. It joins the item of the message that it answers or of its conversation; else it is
 * an item of its own. The same message twice is one; with another text it is an edit; `(channel, externalId)` decides.
 */
export const receive = commandRule({
  type: "message.receive",
  data: incomingMessageSchema,
  touches: (data) => {
    const channel = channelId(data.channel) ?? data.channel;
    const externalIds = [data.externalId];
    if (data.inReplyTo !== undefined) externalIds.push(data.inReplyTo);
    if (data.thread !== undefined) externalIds.push(data.thread);
    return { arrivals: [{ channel, kind: data.kind, externalIds, thread: threadOf(data) }] };
  },
  decide: (state, data, context) => {
    const { actor } = context;
    if (actor.kind === "member" && !permits(actor.member, "message.receive")) {
      return refuse(reject("forbidden", "Your roles do not allow bringing messages in."));
    }
    const channel = channelId(data.channel);
    const made = channel === null || state.channels.has(channel) ? null : newChannel(data.channel);
    if (channel === null)
      return refuse(reject("command.invalid", "A channel is written platform:handle, as in x:festival."));
    const at = arrivalTime(data.at, context.now);
    if (at === "future")
      return refuse(reject("message.at.future", "The message's time is more than five minutes ahead."));
    if (at === "past") return refuse(reject("message.at.past", "The message's time is before 2006."));
    const known = state.lookups?.known.get(messageKey(channel, data.externalId));
    if (known !== undefined) return revise(state, known.item, known.message, data, context);
    const before: ChangeBody[] = made === null ? [] : [{ type: "channel.added", channel: made }];
    if (data.deleted === true)
      return refuse(reject("nothing.to.do", "A message that is not known was deleted by its author."));
    const message = messageOf(data, at, context);
    const item = itemFor(state, channel, data, context.now);
    if (item === null) return accept(...before, receivedAsNew(state, channel, data, message, threadOf(data), context));
    return {
      ok: true,
      changes: [...before, ...arrive(state, item, message, data, context, lastOwnerOnShift(state, item))],
    };
  },
});

/** The conversation that a message says it belongs to; a direct message without one belongs to its author's. */
export function threadOf(data: Pick<IncomingMessage, "thread" | "kind" | "author" | "direction">): string | null {
  if (data.thread !== undefined) return data.thread;
  return data.kind === "dm" && data.direction !== "out" ? `@${data.author.handle.toLowerCase()}` : null;
}

function arrivalTime(at: Instant, now: Instant): Instant | "future" | "past" {
  if (at < earliest) return "past";
  if (at <= now) return at;
  return millis(at) - millis(now) <= forgivenAhead ? now : "future";
}

function messageOf(data: IncomingMessage, at: Instant, context: Context): Message {
  const { externalId, author, text } = data;
  return {
    id: context.newId(),
    externalId,
    direction: data.direction ?? "in",
    author,
    text,
    at,
    state: data.direction === "out" ? "sent" : "received",
    ...(data.automatic === undefined ? {} : { automatic: data.automatic }),
    ...(data.inReplyTo === undefined ? {} : { inReplyTo: data.inReplyTo }),
    ...(data.url === undefined ? {} : { url: data.url }),
    ...(data.lang === undefined ? {} : { lang: data.lang }),
    ...(data.media === undefined ? {} : { media: data.media }),
    ...(data.parent === undefined ? {} : { parent: data.parent }),
  };
}

/** The item that a message joins; null if it is one of its own. */
function itemFor(state: DeskState, channel: string, data: IncomingMessage, now: Instant): Item | null {
  if (state.lookups === null) return null;
  const { known, conversations } = state.lookups;
  for (const id of [data.inReplyTo, data.thread]) {
    const item = id === undefined ? undefined : state.items.get(known.get(messageKey(channel, id))?.item ?? "");
    if (item !== undefined && item.kind === data.kind) return item;
  }
  const key = conversationKey(channel, data.kind, threadOf(data));
  const item = key === null ? undefined : state.items.get(conversations.get(key) ?? "");
  if (item === undefined) return null;
  const over =
    data.kind === "dm" &&
    !isOpen(item) &&
    item.closedAt !== null &&
    millis(now) - millis(item.closedAt) > conversationLasts;
  return over ? null : item;
}

function revise(state: DeskState, id: string, known: Message, data: IncomingMessage, context: Context): Decision {
  const item = state.items.get(id);
  const unchanged = refuse(reject("nothing.to.do", "This message is here already."));
  if (item === undefined) return unchanged;
  // What was erased does not come back with the same file.
  if (known.erased === true) return unchanged;
  if (data.deleted === true)
    return known.deletedAt === undefined ? accept(eraseMessage(state, item, known, context)) : unchanged;
  if (known.text === data.text || known.deletedAt !== undefined) return unchanged;
  return accept(editMessage(item, known, data.text, context));
}
