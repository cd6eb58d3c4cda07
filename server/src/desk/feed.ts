import type { Member } from "@flowdesk/shared/desk/member/member.ts";
import { DeskFeed } from "./desk-feed.ts";
import { type FeedDeps, type FeedLimits, feedLimits } from "./feed-deps.ts";
import { Slots } from "./slots.ts";
import type { Head, LoggedChange } from "./store.ts";

/** Catch-ups at a time (rule F4). */
const catchUps = 20;

/** The feeds of all desks that anyone has asked for. It knows no socket, and the authority knows only its bell. */
export class Feeds {
  readonly #deps: FeedDeps;
  readonly #feeds = new Map<string, Promise<DeskFeed | null>>();
  readonly #open = new Map<string, DeskFeed>();
  readonly #listeners = new Set<(desk: string, member: Member) => void>();
  readonly #sweeping: NodeJS.Timeout;
  #comparing: Promise<void> | null = null;
  #compareAgain = false;

  constructor(deps: Omit<FeedDeps, "slots" | "limits"> & { readonly limits?: Partial<FeedLimits> }) {
    this.#deps = { ...deps, slots: new Slots(catchUps), limits: { ...feedLimits, ...deps.limits } };
    this.#sweeping = setInterval(() => this.#sweep(), this.#deps.limits.sweep).unref();
  }

  /** A desk's feed, with its roster; null if there is no such desk. Rejects if the store cannot be read. */
  open(desk: string): Promise<DeskFeed | null> {
    const known = this.#feeds.get(desk);
    if (known !== undefined) return known;
    const opening = this.#openNew(desk);
    this.#feeds.set(desk, opening);
    return opening;
  }

  /** Feeds that are open. */
  all(): Iterable<DeskFeed> {
    return this.#open.values();
  }

  /** What was committed in a desk, in order: the fast way for this process's own writes. */
  published(desk: string, changes: readonly LoggedChange[]): void {
    this.#open.get(desk)?.published(changes);
  }

  /** Something may have been written in a desk. */
  ring(desk: string): void {
    this.#open.get(desk)?.ring();
  }

  /** Another process has brought a desk to this number. */
  reached(desk: string, seq: number): void {
    const feed = this.#open.get(desk);
    if (feed !== undefined && seq > feed.head) feed.ring();
  }

  /** Desks stand here now, as has just been read. */
  compare(heads: ReadonlyMap<string, Head>): void {
    for (const [desk, head] of heads) this.#open.get(desk)?.compare(head);
  }

  /** The store may not be the one any more that was read: what was taken of every desk is held against it. */
  doubt(): void {
    for (const feed of this.#open.values()) feed.doubt();
  }

  /** Something was written, by another process too, nobody knows where: the heads tell. */
  ringAll(): void {
    this.#compareAgain = true;
    this.#comparing ??= this.#compare().finally(() => {
      this.#comparing = null;
      if (this.#compareAgain) this.ringAll();
    });
  }

  /** Calls `listener` whenever a member's sign-in has ended. Gives what ends that. */
  onSessionEnded(listener: (desk: string, member: Member) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** Sends what is gathered, and looks no more after the slow. */
  stop(): void {
    clearInterval(this.#sweeping);
    for (const feed of this.#open.values()) feed.flush();
  }

  async #openNew(desk: string): Promise<DeskFeed | null> {
    try {
      const feed = await DeskFeed.open(desk, this.#deps, {
        sessionEnded: (of, member) => {
          for (const listener of this.#listeners) listener(of, member);
        },
        over: (over) => this.#forget(over),
      });
      if (feed === null) this.#feeds.delete(desk);
      else this.#open.set(desk, feed);
      return feed;
    } catch (error) {
      this.#feeds.delete(desk);
      throw error;
    }
  }

  #forget(feed: DeskFeed): void {
    if (this.#open.get(feed.desk) !== feed) return;
    this.#open.delete(feed.desk);
    this.#feeds.delete(feed.desk);
  }

  async #compare(): Promise<void> {
    while (this.#compareAgain) {
      this.#compareAgain = false;
      // Those that open meanwhile read the log by themselves.
      const feeds = Array.from(this.#open.values(), (feed) => [feed, feed.head] as const);
      if (feeds.length === 0) return;
      try {
        const heads = await this.#deps.store.heads();
        for (const [feed, before] of feeds) feed.compare(heads.get(feed.desk), before);
      } catch (error) {
        this.#deps.warn({ err: error }, "the heads of the desks could not be read; trying again");
        setTimeout(() => this.ringAll(), this.#deps.limits.retry).unref();
        return;
      }
    }
  }

  #sweep(): void {
    for (const feed of this.#open.values()) feed.sweep();
  }
}
