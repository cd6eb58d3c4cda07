import type { Change } from "@flowdesk/shared/desk/change.ts";
import type { QueueWithin } from "@flowdesk/shared/desk/command.ts";
import type { Desk } from "@flowdesk/shared/desk/desk.ts";
import type { Item } from "@flowdesk/shared/desk/item/item.ts";
import type { Post } from "@flowdesk/shared/desk/post/post.ts";
import type { DeskState, Thread } from "@flowdesk/shared/desk/state.ts";
import type { Scope, View } from "@flowdesk/shared/desk/view.ts";
import type { Instant } from "@flowdesk/shared/time/instant.ts";
import type { PackedLines } from "./packed-lines.ts";

/** Where a desk's log stands: `log` is its random id (rule L5), `seq` the number of its last change, `at` its time. */
export interface Head {
  readonly log: string;
  readonly seq: number;
  readonly at: Instant;
}

/** What was read of a log, or committed to it, before: its id, and the numbers and times (ms UTC) of its last changes in order. */
export interface KnownHistory {
  readonly log: string;
  readonly lines: ReadonlyArray<{ readonly seq: number; readonly at: number }>;
}

/** A line of the log with the channel and kind of the item it is about, by which views are filtered. */
export interface LoggedChange {
  readonly change: Change;
  readonly scope: Scope | null;
}

/** What a batch needs loaded; the union of what its commands touch. */
export interface BatchKeys {
  /** Ids of items, and of items whose whole thread is needed. */
  readonly items: readonly string[];
  readonly threads: readonly string[];
  readonly posts: readonly string[];
  readonly briefings: readonly string[];
  /** Arriving messages in the order in which they will be decided. */
  readonly arrivals: ReadonlyArray<{
    readonly channel: string;
    readonly kind: string;
    readonly thread: string | null;
    /** The message's own id first, then those of what it answers and of its thread. */
    readonly externalIds: readonly string[];
    /** The message's own time: one that is older than its item's newest needs the whole thread. */
    readonly at: Instant;
    /** A deletion needs the whole thread. */
    readonly deleted: boolean;
  }>;
  /** Items from the top of the queue (`compareQueued`). */
  readonly queue: number;
  /** Of the queue what stands within these standing orders: `coverDepth` items from the top of each. */
  readonly queueWithin: readonly QueueWithin[];
  /** Every item that waits with a member. */
  readonly loads: boolean;
  /** Members whose open items are needed. */
  readonly holdings: readonly string[];
  /** Commands whose first acceptance is to be looked up (rule D4). */
  readonly commands: ReadonlyArray<{ readonly actor: string; readonly id: string }>;
}

/** The first acceptance of a command: the `seq` of its last change, and the fingerprint of what it said. */
export interface Acceptance {
  readonly actor: string;
  readonly id: string;
  readonly seq: number;
  readonly hash: string;
}

/** What a batch was given, under the desk's lock. */
export interface LoadedBatch {
  readonly head: Head;
  /** The time by the store's own clock under the lock (rule L2); absent where that is this machine's. */
  readonly now?: Instant;
  /** The desk with all members and channels, and of items, posts, threads and lookups what the keys ask for. */
  readonly state: DeskState;
  readonly accepted: readonly Acceptance[];
}

/** What a batch has come to. State and log are written in one transaction (rule L1). */
export interface BatchWrites {
  readonly changes: ReadonlyArray<
    LoggedChange & {
      /** Who commanded it and under which id, with the fingerprint of what they said; null for arrivals, which `(channel, externalId)` deduplicates. */
      readonly acceptance: { readonly actor: string; readonly id: string; readonly hash: string } | null;
    }
  >;
  /** The state after the changes: the entities named in them are written from it. */
  readonly state: DeskState;
}

/** Something whose timer has come. */
export type Due = { readonly item: Item } | { readonly post: Post };

