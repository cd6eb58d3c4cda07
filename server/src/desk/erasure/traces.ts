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
  /** Their messages, as `channel\nexternalId`. */
  readonly messages: Set<string>;
}

/** A handle as authors are looked for: without `@`, and upper case is lower case. */
export function handleKey(handle: string): string {
  return handle.trim().replace(/^@/u, "").toLowerCase();
}

/** A handle's key as it stands in JSON that has been made lower case: with `"`, `\\` and control characters escaped. */
export function keyInJson(key: string): string {
  return inJson(key).toLowerCase();
}

/** A text as it stands in JSON, without its quotes. */
export function inJson(text: string): string {
  return JSON.stringify(text).slice(1, -1);
}

/**
 * What to look for in texts, without regard to case, where a handle has this key: a pattern that disregards case does
 * not take `İ` for its own lower case, of two characters.
 */
export function spellingsOf(key: string): readonly string[] {
  const upper = key.toUpperCase().normalize("NFC");
  return handleKey(upper) === key && upper.length !== key.length ? [key, upper] : [key];
}

export function noTraces(sought: Sought): Traces {
  return { sought, items: new Set(), names: new Set(), texts: new Set(), messages: new Set() };
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

/** Notes a message, if it is theirs. */
export function traceMessage(traces: Traces, item: string, channel: string, message: Message): void {
  const { author, text, edited, externalId, direction } = message;
  if (!isSought(traces.sought, author.handle, channel)) return;
  if (direction !== "in") return;
  traces.items.add(item);
  traces.messages.add(`${channel}\n${externalId}`);
  if (author.name !== undefined) traces.names.add(author.name);
  for (const said of [text, edited?.was]) {
    if (said === undefined || said === "") continue;
    traces.texts.add(said);
    traces.texts.add(previewOf(said));
  }
}
