import {
  type BatchKeys,
  type BatchWrites,
  type DeskCopy,
  type Due,
  type Head,
  type LoadedBatch,
  type LoggedChange,
  OutcomeUnknown,
  type SnapshotLines,
  StorageFull,
  type Store,
  StoreUnavailable,
} from "@flowdesk/server/desk/store.ts";
import type { Reader } from "@flowdesk/server/storage/queries/readings.ts";
import { TableStore, type Watcher } from "@flowdesk/server/storage/table-store.ts";
import type { Desk } from "@flowdesk/shared/desk/desk.ts";
import type { Item } from "@flowdesk/shared/desk/item/item.ts";
import type { Thread } from "@flowdesk/shared/desk/state.ts";
import type { View } from "@flowdesk/shared/desk/view.ts";
import { type Instant, instant } from "@flowdesk/shared/time/instant.ts";
import { setClock } from "./database-clock.ts";
import type { Random } from "./random.ts";
import { type Place, type VirtualTime, where, worldBegins } from "./virtual-time.ts";

/**
 * What befalls a batch that would write: `rolled-back` and said so; `lost`: written, and the answer does not come;
 * `lost-unwritten`: neither written nor answered; `decided-twice`: what was decided first could not be written.
 */
export const troubles = ["rolled-back", "lost", "lost-unwritten", "decided-twice"] as const;
export type Trouble = (typeof troubles)[number];

/** The database of a world, with its network to the nodes, its clock and all that can befall it. */
export class WorldStorage {
  readonly time: VirtualTime;
  readonly random: Random;
  readonly desk: string;
  /** Whether batches are told the time by the database's clock; else each node goes by its own. */
  readonly hasClock: boolean;
  /** By how many ms its clock is ahead. */
  ahead = 0;
  /** How long a message to it or back takes, at most, in ms. */
  slowness = 3;
  awayUntil = -1;
  fullUntil = -1;
  /** Nobody is told of a commit until then. */
  silentUntil = -1;
  /** What befalls the next batches. */
  readonly troubles: Trouble[] = [];
  /** The number of the last change that was committed. */
  head = 0;
  /** Whether work in the database may wait in the world's time. */
  takesTime = false;
  /** How many batches came to it, and how much was moved into its archive. */
  batches = 0;
  archived = 0;
  readonly #watchers = new Map<Place, Watcher>();
  #restores = 1;

  constructor(desk: string, time: VirtualTime, random: Random, hasClock: boolean) {
    this.desk = desk;
    this.time = time;
    this.random = random;
    this.hasClock = hasClock;
  }

  /** Its clock, in ms UTC. */
  readonly clock = (): number => Math.floor(worldBegins + this.time.now + this.ahead);

  /** The clock of a node, in ms UTC. */
  clockOf({ ahead }: Place): number {
    return Math.floor(worldBegins + this.time.now + ahead);
  }

  /** The log gets another id, as by a restore. */
  renewLog(): void {
    this.#restores++;
  }

  /** The log's id as everybody sees it: the same in every engine. */
  shown(head: Head): Head {
    return { ...head, log: `log-${this.#restores}` };
  }

  watch(place: Place, watcher: Watcher): () => void {
    this.#watchers.set(place, watcher);
    return () => this.#watchers.delete(place);
  }

  /** A node has committed: the bell rings for the others, if anybody hears it. */
  committed(by: Place, seq: number): void {
    this.head = Math.max(this.head, seq);
    if (this.time.now < this.silentUntil) return;
    this.#others(by, (watcher) => watcher.reached(this.desk, seq));
  }

  tell(by: Place, topic: string, said: unknown): void {
    if (this.time.now < this.silentUntil) return;
    const text = JSON.stringify(said);
    this.#others(by, (watcher) => watcher.told(by.name, topic, JSON.parse(text)));
  }

  /** All is well from now on. */
  heal(): void {
    this.awayUntil = this.fullUntil = this.silentUntil = -1;
    this.troubles.length = 0;
    this.slowness = 3;
  }

  #others(by: Place, tell: (watcher: Watcher) => void): void {
    for (const [place, watcher] of this.#watchers) {
      if (place !== by) this.time.after(this.random.between(1, 30), () => tell(watcher), place);
    }
  }
}

/** The database as one node has it: over a network, and with everything that befalls it. */
export class NodeStore implements Store, Reader {
  readonly #inner: Store;
  readonly #storage: WorldStorage;
  readonly #place: Place;

  constructor(inner: Store, storage: WorldStorage, place: Place) {
    this.#inner = inner;
    this.#storage = storage;
    this.#place = place;
  }

