import type { Instant } from "@flowdesk/shared/time/instant.ts";
import type { FeedDeps } from "./feed-deps.ts";
import type { Head } from "./store.ts";
import { Trail } from "./trail.ts";

export interface HistoryDeps extends Pick<FeedDeps, "renewIfSetBack" | "warn" | "limits"> {
  readonly desk: string;
  /** What was taken is not the desk's history any more. */
  readonly setBack: () => void;
  readonly isOver: () => boolean;
}

/**
 * What was taken of a desk's log, held against the store: that may have been set back, as to a backup or a standby that
 * lagged. What consoles were shown then stands nowhere any more, and its numbers are given to other changes (rule L5).
 */
export class History {
  readonly #deps: HistoryDeps;
  readonly #trail: Trail;
  /** How many of the last changes are to be held against the store; 0: none. */
  #doubted = 0;
  #doubting: Promise<void> | null = null;

  /** Begins at a head. */
  constructor(head: Head, deps: HistoryDeps) {
    this.#deps = deps;
    this.#trail = new Trail(head);
  }

  /** The next change was taken. */
  take(seq: number, at: Instant): void {
    this.#trail.add(seq, at);
  }

  /** Whether a head of the same number as the last change is of that change. */
  isAt(head: Head): boolean {
    return this.#trail.isAt(head);
  }

  /** Has the last changes held against the store, at most so many. */
  doubt(changes = Number.POSITIVE_INFINITY): void {
    const { renewIfSetBack, isOver } = this.#deps;
    if (renewIfSetBack === undefined || isOver()) return;
    this.#doubted = Math.max(this.#doubted, changes);
    this.#doubting ??= this.#holdAgainstStore(renewIfSetBack).finally(() => {
      this.#doubting = null;
      if (this.#doubted > 0) this.doubt(this.#doubted);
    });
  }

  async #holdAgainstStore(renewIfSetBack: NonNullable<FeedDeps["renewIfSetBack"]>): Promise<void> {
    const { desk, warn, limits, setBack, isOver } = this.#deps;
    while (this.#doubted > 0 && !isOver()) {
      const doubted = this.#doubted;
      this.#doubted = 0;
      try {
        if (!(await renewIfSetBack(desk, this.#trail.last(doubted)))) continue;
        warn({ desk }, "the desk's history was set back; its consoles load it anew");
        setBack();
      } catch (error) {
        warn({ err: error, desk }, "the log could not be held against what was read of it; trying again");
        setTimeout(() => this.doubt(doubted), limits.retry).unref();
        return;
      }
    }
  }
}
