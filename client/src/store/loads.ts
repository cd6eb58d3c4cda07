import type { Item } from "@flowdesk/shared/desk/item/item.ts";
import type { Instant } from "@flowdesk/shared/time/instant.ts";
import { compareDeadlines, deadlineOf } from "./deadline.ts";
import { SortedItems } from "./sorted-items.ts";

/** What a member has in hand: how many items wait with them, and when the next is due. */
export interface Load {
  readonly waiting: number;
  readonly nextDue: Instant | null;
  /** The item that is due next. */
  readonly next: Item | null;
}

export const noLoad: Load = { waiting: 0, nextDue: null, next: null };

/** What one member holds, in the order in which it is due. */
export class Holding {
  /** What asks for something now: unanswered or promised, and not put off. */
  readonly due = new SortedItems(compareDeadlines);
  /** Put off until later. */
  readonly later = new SortedItems(compareDeadlines);
  #waiting = 0;
  #load: Load | null = null;

  /** Takes in many items at once, with pauses in between. */
  async fill(items: readonly Item[], pause: () => Promise<void>): Promise<void> {
    await this.due.fill(
      items.filter((item) => this.#listOf(item) === this.due),
      pause,
    );
    await this.later.fill(
      items.filter((item) => this.#listOf(item) === this.later),
      pause,
    );
    this.#waiting = items.filter(counts).length;
    this.#load = null;
  }

  add(item: Item): void {
    this.#listOf(item)?.add(item);
    if (counts(item)) this.#waiting++;
    this.#load = null;
  }

  remove(item: Item): void {
    this.#listOf(item)?.remove(item);
    if (counts(item)) this.#waiting--;
    this.#load = null;
  }

  /** The same value until something alters. */
  get load(): Load {
    const first = this.due.first;
    this.#load ??= {
      waiting: this.#waiting,
      nextDue: first === undefined ? null : deadlineOf(first),
      next: first ?? null,
    };
    return this.#load;
  }

  #listOf(item: Item): SortedItems | null {
    if (item.status === "snoozed") return this.later;
    return isDue(item) ? this.due : null;
  }
}

/** Whether an item that somebody has asks for something now. */
export function isDue(item: Item): boolean {
  return item.status !== "snoozed" && (item.status !== "answered" || item.promise !== null);
}

/** Whether an item counts towards its holder's capacity: by the same rule as dealing. */
function counts(item: Item): boolean {
  return item.status !== "answered" && item.need !== "watch";
}
