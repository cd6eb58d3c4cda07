import { type Briefing, newestFirst } from "@flowdesk/shared/desk/briefing/briefing.ts";
import type { Change } from "@flowdesk/shared/desk/change.ts";
import type { Post } from "@flowdesk/shared/desk/post/post.ts";
import type { DeskState } from "@flowdesk/shared/desk/state.ts";
import type { Altered } from "@flowdesk/shared/replica/altered.ts";
import type { Replica } from "@flowdesk/shared/replica/replica.ts";
import { DeskIndex } from "./desk-index.ts";
import { type ReplicaView, replicaStore } from "./replica-store.ts";
import { serverNow } from "./server-clock.ts";

/**
 * How often lists and figures are renewed while changes pour in, in ms: by turns, so that no frame of the screen has both
 * to draw. What is done here shows at once all the same.
 */
const readingInterval = 250;

/** Brings a replica to the screen: entities as they alter, lists and figures a few times a second. */
export class Publisher {
  #index: DeskIndex | null = null;
  #replica: Replica | null = null;
  #timer: ReturnType<typeof setTimeout> | null = null;
  /** Whether something has come in since the lists were read. */
  #isStale = false;

  /** Prepares to show a load, with pauses so that the screen stays alive; what is shown meanwhile goes on. */
  prepare(state: DeskState, pause: () => Promise<void>): Promise<DeskIndex> {
    return DeskIndex.build(state, this.#index, pause);
  }

  /**
   * Shows a fresh load.
   * @param index as prepared from what was loaded
   * @param altered what stands on top of it since
   */
  load(replica: Replica, index: DeskIndex, altered: Altered): void {
    this.#replica = replica;
    this.#index = index;
    index.update(replica.shown, altered.items);
    this.#show(replica, {
      posts: postsInOrder(replica),
      briefings: briefingsInOrder(replica),
      generation: replicaStore.getState().generation + 1,
      ...index.read(replica.shown, replica.me, serverNow()),
    });
  }

  /**
   * Shows what altered.
   * @param changes those that came in, for the channels' lines
   * @param atOnce whether a person here waits to see it
   */
  update(altered: Altered, changes: readonly Change[], atOnce: boolean): void {
    const replica = this.#replica;
    const index = this.#index;
    if (replica === null || index === null) return;
    index.arrivals(replica.shown, changes);
    index.update(replica.shown, altered.items);
    const reading = atOnce ? index.read(replica.shown, replica.me, serverNow()) : {};
    if (!atOnce) this.#readSoon();
    this.#show(replica, {
      ...(altered.posts.size > 0 || altered.all ? { posts: postsInOrder(replica) } : {}),
      ...(altered.briefings.size > 0 || altered.all ? { briefings: briefingsInOrder(replica) } : {}),
      ...reading,
    });
  }

  /** Renews what alters by time alone. */
  renew(): void {
    const replica = this.#replica;
    if (replica === null || this.#index === null) return;
    replicaStore.setState(this.#index.read(replica.shown, replica.me, serverNow()));
  }

  stop(): void {
    if (this.#timer !== null) clearTimeout(this.#timer);
    this.#timer = null;
    this.#replica = null;
    this.#index = null;
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

  #readSoon(): void {
    this.#isStale = true;
    this.#timer ??= setTimeout(() => this.#readLists(), readingInterval / 2);
  }

  #readLists(): void {
    this.#isStale = false;
    this.#turn((replica, index) => index.lists(replica.shown, replica.me, serverNow()));
    this.#timer = setTimeout(() => this.#readFigures(), readingInterval / 2);
  }

  #readFigures(): void {
    this.#turn((replica, index) => index.figures(replica.shown, serverNow()));
    this.#timer = null;
    if (this.#isStale) this.#readSoon();
  }

  #turn(read: (replica: Replica, index: DeskIndex) => Partial<ReplicaView>): void {
    if (this.#replica !== null && this.#index !== null) replicaStore.setState(read(this.#replica, this.#index));
  }
}

function postsInOrder(replica: Replica): readonly Post[] {
  return [...replica.shown.posts.values()].sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : a.id < b.id ? -1 : 1));
}

function briefingsInOrder(replica: Replica): readonly Briefing[] {
  return [...replica.shown.briefings.values()].sort(newestFirst);
}
