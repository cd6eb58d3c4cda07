import type { Item } from "@flowdesk/shared/desk/item/item.ts";
import type { Message } from "@flowdesk/shared/desk/item/message.ts";
import { conversationKey, type DeskState, messageKey, type Thread } from "@flowdesk/shared/desk/state.ts";
import { Table } from "@flowdesk/shared/desk/table.ts";
import type { BatchKeys, Head, LoadedBatch } from "../desk/store.ts";
import { lateThreads } from "./queries/late-threads.ts";

/**
 * Whether a batch can be decided on the results of one that is still being written: it brings messages in and does
 * nothing else. What people command waits for the lock.
 */
export function mayFollow(keys: BatchKeys): boolean {
  const { items, threads, posts, briefings, queue, queueWithin, loads, holdings, commands } = keys;
  const named = [items, threads, posts, briefings, queueWithin, holdings, commands];
  return named.every(({ length }) => length === 0) && queue === 0 && !loads;
}

/** A batch that has been decided. */
interface Decided {
  /** Where the desk stands before it, and after it. */
  readonly before: Head;
  readonly after: Head;
  /** What it was given, with its changes. */
  readonly state: DeskState;
  /** Whether it came to be written; never rejects. */
  readonly written: Promise<boolean>;
}

/** A batch that has been decided and is being written. */
export class UnderWay {
  readonly #decided: Decided;

  constructor(decided: Decided) {
    this.#decided = decided;
  }

  /** Where the desk stands after it. */
  get after(): Head {
    return this.#decided.after;
  }

  /** Whether it came to be written, once that is known; never rejects. */
  isWritten(): Promise<boolean> {
    return this.#decided.written;
  }

  /**
   * What a batch is given that follows this one: what was read of the tables beside it, with the results of this one in
   * place of what they replace. Null if that cannot be told: the tables stand elsewhere, or a thread is needed that this
   * one has added to without having it.
   */
  loaded(read: LoadedBatch, keys: BatchKeys): LoadedBatch | null {
    const { before, after, state: decided } = this.#decided;
    if (read.head.log !== after.log) return null;
    if (read.head.seq === after.seq) return read;
    if (read.head.seq !== before.seq || read.state.lookups === null || decided.lookups === null) return null;
    const [now, stored] = [decided.lookups, read.state.lookups];
    const known = new Map<string, { readonly item: string; readonly message: Message }>();
    const conversations = new Map<string, string>();
    const items = new Map<string, Item>();
    const add = (id: string) => {
      const item = decided.items.get(id) ?? read.state.items.get(id);
      if (item !== undefined) items.set(id, item);
    };
    for (const { channel, kind, thread, externalIds } of keys.arrivals) {
      for (const id of externalIds) {
        const key = messageKey(channel, id);
        const message = now.known.get(key) ?? stored.known.get(key);
        if (message === undefined) continue;
        known.set(key, message);
        add(message.item);
      }
      const key = conversationKey(channel, kind, thread);
      const item = key === null ? undefined : (now.conversations.get(key) ?? stored.conversations.get(key));
      if (key === null || item === undefined) continue;
      conversations.set(key, item);
      add(item);
    }
    const late = lateThreads(keys, {
      itemOf: new Map(Array.from(known, ([key, { item }]) => [key, item])),
      conversations,
      newestOf: (item) => items.get(item)?.newest,
      headAt: after.at,
    });
    const threads = new Map<string, Thread>();
    for (const item of late) {
      if (!items.has(item)) continue;
      const unaltered = decided.items.has(item) ? undefined : read.state.threads.get(item);
      const thread = decided.threads.get(item) ?? unaltered;
      if (thread === undefined) return null;
      threads.set(item, thread);
    }
    return {
      head: after,
      accepted: [],
      state: {
        desk: decided.desk,
        members: decided.members,
        channels: decided.channels,
        items: Table.of(items),
        posts: Table.empty(),
        briefings: Table.empty(),
        threads: Table.of(threads),
        lookups: { known: Table.of(known), conversations: Table.of(conversations) },
      },
    };
  }
}
