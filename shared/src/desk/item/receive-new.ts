import { clockOf, noWait } from "../../clock/wait.ts";
import { needFor } from "../../need/need-for.ts";
import type { IncomingMessage } from "../../protocol/incoming-message.ts";
import { languageOf } from "../../text/language.ts";
import { truncate } from "../../text/truncate.ts";
import type { ItemChange } from "../change.ts";
import type { Context } from "../context.ts";
import { conversationKey, type DeskState } from "../state.ts";
import { type Item, isOpen } from "./item.ts";
import type { Message } from "./message.ts";

/** So much of a message stands in lists. */
export const previewLength = 200;

/** White space that is more than one plain space. */
const unevenSpace = /[^\S ]|\s{2}/u;

/** The first lines of a text on one line, as lists show it. */
export function previewOf(text: string): string {
  const start = text.length > previewLength * 8 ? text.slice(0, previewLength * 8) : text;
  return truncate((unevenSpace.test(start) ? start.replace(/\s+/gu, " ") : start).trim(), previewLength);
}

/** A message that belongs to no item makes one. A wait that is already over on arrival is overdue from the start. */
export function receivedAsNew(
  state: DeskState,
  channel: string,
  data: IncomingMessage,
  message: Message,
  thread: string | null,
  context: Context,
): ItemChange {
  const incoming = message.direction === "in";
  const lang = incoming ? (data.lang ?? languageOf(data.text)) : null;
  // What we wrote ourselves asks nothing of us: only the defaults of its channel and kind count.
  const said = incoming ? { text: data.text, author: data.author, lang } : {};
  const need = needFor(state.desk.policy, { channel, kind: data.kind, ...said });
  const basis = { channel, kind: data.kind, need, tags: [], priority: 0 };
  const byPerson = !incoming && message.automatic !== true;
  const item: Item = {
    id: context.newId(),
    ...basis,
    author: data.author,
    preview: previewOf(data.text),
    status: incoming ? "waiting" : "answered",
    assignee: null,
    lastAssignee: lastOfConversation(state, channel, data.kind, thread),
    assignedAt: null,
    thread,
    parent: data.parent ?? null,
    lang,
    url: data.url ?? null,
    waits: incoming ? 1 : 0,
    ...(incoming ? clockOf(state.desk.policy, basis, message.at, context.now) : noWait),
    seenAt: null,
    seenBy: null,
    promise: null,
    snoozedUntil: null,
    passedOn: null,
    dismissed: null,
    leaving: [],
    answeredBefore: byPerson,
    answeredAt: byPerson ? message.at : null,
    closedAt: null,
    messages: 1,
    newest: { at: message.at, externalId: message.externalId },
    receivedAt: context.now,
    version: 1,
  };
  return { type: "item.received", item, message };
}

/** Who had the conversation before, if it went on in an item that is closed. */
function lastOfConversation(state: DeskState, channel: string, kind: string, thread: string | null): string | null {
  const key = conversationKey(channel, kind, thread);
  const before = key === null ? undefined : state.items.get(state.lookups?.conversations.get(key) ?? "");
  return before === undefined || isOpen(before) ? null : (before.assignee ?? before.lastAssignee);
}
