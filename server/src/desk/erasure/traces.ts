import { type Change, idOf, isItemChange } from "@flowdesk/shared/desk/change.ts";
import { platformOf } from "@flowdesk/shared/desk/channel/channel.ts";
import type { Item } from "@flowdesk/shared/desk/item/item.ts";
import type { Message } from "@flowdesk/shared/desk/item/message.ts";
import { previewOf } from "@flowdesk/shared/desk/item/receive-new.ts";

/** Whom to look for: a handle as `handleKey` has it, on one channel or, with null, on all. */
export interface Sought {
  readonly author: string;
  readonly channel: string | null;
}

/** What is known of an author before anything is erased: by this the rest is told to be theirs. */
export interface Traces {
  readonly sought: Sought;
  /** Items that they wrote in, by id. */
  readonly items: Set<string>;
  /** Names that they went by. */
  readonly names: Set<string>;
  /** What they wrote, whole and as lists show it. */
  readonly texts: Set<string>;
  /** The same as lists show it, each with the item that it stands in: `item\npreview`. */
  readonly previews: Set<string>;
  /** Of these the ones that they changed a message to: lists may show such a one under another author. */
  readonly revised: Set<string>;
  /** Their messages, as quotes name them (`quotedAs`). */
  readonly messages: Set<string>;
  /** Where their messages are found. */
  readonly urls: Set<string>;
}

/** What is known of an author, kind by kind. */
export const traceKinds = ["items", "names", "texts", "previews", "revised", "messages", "urls"] as const;

/** Without regard to case, nor to whether a letter and its accent are written as one character or as two (NFC). */
export function folded(text: string): string {
  return text.toLowerCase().normalize("NFC");
}

/** A handle as authors are looked for: without `@`, and folded. */
export function handleKey(handle: string): string {
  return folded(handle.trim().replace(/^@/u, ""));
}

/** A handle's key as it stands in JSON that has been folded: with `"`, `\\` and control characters escaped. */
export function keyInJson(key: string): string {
  return folded(inJson(key));
}

/** A text as it stands in JSON, without its quotes. */
export function inJson(text: string): string {
  return JSON.stringify(text).slice(1, -1);
}

/**
 * What to look for in texts in NFC, without regard to case, where a handle has this key: a pattern that disregards case does
 * not take `İ` for its own lower case, of two characters.
 */
export function spellingsOf(key: string): readonly string[] {
  const upper = key.toUpperCase().normalize("NFC");
  return handleKey(upper) === key && upper.length !== key.length ? [key, upper] : [key];
}

export function noTraces(sought: Sought): Traces {
  return {
    sought,
    items: new Set(),
    names: new Set(),
    texts: new Set(),
    previews: new Set(),
    revised: new Set(),
    messages: new Set(),
    urls: new Set(),
  };
}

/** Whether a handle on a channel is the one sought. A channel that is not known may be any. */
export function isSought({ author, channel }: Sought, handle: string, on: string | null): boolean {
  return handleKey(handle) === author && (channel === null || on === null || on === channel);
}

/** Notes what an item says of them. */
export function traceItem(traces: Traces, item: Item): void {
  if (!isSought(traces.sought, item.author.handle, item.channel)) return;
  traces.items.add(item.id);
  if (item.author.name !== undefined) traces.names.add(item.author.name);
}

/** Whether a message came in and is theirs. */
export function isTheirs({ sought }: Traces, { direction, author }: Message, channel: string | null): boolean {
  return direction === "in" && isSought(sought, author.handle, channel);
}

/** Notes a message, if it is theirs. */
export function traceMessage(traces: Traces, item: string, channel: string | null, message: Message): void {
  if (!isTheirs(traces, message, channel)) return;
  const { author, text, edited, externalId, url } = message;
  traces.items.add(item);
  traces.messages.add(quotedAs(channel, externalId));
  if (author.name !== undefined) traces.names.add(author.name);
  if (url !== undefined) traces.urls.add(url);
  for (const said of [text, edited?.was]) {
    if (said === undefined || said === "") continue;
    const preview = previewOf(said);
    traces.texts.add(said);
    traces.texts.add(preview);
    traces.previews.add(previewIn(item, preview));
  }
  if (edited !== undefined && text !== "") traces.revised.add(previewIn(item, previewOf(text)));
}

/**
 * Notes what a line of the log says of them: what they had written before they changed it, and how they were called then,
 * stands there alone.
 * @param channel that of the item which it is about
 */
export function traceChange(traces: Traces, change: Change, channel: string | null): void {
  if (!isItemChange(change)) return;
  const { item, set, message } = change;
  if (typeof item !== "string") traceItem(traces, item);
  if (set?.author?.name !== undefined && isSought(traces.sought, set.author.handle, channel))
    traces.names.add(set.author.name);
  if (message !== undefined) traceMessage(traces, idOf(item), channel, message);
}

/**
 * A message as quotes name it: by its platform and its id there. Whoever quotes it may have written to another of the desk's
 * channels than it came in by.
 */
export function quotedAs(channel: string | null, externalId: string): string {
  return `${channel === null ? "" : platformOf(channel)}\n${externalId}`;
}

/** A preview with the item that it stands in, as traces have it. */
export function previewIn(item: string, preview: string): string {
  return `${item}\n${preview}`;
}
