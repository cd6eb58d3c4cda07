import type { Change } from "@flowdesk/shared/desk/change.ts";
import { idOf, isItemChange } from "@flowdesk/shared/desk/change.ts";
import { type Item, isQueued } from "@flowdesk/shared/desk/item/item.ts";
import { compareQueued } from "@flowdesk/shared/desk/item/queue.ts";
import type { DeskState } from "@flowdesk/shared/desk/state.ts";
import { millis } from "@flowdesk/shared/time/instant.ts";
import { ChannelBook, type ChannelLine } from "./channel-lines.ts";
import { CounterBook, type Counters } from "./counters.ts";
import { compareDeadlines } from "./deadline.ts";
import { Holding, isDue, type Load } from "./loads.ts";
import { SortedItems } from "./sorted-items.ts";

/** The orders in which the screens show a desk's items, and the counters, which must agree with them. */
export interface Lists {
  readonly queue: readonly string[];
  readonly mine: readonly string[];
  readonly mineLater: readonly string[];
  /** On a desk of one: the queue and what is theirs as one list by deadline; else empty. */
  readonly everything: readonly string[];
  readonly counters: Counters;
}

/** What the screens show of a desk's channels and people. */
export interface Figures {
  readonly lines: readonly ChannelLine[];
  readonly loads: ReadonlyMap<string, Load>;
}

/** What the screens show of a desk besides its entities. */
export type Reading = Lists & Figures;

/**
 * What is derived from a desk's items, kept as they alter: each alteration costs the same however many items there are.
 */
export class DeskIndex {
  readonly #known = new Map<string, Item>();
  readonly #queue = new SortedItems(compareQueued);
  readonly #holdings = new Map<string, Holding>();
  readonly #counters = new CounterBook();
  readonly #channels: ChannelBook;
  #loads: ReadonlyMap<string, Load> = new Map();
  /** The one person of the desk, null if there are several, with their list; told from the members as they were. */
  #sole: string | null = null;
  #members: DeskState["members"] | null = null;
  readonly #everything = new SortedItems(compareDeadlines);

  private constructor(channels: ChannelBook) {
    this.#channels = channels;
  }

  /**
   * Builds the index of a desk.
   * @param before the index of an earlier load of it, which knows what came in by each channel
   * @param pause called every few items, so that the browser is let in
   */
  static async build(state: DeskState, before: DeskIndex | null, pause: () => Promise<void>): Promise<DeskIndex> {
    const index = new DeskIndex(new ChannelBook(before === null ? undefined : before.#channels));
    const items = [...state.items.values()];
    const held = new Map<string, Item[]>();
    for (const [at, item] of items.entries()) {
      index.#known.set(item.id, item);
      index.#channels.add(item);
      if (before === null) index.#channels.seed(item);
      if (item.assignee !== null) {
        const of = held.get(item.assignee);
        if (of === undefined) held.set(item.assignee, [item]);
        else of.push(item);
      }
      if (at % 256 === 0) await pause();
    }
    await index.#counters.fill(items, pause);
    await index.#queue.fill(items.filter(isQueued), pause);
    for (const [member, of] of held) {
      const holding = new Holding();
      await holding.fill(of, pause);
      index.#holdings.set(member, holding);
    }
    index.#sole = soleOf(state);
    index.#members = state.members;
    if (index.#sole !== null) await index.#everything.fill(items.filter(index.#isInEverything), pause);
    return index;
  }

  /** Takes in items that may have altered. */
  update(state: DeskState, ids: Iterable<string>): void {
    for (const id of ids) {
      const old = this.#known.get(id);
      const item = state.items.get(id);
      if (old === item) continue;
      if (old !== undefined) {
        // Taken out and put in again, a map of many grows until it is made anew whole.
        if (item === undefined) this.#known.delete(id);
        if (isQueued(old)) this.#queue.remove(old);
        if (this.#isInEverything(old)) this.#everything.remove(old);
        this.#holding(old)?.remove(old);
        this.#counters.remove(old);
        this.#channels.remove(old);
      }
      if (item !== undefined) {
        this.#known.set(id, item);
        if (isQueued(item)) this.#queue.add(item);
        if (this.#isInEverything(item)) this.#everything.add(item);
        this.#holding(item)?.add(item);
        this.#counters.add(item);
        this.#channels.add(item);
      }
    }
  }

  /** Notes what came in with a batch of changes, for the channels' lines. */
  arrivals(state: DeskState, changes: readonly Change[]): void {
    for (const change of changes) {
      if (!isItemChange(change)) continue;
      if (change.type !== "item.received" && change.type !== "item.continued" && change.type !== "item.reopened")
        continue;
      if (change.type === "item.reopened" && change.message === undefined) continue;
      const item = typeof change.item === "string" ? state.items.get(idOf(change.item)) : change.item;
      if (item !== undefined) this.#channels.arrived(item.channel, millis(change.at), item.kind);
    }
  }

  /** @param now in ms, by the desk's clock */
  lists(state: DeskState, me: string, now: number): Lists {
    const mine = this.#holdings.get(me);
    this.#followMembers(state);
    return {
      queue: this.#queue.ids,
      mine: mine?.due.ids ?? nothing,
      mineLater: mine?.later.ids ?? nothing,
      everything: this.#everything.ids,
      counters: this.#counters.read(now),
    };
  }

  /** @param now in ms, by the desk's clock */
  figures(state: DeskState, now: number): Figures {
    return {
      lines: this.#channels.read(state, now),
      loads: this.#readLoads(),
    };
  }

  /** @param now in ms, by the desk's clock */
  read(state: DeskState, me: string, now: number): Reading {
    return { ...this.lists(state, me, now), ...this.figures(state, now) };
  }

  readonly #isInEverything = (item: Item): boolean =>
    this.#sole !== null && (isQueued(item) || (item.assignee === this.#sole && isDue(item)));

  /** A desk becomes one of a single person, or is no longer, when its members alter; seldom, and then at once. */
  #followMembers(state: DeskState): void {
    if (this.#members === state.members) return;
    this.#members = state.members;
    const sole = soleOf(state);
    if (sole === this.#sole) return;
    this.#sole = sole;
    this.#everything.fillAtOnce([...this.#known.values()].filter(this.#isInEverything));
  }

  /** The same map until somebody's load alters. */
  #readLoads(): ReadonlyMap<string, Load> {
    const before = this.#loads;
    let isSame = before.size === this.#holdings.size;
    for (const [member, holding] of this.#holdings) isSame &&= before.get(member) === holding.load;
    if (!isSame) this.#loads = new Map([...this.#holdings].map(([member, holding]) => [member, holding.load]));
    return this.#loads;
  }

  #holding(item: Item): Holding | null {
    if (item.assignee === null) return null;
    let holding = this.#holdings.get(item.assignee);
    if (holding === undefined) {
      holding = new Holding();
      this.#holdings.set(item.assignee, holding);
    }
    return holding;
  }
}

const nothing: readonly string[] = [];

/** The only person of a desk; null if there are several. */
function soleOf({ members }: DeskState): string | null {
  const people = [...members.values()].filter(({ removedAt, program }) => removedAt === null && !program);
  return people.length === 1 ? (people[0]?.id ?? null) : null;
}
