import type { Change } from "../desk/change.ts";
import { idOf, isItemChange } from "../desk/change.ts";
import { evolve } from "../desk/evolve.ts";
import { type Item, isOpen } from "../desk/item/item.ts";
import type { DeskState } from "../desk/state.ts";
import type { ItemAnswer } from "../protocol/http.ts";

/** How many threads are kept, the latest opened. */
const mostThreads = 8;

/** What is kept of an item that a person has open. */
interface Opened {
  /** Changes that came in while the thread was being fetched. */
  waiting: Change[] | null;
  /** The number up to which the fetched thread had everything; changes up to it are in it already. */
  asOf: number;
  /** The item, where it is not part of the open work. */
  closed: Item | null;
}

/**
 * The threads that a console has open. A thread is fetched beside the feed, so that it may be older or newer than the
 * copy: changes that came between are put in once, by their numbers.
 */
export class Threads {
  readonly #opened = new Map<string, Opened>();

  /** Whether a thread is being fetched or held. */
  has(item: string): boolean {
    return this.#opened.has(item);
  }

  /** Begins to keep what comes in about an item, before its thread is asked for. Drops the thread opened longest ago. */
  expect(state: DeskState, item: string): DeskState {
    const had = this.#opened.get(item);
    this.#opened.delete(item);
    this.#opened.set(item, had ?? { waiting: [], asOf: 0, closed: null });
    let threads = state.threads;
    for (const oldest of this.#opened.keys()) {
      if (this.#opened.size <= mostThreads) break;
      this.#opened.delete(oldest);
      threads = threads.remove(oldest);
    }
    return threads === state.threads ? state : { ...state, threads };
  }

  /** Stops keeping an item whose thread could not be fetched. */
  forget(state: DeskState, item: string): DeskState {
    this.#opened.delete(item);
    return { ...state, threads: state.threads.remove(item) };
  }

  /**
   * Puts a fetched thread in place, with what came in since it was read. One that is no newer than what is held, or that
   * was not kept up with while it came, is passed over.
   */
  open(state: DeskState, seq: number, answer: ItemAnswer): DeskState {
    const { id } = answer.item;
    const had = this.#opened.get(id);
    const isNewer = answer.seq >= seq;
    if (!isNewer && (had === undefined || had.waiting === null)) return state;
    const here = state.items.get(id);
    const closed = here === undefined && !isOpen(answer.item) ? answer.item : null;
    this.#opened.set(id, { waiting: null, asOf: answer.seq, closed: had?.closed ?? closed });
    const thread = { messages: answer.messages, responses: answer.responses };
    // Only the thread is taken from the replay: the item's fields are the feed's to say.
    let replayed: DeskState = { ...state, threads: state.threads.put(id, thread) };
    for (const change of had?.waiting ?? [])
      if (change.seq > answer.seq && change.seq <= seq) replayed = evolve(replayed, change);
    return { ...state, threads: replayed.threads };
  }

  /** The state after a change, with the threads kept right. */
  evolve(state: DeskState, change: Change): DeskState {
    const next = evolve(state, change);
    if (!isItemChange(change)) return next;
    const id = idOf(change.item);
    const opened = this.#opened.get(id);
    if (opened === undefined) return next;
    opened.waiting?.push(change);
    const item = next.items.get(id);
    if (item !== undefined) opened.closed = null;
    else {
      const last = state.items.get(id) ?? opened.closed;
      if (last !== null && last !== undefined) opened.closed = { ...last, ...(change.set as Partial<Item>) };
    }
    const held = state.threads.get(id);
    return change.seq <= opened.asOf && held !== undefined ? { ...next, threads: next.threads.put(id, held) } : next;
  }

  /** All opened items that are not part of the open work. */
  get closedItems(): ReadonlyMap<string, Item> {
    const closed = new Map<string, Item>();
    for (const [id, opened] of this.#opened) if (opened.closed !== null) closed.set(id, opened.closed);
    return closed;
  }

  clear(): void {
    this.#opened.clear();
  }
}
