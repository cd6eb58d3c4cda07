import type { Briefing } from "./briefing/briefing.ts";
import type { Channel } from "./channel/channel.ts";
import type { Desk } from "./desk.ts";
import type { Item } from "./item/item.ts";
import type { Message } from "./item/message.ts";
import type { Response } from "./item/response.ts";
import type { Member } from "./member/member.ts";
import type { Post } from "./post/post.ts";
import { Table } from "./table.ts";

/** A message and the change that brought it; what was made here answers what stands before it in the log. */
export interface LoggedMessage {
  readonly message: Message;
  readonly seq: number;
}

/** All of an item's messages in log order, and the waits that ended in it. */
export interface Thread {
  readonly messages: readonly LoggedMessage[];
  readonly responses: readonly Response[];
}

/** What the desk looks up about arriving messages; a console holds none of it. */
export interface Lookups {
  /** Every message that the batch may meet again, by `messageKey`. */
  readonly known: Table<{ readonly item: string; readonly message: Message }>;
  /** The newest item of a conversation, by `conversationKey`. */
  readonly conversations: Table<string>;
}

/**
 * A desk's state as the core sees it: immutable, and whole or in part. A console holds the open work of its view; the
 * desk loads what a batch of commands touches. What is not loaded is not there.
 */
export interface DeskState {
  readonly desk: Desk;
  readonly members: Table<Member>;
  readonly channels: Table<Channel>;
  readonly items: Table<Item>;
  readonly posts: Table<Post>;
  /** The newest texts for the team (`briefingsAtHand`). */
  readonly briefings: Table<Briefing>;
  /** Threads that are loaded, by item. */
  readonly threads: Table<Thread>;
  /** Null on a console. */
  readonly lookups: Lookups | null;
}

export function emptyState(desk: Desk): DeskState {
  return {
    desk,
    members: Table.empty(),
    channels: Table.empty(),
    items: Table.empty(),
    posts: Table.empty(),
    briefings: Table.empty(),
    threads: Table.empty(),
    lookups: null,
  };
}

/** `(channel, externalId)` as one key. */
export function messageKey(channel: string, externalId: string): string {
  return `${channel}\n${externalId}`;
}

/** The conversation that a message belongs to, as one key: its thread, or for a dm its author; null if it has none. */
export function conversationKey(channel: string, kind: string, thread: string | null): string | null {
  return thread === null ? null : `${channel}\n${kind}\n${thread}`;
}
