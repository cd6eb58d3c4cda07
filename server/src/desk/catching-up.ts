import type { Instant } from "@flowdesk/shared/time/instant.ts";
import type { FeedDeps } from "./feed-deps.ts";
import type { Follower } from "./follower.ts";
import { nextTurn } from "./in-turns.ts";
import type { LogWindow } from "./log-window.ts";
import { Pace } from "./pace.ts";
import type { Subscriber } from "./subscriber.ts";

export interface CatchingUpDeps extends Pick<FeedDeps, "slots" | "limits"> {
  readonly window: LogWindow;
  /** The number up to which everyone live has been sent everything. */
  readonly sent: () => number;
  readonly now: () => Instant;
  /** Called for one whom the window has left behind. */
  readonly tooSlow: (subscriber: Subscriber) => void;
}

/** Brings those who are behind to where everyone live stands, frame by frame (rule F4). */
export class CatchingUp {
  readonly #deps: CatchingUpDeps;

  constructor(deps: CatchingUpDeps) {
    this.#deps = deps;
  }

  /** Sends a follower what it is missing, and makes it live in the moment in which that is nothing. */
  async bring(follower: Follower): Promise<void> {
    const { slots, limits, window, sent, tooSlow } = this.#deps;
    const pace = new Pace();
    await slots.take();
    let since = performance.now();
    try {
      for (;;) {
        // All that have joined, or have taken theirs, would else be sent the next within one turn of the event loop.
        await nextTurn();
        if (follower.hasEnded) return;
        if (follower.cursor < window.base) return tooSlow(follower.subscriber);
        const sentAt = performance.now();
        if (follower.cursor < sent()) this.#sendNext(follower, pace.most);
        if (follower.cursor === sent()) {
          follower.audience.live.add(follower);
          return;
        }
        const hasArrived = arrived(follower);
        const isSoon = await this.#isSoon(hasArrived);
        const letsOthers = !isSoon || (slots.isContended && performance.now() - since > limits.turn);
        if (letsOthers) slots.give();
        if (!isSoon) await hasArrived;
        pace.arrived(performance.now() - sentAt);
        if (letsOthers) {
          await slots.take();
          since = performance.now();
        }
      }
    } finally {
      slots.give();
    }
  }

  #sendNext(follower: Follower, most: number): void {
    const { limits, window, sent, now } = this.#deps;
    const until = performance.now() + limits.shared;
    const frame = follower.audience.sharedFrame(window, follower.cursor, sent(), now(), until, most);
    follower.subscriber.send(frame);
    follower.cursor = frame.to;
  }

  /** Whether what a follower was sent arrives soon, or it ends. Whoever takes nothing must not keep others waiting. */
  async #isSoon(hasArrived: Promise<true>): Promise<boolean> {
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise<false>((resolve) => {
      timer = setTimeout(() => resolve(false), this.#deps.limits.patience);
    });
    const isSoon = await Promise.race([hasArrived, late]);
    clearTimeout(timer);
    return isSoon;
  }
}

/** Resolves once a follower has all that it was sent, or has ended. */
async function arrived(follower: Follower): Promise<true> {
  await Promise.race([follower.subscriber.arrived(), follower.ended]);
  return true;
}
