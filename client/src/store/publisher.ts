import type { Change } from "@flowdesk/shared/desk/change.ts";
import type { Post } from "@flowdesk/shared/desk/post/post.ts";
import type { Altered } from "@flowdesk/shared/replica/altered.ts";
import type { Replica } from "@flowdesk/shared/replica/replica.ts";
import { DeskIndex, type Reading } from "./desk-index.ts";
import { type ReplicaView, replicaStore } from "./replica-store.ts";
import { serverNow } from "./server-clock.ts";

/** How often lists and figures are renewed while changes pour in, in ms; what is done here shows at once all the same. */
const readingInterval = 250;

/** Brings a replica to the screen: entities as they alter, lists and figures a few times a second. */
export class Publisher {
  readonly #index = new DeskIndex();
  #replica: Replica | null = null;
  #timer: ReturnType<typeof setTimeout> | null = null;

  /** Shows a fresh load. */
  load(replica: Replica): void {
    const again = this.#replica !== null;
    this.#replica = replica;
    this.#index.load(replica.shown, again);
    this.#show(replica, {
      posts: postsInOrder(replica),
      generation: replicaStore.getState().generation + 1,
      ...this.#index.read(replica.shown, replica.me, serverNow()),
    });
  }

  /**
   * Shows what altered.
   * @param changes those that came in, for the channels' lines
   * @param atOnce whether a person here waits to see it
   */
  update(altered: Altered, changes: readonly Change[], atOnce: boolean): void {
    const replica = this.#replica;
    if (replica === null) return;
    this.#index.arrivals(replica.shown, changes);
    this.#index.update(replica.shown, altered.items);
    const reading = atOnce ? this.#reading(replica) : {};
    if (!atOnce) this.#readSoon();
    this.#show(replica, { ...(altered.posts.size > 0 ? { posts: postsInOrder(replica) } : {}), ...reading });
  }

  /** Renews what alters by time alone. */
  renew(): void {
    if (this.#replica !== null) replicaStore.setState(this.#reading(this.#replica));
  }

  stop(): void {
    if (this.#timer !== null) clearTimeout(this.#timer);
    this.#timer = null;
    this.#replica = null;
  }

  #show(replica: Replica, more: Partial<ReplicaView>): void {
    replicaStore.setState({
      state: replica.shown,
      me: replica.me,
      closed: replica.closedItems,
      underWay: replica.pendingItems,
      ...more,
    });
  }

  #reading(replica: Replica): Reading {
    return this.#index.read(replica.shown, replica.me, serverNow());
  }

  #readSoon(): void {
    this.#timer ??= setTimeout(() => {
      this.#timer = null;
      this.renew();
    }, readingInterval);
  }
}

function postsInOrder(replica: Replica): readonly Post[] {
  return [...replica.shown.posts.values()].sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : a.id < b.id ? -1 : 1));
}