/** What a view shows of a desk's open work, ready to be sent. */
export interface SnapshotLines {
  readonly head: Head;
  readonly desk: Desk;
  /** NDJSON, one entity a line under its kind: `{"member":…}`, `{"channel":…}`, `{"item":…}`, `{"post":…}`, `{"briefing":…}`. */
  readonly lines: PackedLines;
  /** How many lines there are. */
  readonly entities: number;
}

/** A desk's open work as of one `seq`, read in one transaction; threads and lookups are not in it. */
export interface DeskCopy {
  readonly head: Head;
  readonly state: DeskState;
}

/**
 * Where desks are kept. Everything is asynchronous; implementations run their queries off the event loop. What cannot be
 * done because the disk is full rejects with `StorageFull`, because the database is away with `StoreUnavailable`;
 * anything else that fails rejects, and nothing of it is kept.
 */
export interface Store {
  desks(): Promise<readonly { id: string; name: string }[]>;
  /** Makes a desk with a new log. False if there is one of that id. */
  createDesk(desk: Desk, now: Instant): Promise<boolean>;
  /** Null if there is no such desk. */
  head(desk: string): Promise<Head | null>;
  /** The heads of all desks in one query. */
  heads(): Promise<ReadonlyMap<string, Head>>;
  /**
   * Runs a batch under the desk's lock: loads, lets `decide` decide (synchronously: nothing else is awaited under the
   * lock), writes, commits durably. If `decide` throws, or gives null, nothing is written. Rejects with `DeskGone` if
   * there is no such desk. While a batch is being written the next one may be decided on its results already; `decide`
   * is called again then if those do not come to be. It is written after the other, or not at all.
   */
  transact(desk: string, keys: BatchKeys, decide: (loaded: LoadedBatch) => BatchWrites | null): Promise<void>;
  /** Changes after `since` in order, at most `limit`. */
  changes(desk: string, since: number, limit: number): Promise<readonly LoggedChange[]>;
  /** The open work of a desk. Null if there is no such desk. */
  copy(desk: string): Promise<DeskCopy | null>;
  /**
   * What a view shows of the open work, read in one transaction and never parsed on the way: every member (those removed
   * too: their names stay), channels, open items of the view, posts that are unfinished or were planned for no longer
   * ago than two days before the desk's last change, the newest briefings. Null if there is no such desk.
   */
  snapshotLines(desk: string, view: View): Promise<SnapshotLines | null>;
  /** One item, open or closed, with its thread as of one `seq`. */
  item(desk: string, item: string): Promise<{ seq: number; item: Item; thread: Thread } | null>;
  /** An author's other items on a channel, newest first. */
  itemsOfAuthor(desk: string, channel: string, author: string, limit: number): Promise<readonly Item[]>;
  /** What is due at `now`, the longest due first, at most `limit`. */
  due(desk: string, now: Instant, limit: number): Promise<readonly Due[]>;
  /** When the next timer of the desk comes; null if none runs. */
  nextDue(desk: string): Promise<Instant | null>;
  /** Whether the store can write now, by writing; for `/readyz`. */
  ready(): Promise<void>;
  close(): Promise<void>;
}

/** The disk, or the space allowed for the database, is full. Nothing was written. */
export class StorageFull extends Error {
  override readonly name = "StorageFull";
}

/** The desk was not found, or has been deleted. */
export class DeskGone extends Error {
  override readonly name = "DeskGone";
}

/** The writer died or the commit's answer was lost: what was pending may or may not have been written. */
export class OutcomeUnknown extends Error {
  override readonly name = "OutcomeUnknown";
}

/** The database does not answer, or not in time. Nothing was written; it is worth trying again. */
export class StoreUnavailable extends Error {
  override readonly name: string = "StoreUnavailable";
}

/**
 * The database's file is not where it was opened. Nothing was written, and nothing will be until somebody acts on what it
 * says; it names files and no folders, so that anybody may be told.
 */
export class StoreGone extends StoreUnavailable {
  override readonly name = "StoreGone";
}
