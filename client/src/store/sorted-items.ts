import type { Item } from "@flowdesk/shared/desk/item/item.ts";
import { sortInTurns } from "./sort-in-turns.ts";

/** How long a run may become before it is cut in two; one that is filled at once is half as long. */
const longestRun = 512;

/** A stretch of the order. */
interface Run {
  readonly items: Item[];
  /** The ids of its items; null once they have altered. */
  ids: readonly string[] | null;
}

const none: readonly string[] = [];

function idsOf(run: Run): readonly string[] {
  run.ids ??= run.items.map(({ id }) => id);
  return run.ids;
}

/**
 * Items in a total order, kept by insertion: an item that altered is found by its old fields and put where its new ones
 * belong, in logarithmic time, so that no list is ever sorted again whole. The order lies in short runs: to insert into
 * one array of 20,000 moves half of it, two hundred times a second.
 */
export class SortedItems {
  readonly #compare: (a: Item, b: Item) => number;
  #runs: Run[] = [];
  #ids: readonly string[] | null = null;

  /** @param compare a total order: 0 only for an item and itself */
  constructor(compare: (a: Item, b: Item) => number) {
    this.#compare = compare;
  }

  get first(): Item | undefined {
    return this.#runs[0]?.items[0];
  }

  /** The ids in order; the same array until something alters. */
  get ids(): readonly string[] {
    // Whole runs at once are copied as memory is; `flatMap` takes twenty times as long.
    this.#ids ??= none.concat(...this.#runs.map(idsOf));
    return this.#ids;
  }

  /** Takes many items in the place of all it had, with pauses in between. */
  async fill(items: readonly Item[], pause: () => Promise<void>): Promise<void> {
    this.#take(await sortInTurns(items, this.#compare, pause));
  }

  /** The same without pauses, for what seldom happens. */
  fillAtOnce(items: readonly Item[]): void {
    this.#take(items.toSorted(this.#compare));
  }

  add(item: Item): void {
    const { place, at } = this.#place(item);
    const run = this.#runs[place];
    if (run === undefined) {
      this.#take([item]);
      return;
    }
    run.items.splice(at, 0, item);
    this.#alter(run);
    if (run.items.length > longestRun) {
      this.#runs.splice(place + 1, 0, { items: run.items.splice(longestRun / 2), ids: null });
    }
  }

  /** Takes out an item, by the fields with which it was added. */
  remove(item: Item): void {
    const { place, at } = this.#place(item);
    const run = this.#runs[place];
    if (run?.items[at]?.id !== item.id) return;
    run.items.splice(at, 1);
    this.#alter(run);
    if (run.items.length === 0) this.#runs.splice(place, 1);
  }

  /** How many items stand before the first for which `reached` holds, which must hold for all behind it too. */
  countBefore(reached: (item: Item) => boolean): number {
    const { place, at } = this.#find(reached);
    let before = at;
    for (let run = 0; run < place; run++) before += this.#runs[run]?.items.length ?? 0;
    return before;
  }

  #take(sorted: readonly Item[]): void {
    const length = longestRun / 2;
    this.#runs = [];
    for (let from = 0; from < sorted.length; from += length)
      this.#runs.push({ items: sorted.slice(from, from + length), ids: null });
    this.#ids = null;
  }

  #alter(run: Run): void {
    run.ids = null;
    this.#ids = null;
  }

  #place(item: Item): { readonly place: number; readonly at: number } {
    return this.#find((other) => this.#compare(other, item) >= 0);
  }

  /** The first item that is reached, by its run and its place in it; behind the last one if none is. */
  #find(reached: (item: Item) => boolean): { readonly place: number; readonly at: number } {
    const last = Math.max(0, this.#runs.length - 1);
    const place = Math.min(
      last,
      countWhile(this.#runs, ({ items }) => !isReached(items.at(-1), reached)),
    );
    return { place, at: countWhile(this.#runs[place]?.items ?? [], (item) => !reached(item)) };
  }
}

function isReached(item: Item | undefined, reached: (item: Item) => boolean): boolean {
  return item !== undefined && reached(item);
}

/** How many there are at the beginning for which something holds, which must hold for none behind them. */
function countWhile<T>(things: readonly T[], holds: (thing: T) => boolean): number {
  let low = 0;
  let high = things.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    const thing = things[middle];
    if (thing !== undefined && holds(thing)) low = middle + 1;
    else high = middle;
  }
  return low;
}
