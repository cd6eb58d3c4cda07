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
export function lateThreads(batch: BatchKeys, found: Found): Set<string> {
  const threads = new Set<string>();
  const commanded = new Set(batch.items);
  const newest = new Map<string, { at: string; externalId: string }>();
  /** Messages of this batch, by the items that they may join. */
  const joined = new Map<string, readonly string[]>();
  for (const { channel, kind, thread, externalIds, at, deleted } of batch.arrivals) {
    const [own] = externalIds;
    // In a flood nearly everything is new and stands alone.
    if (own === undefined || (found.itemOf.size + joined.size === 0 && thread === null)) continue;
    const keys = externalIds.map((id) => messageKey(channel, id));
    const [ownKey = "", ...others] = keys;
    const known = found.itemOf.get(ownKey);
    if (known !== undefined) {
      if (deleted || commanded.has(known)) threads.add(known);
      continue;
    }
    const items = new Set<string>();
    for (const key of keys) for (const item of joined.get(key) ?? []) items.add(item);
    for (const key of others) {
      const item = found.itemOf.get(key);
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
    joined.set(ownKey, [...items]);
  }
  return threads;
}
