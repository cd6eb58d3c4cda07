import type { Slots } from "./slots.ts";
import type { KnownHistory, Store } from "./store.ts";

/** Times of the feed in ms, and sizes in bytes; tests make them smaller. */
export interface FeedLimits {
  /** Changes are gathered for so long. */
  readonly gather: number;
  /** More changes behind than this is a reset. */
  readonly behind: number;
  /** A subscriber with more bytes undrained, or none drained for so long, is too slow. */
  readonly undrained: number;
  readonly stalled: number;
  /** How often that is looked at. */
  readonly sweep: number;
  /** For so long frames of a catch-up are shared. */
  readonly shared: number;
  /** How soon a store that could not be read is tried again. */
  readonly retry: number;
  /** A catch-up that goes on longer lets others in; and one whose frame is not taken within `patience`, until it is. */
  readonly turn: number;
  readonly patience: number;
}

export const feedLimits: FeedLimits = {
  gather: 25,
  behind: 2_000,
  undrained: 4 * 1024 * 1024,
  stalled: 5_000,
  sweep: 250,
  shared: 1_000,
  retry: 500,
  turn: 2_000,
  patience: 100,
};

export interface FeedDeps {
  readonly store: Store;
  /** The wall clock in ms UTC. */
  readonly now: () => number;
  /** Catch-ups at a time, over all desks. */
  readonly slots: Slots;
  readonly limits: FeedLimits;
  /**
   * Gives a desk's log a new id if its history is not the one that was known any more (rule L5), and tells whether it was.
   * Absent where that cannot be.
   */
  readonly renewIfSetBack?: (desk: string, known: KnownHistory) => Promise<boolean>;
  /** Told what went wrong and will be tried again. */
  readonly warn: (about: object, message: string) => void;
}
