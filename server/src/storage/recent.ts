import { idOf, isItemChange } from "@flowdesk/shared/desk/change.ts";
import type { Item } from "@flowdesk/shared/desk/item/item.ts";
import type { Thread } from "@flowdesk/shared/desk/state.ts";
import { Table } from "@flowdesk/shared/desk/table.ts";
import { millis } from "@flowdesk/shared/time/instant.ts";
import type { BatchKeys, BatchWrites, Head, LoadedBatch } from "../desk/store.ts";

/** So many desks, and of each so many items and threads, are known: those that were altered last. */
const most = { desks: 100, items: 500, threads: 100 };
/** Of one batch at most so many: a flood is not what people have in hand. */
const ofBatch = 100;
/** A longer thread is read when it is needed. */
const longThread = 50;
/** Where somebody else writes too, what is known is out of date as soon as it is: it is left alone for so many batches. */
const leftAlone = 20;

/** What is known of a desk as it stands at one head. */
interface Known {
  readonly head: Head;
  readonly state: Pick<LoadedBatch["state"], "desk" | "members" | "channels">;
  /** The last touched stands last. */
  readonly items: Map<string, Item>;
  readonly threads: Map<string, Thread>;
}

/**
 * What desks were left with by the batches that this process wrote last. What people command is mostly about what has
 * just come or what they have in hand: it can be decided at once, and written if the desk still stands where it is known
 * to. Nothing may be told from here that has not been held against the desk.
 */
export class Recent {
  readonly #desks = new Map<string, Known>();
  readonly #alone = new Map<string, number>();

  /** A batch was written: from `before` on, with what it was given and what has become of that. */
  wrote(desk: string, before: Head, { changes, state }: BatchWrites): void {
    const last = changes.at(-1)?.change;
    if (last === undefined) return;
    const old = this.#desks.get(desk);
    this.#desks.delete(desk);
    const isNext =
      old !== undefined &&
      old.head.log === before.log &&
      old.head.seq === before.seq &&
      millis(old.head.at) === millis(before.at);
    const items = isNext ? old.items : new Map<string, Item>();
    const threads = isNext ? old.threads : new Map<string, Thread>();
    const altered = new Set<string>();
    for (const { change } of changes) if (isItemChange(change)) altered.add(idOf(change.item));
    let left = altered.size;
    for (const id of altered) {
      items.delete(id);
      threads.delete(id);
      const item = state.items.get(id);
      if (item === undefined || left-- > ofBatch) continue;
      items.set(id, item);
      const thread = state.threads.get(id);
      if (thread !== undefined && thread.messages.length <= longThread) threads.set(id, thread);
    }
    keepNewest(items, most.items);
    keepNewest(threads, most.threads);
    const head = { log: before.log, seq: last.seq, at: last.at };
    const { desk: own, members, channels } = state;
    this.#desks.set(desk, { head, state: { desk: own, members, channels }, items, threads });
    keepNewest(this.#desks, most.desks);
  }

  /** What was known of a desk has not held. */
  forget(desk: string): void {
    this.#desks.delete(desk);
    this.#alone.delete(desk);
    this.#alone.set(desk, leftAlone);
    keepNewest(this.#alone, most.desks);
  }

  /** Nothing that was known may hold any more. */
  forgetAll(): void {
    this.#desks.clear();
  }

  /** What a batch needs, if all of it is known; nothing is known of what arrives, of queues, or of who has how much. */
  loaded(desk: string, keys: BatchKeys): LoadedBatch | null {
    const known = this.#desks.get(desk);
    if (known === undefined || !isNamed(keys)) return null;
    const alone = this.#alone.get(desk) ?? 0;
    if (alone > 0) {
      this.#alone.set(desk, alone - 1);
      return null;
    }
    const items: Array<readonly [string, Item]> = [];
    for (const id of new Set([...keys.items, ...keys.threads])) {
      const item = known.items.get(id);
      if (item === undefined) return null;
      items.push([id, item]);
    }
    const threads: Array<readonly [string, Thread]> = [];
    for (const id of keys.threads) {
      const thread = known.threads.get(id);
      if (thread === undefined) return null;
      threads.push([id, thread]);
    }
    const { desk: own, members, channels } = known.state;
    return {
      head: known.head,
      accepted: [],
      state: {
        desk: own,
        members,
        channels,
        items: Table.of(items),
        posts: Table.empty(),
        briefings: Table.empty(),
        threads: Table.of(threads),
        lookups: { known: Table.empty(), conversations: Table.empty() },
      },
    };
  }
}

/** Whether a batch names everything that it needs: items, their threads, and its commands. */
function isNamed({ posts, briefings, arrivals, queue, queueWithin, loads, holdings }: BatchKeys): boolean {
  const others = [posts, briefings, arrivals, queueWithin, holdings];
  return others.every(({ length }) => length === 0) && queue === 0 && !loads;
}

function keepNewest(map: Map<string, unknown>, limit: number): void {
  for (const id of map.keys()) {
    if (map.size <= limit) return;
    map.delete(id);
  }
}
