import type { Item } from "@flowdesk/shared/desk/item/item.ts";
import { sortInTurns } from "./sort-in-turns.ts";

/**
 * Items in a total order, kept by insertion: an item that altered is found by its old fields and put where its new ones
 * belong, in logarithmic time, so that no list is ever sorted again whole.
 */
export class SortedItems {
  readonly #compare: (a: Item, b: Item) => number;
  #items: Item[] = [];
  /** The ids in the same order; asking each of 20,000 items for its id anew costs more than a copy of these. */
  #itemIds: string[] = [];
  #ids: readonly string[] | null = null;

  /** @param compare a total order: 0 only for an item and itself */
  constructor(compare: (a: Item, b: Item) => number) {
    this.#compare = compare;
  }

  get size(): number {
    return this.#items.length;
  }

  get first(): Item | undefined {
    return this.#items[0];
  }

  /** The ids in order; the same array until something alters. */
  get ids(): readonly string[] {
    this.#ids ??= this.#itemIds.slice();
    return this.#ids;
  }

  /** Takes many items in the place of all it had, with pauses in between. */
  async fill(items: readonly Item[], pause: () => Promise<void>): Promise<void> {
    this.#items = await sortInTurns(items, this.#compare, pause);
    this.#itemIds = this.#items.map(({ id }) => id);
    this.#ids = null;
  }

  /** The same without pauses, for what seldom happens. */
  fillAtOnce(items: readonly Item[]): void {
    this.#items = items.toSorted(this.#compare);
    this.#itemIds = this.#items.map(({ id }) => id);
    this.#ids = null;
  }

  add(item: Item): void {
    const at = this.#place(item);
    this.#items.splice(at, 0, item);
    this.#itemIds.splice(at, 0, item.id);
    this.#ids = null;
  }

  /** Takes out an item, by the fields with which it was added. */
  remove(item: Item): void {
    const at = this.#place(item);
    if (this.#items[at]?.id !== item.id) return;
    this.#items.splice(at, 1);
    this.#itemIds.splice(at, 1);
    this.#ids = null;
  }

  /** How many items stand before the first for which `reached` holds, which must hold for all behind it too. */
  countBefore(reached: (item: Item) => boolean): number {
    let low = 0;
    let high = this.#items.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      const item = this.#items[middle];
      if (item !== undefined && !reached(item)) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  #place(item: Item): number {
    return this.countBefore((other) => this.#compare(other, item) >= 0);
  }
}
