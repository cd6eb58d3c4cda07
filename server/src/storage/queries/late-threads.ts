import { compareIds, compareMessages } from "@flowdesk/shared/desk/item/order.ts";
import { conversationKey, messageKey } from "@flowdesk/shared/desk/state.ts";
import type { Instant } from "@flowdesk/shared/time/instant.ts";
import type { BatchKeys } from "../../desk/store.ts";

/** What stands in the tables about arriving messages. */
export interface Found {
  /** The item of a message, by `messageKey`. */
  readonly itemOf: ReadonlyMap<string, string>;
  /** The newest item of a conversation, by `conversationKey`. */
  readonly conversations: ReadonlyMap<string, string>;
  /** The newest message of an item. */
  readonly newestOf: (item: string) => { readonly at: string; readonly externalId: string } | undefined;
  /** The time of the desk's last change: the batch is decided at this time or later. */
  readonly headAt: Instant;
}

/**
 * The items whose whole thread arrivals need: those that lose a message, those to which something older comes than the
 * newest they will then have, and those that a command of the same batch alters too (a reply that leaves in it makes the
 * item's newest message newer). What is ahead of the desk's clock counts as now, and when that is is not known before the
 * batch is decided: of messages at the head or later any two may come to stand at one time, in the order of their ids.
 * Rather one too many than one too few: a thread that is not needed does no harm.
 */
export function lateThreads(keys: BatchKeys, found: Found): Set<string> {
  const threads = new Set<string>();
  const commanded = new Set(keys.items);
  const newest = new Map<string, { at: string; externalId: string }>();
  /** Messages of this batch, by the items that they may join. */
  const joined = new Map<string, readonly string[]>();
  for (const { channel, kind, thread, externalIds, at, deleted } of keys.arrivals) {
    const [own, ...others] = externalIds;
    if (own === undefined) continue;
    const known = found.itemOf.get(messageKey(channel, own));
    if (known !== undefined) {
      if (deleted || commanded.has(known)) threads.add(known);
      continue;
    }
    const items = new Set<string>();
    for (const id of externalIds) for (const item of joined.get(messageKey(channel, id)) ?? []) items.add(item);
    for (const id of others) {
      const item = found.itemOf.get(messageKey(channel, id));
      if (item !== undefined) items.add(item);
    }
    const conversation = found.conversations.get(conversationKey(channel, kind, thread) ?? "");
    if (conversation !== undefined) items.add(conversation);
    if (items.size === 0) continue;
    const message = { at, externalId: own };
    for (const item of items) {
      const before = newest.get(item) ?? found.newestOf(item);
      const late =
        before !== undefined &&
        (compareMessages(message, before) < 0 || (before.at >= found.headAt && compareIds(own, before.externalId) < 0));
      if (late || deleted || commanded.has(item)) threads.add(item);
      if (!late) newest.set(item, message);
    }
    joined.set(messageKey(channel, own), [...items]);
  }
  return threads;
}