  async desks(): Promise<readonly { id: string; name: string }[]> {
    const all = await this.#ask(() => this.#inner.desks());
    return all.filter(({ id }) => id === this.#storage.desk);
  }

  createDesk(desk: Desk, now: Instant): Promise<boolean> {
    return this.#ask(() => this.#inner.createDesk(desk, now));
  }

  async head(desk: string): Promise<Head | null> {
    const head = await this.#ask(() => this.#inner.head(desk));
    return head === null ? null : this.#storage.shown(head);
  }

  async heads(): Promise<ReadonlyMap<string, Head>> {
    const { desk } = this.#storage;
    const head = await this.head(desk);
    return new Map(head === null ? [] : [[desk, head]]);
  }

  transact(desk: string, keys: BatchKeys, decide: (loaded: LoadedBatch) => BatchWrites | null): Promise<void> {
    return this.#ask(() => this.#transact(desk, keys, decide));
  }

  changes(desk: string, since: number, limit: number): Promise<readonly LoggedChange[]> {
    return this.#ask(() => this.#inner.changes(desk, since, limit));
  }

  async copy(desk: string): Promise<DeskCopy | null> {
    const copy = await this.#ask(() => this.#inner.copy(desk));
    return copy === null ? null : { ...copy, head: this.#storage.shown(copy.head) };
  }

  async snapshotLines(desk: string, view: View): Promise<SnapshotLines | null> {
    const lines = await this.#ask(() => this.#inner.snapshotLines(desk, view));
    return lines === null ? null : { ...lines, head: this.#storage.shown(lines.head) };
  }

  item(desk: string, item: string): Promise<{ seq: number; item: Item; thread: Thread } | null> {
    return this.#ask(() => this.#inner.item(desk, item));
  }

  itemsOfAuthor(desk: string, channel: string, author: string, limit: number): Promise<readonly Item[]> {
    return this.#ask(() => this.#inner.itemsOfAuthor(desk, channel, author, limit));
  }

  due(desk: string, now: Instant, limit: number): Promise<readonly Due[]> {
    return this.#ask(() => this.#inner.due(desk, now, limit));
  }

  nextDue(desk: string): Promise<Instant | null> {
    return this.#ask(() => this.#inner.nextDue(desk));
  }

  ready(): Promise<void> {
    return this.#ask(() => this.#inner.ready());
  }

  read(): Promise<never> {
    return Promise.reject(new Error("A world has no reports"));
  }

  close(): Promise<void> {
    return Promise.resolve();
  }

  async #transact(desk: string, keys: BatchKeys, decide: (loaded: LoadedBatch) => BatchWrites | null): Promise<void> {
    const storage = this.#storage;
    let failure: Error | null = null;
    let reached = 0;
    let trouble: Trouble | null | undefined = null;
    let ids: number | null = null;
    await this.#archive(desk);
    await setClock(this.#inner, storage.hasClock ? storage.clock() : storage.clockOf(this.#place));
    await this.#inner.transact(desk, keys, ({ head, state, accepted }) => {
      // An engine may have it decided again: what befalls it is the same, and so are the ids that it gives, as long as no
      // other batch has been given those that come behind.
      failure = null;
      reached = 0;
      ids ??= this.#place.ids;
      if (!storage.takesTime) this.#place.ids = ids;
      const now = storage.hasClock ? { now: instant(storage.clock()) } : {};
      const loaded: LoadedBatch = { head: storage.shown(head), state, accepted, ...now };
      let writes = where.run(this.#place, () => decide(loaded));
      if (writes === null) {
        // It had befallen what was decided on a desk that does not stand so: it is for the next that would write.
        if (trouble !== null && trouble !== undefined) storage.troubles.unshift(trouble);
        trouble = null;
        return null;
      }
      if (storage.time.now < storage.fullUntil) {
        failure = new StorageFull("The disk is full");
        return null;
      }
      if (trouble === null) trouble = storage.troubles.shift();
      if (trouble === "rolled-back") failure = new StoreUnavailable("The transaction was rolled back");
      if (trouble === "lost" || trouble === "lost-unwritten") failure = new OutcomeUnknown("No answer came");
      if (trouble === "rolled-back" || trouble === "lost-unwritten") return null;
      if (trouble === "decided-twice") writes = where.run(this.#place, () => decide(loaded));
      reached = writes?.changes.at(-1)?.change.seq ?? 0;
      return writes;
    });
    if (reached > 0) storage.committed(this.#place, reached);
    if (failure !== null) throw failure;
  }

  /**
   * Moves what was said in closed items away now and then, long before its time: nobody may tell. The store in memory has no archive,
   * so that worlds in the others, which end as in memory, show it.
   */
  async #archive(desk: string): Promise<void> {
    const inner = this.#inner;
    if (!(inner instanceof TableStore) || this.#storage.batches++ % 12 > 0) return;
    const ordered = { desk, before: Number.MAX_SAFE_INTEGER, limit: 3 };
    this.#storage.archived += await inner.write("archiveThreads", ordered);
  }

  /** Asks the database: the question takes its time to get there, and the answer to come back. */
  #ask<T>(work: () => Promise<T>): Promise<T> {
    const { time, random, slowness } = this.#storage;
    return new Promise((resolve, reject) => {
      time.after(random.between(0, slowness), () => {
        if (this.#place.isGone) return;
        const back = (settle: () => void) => time.after(random.between(0, slowness), settle, this.#place);
        if (time.now < this.#storage.awayUntil) {
          back(() => reject(new StoreUnavailable("The database does not answer")));
          return;
        }
        const run = () =>
          time.outside(work).then(
            (value) => back(() => resolve(value)),
            (error: unknown) => back(() => reject(error)),
          );
        if (this.#storage.takesTime) time.afterAll(0, run);
        else void run();
      });
    });
  }
}
