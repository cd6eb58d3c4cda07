import type { Item } from "@flowdesk/shared/desk/item/item.ts";
import type { Instant } from "@flowdesk/shared/time/instant.ts";

/** What a timer of an item has the desk do when its time has come. */
export interface ItemTimer {
  readonly type: "item.send" | "item.warn" | "item.expire" | "item.promise.expire" | "item.wake" | "item.close";
  /** The command's id: the same on every node and after every restart, so that it comes to one change (rule D4). */
  readonly idFor: (item: Item, at: Instant) => string;
}
