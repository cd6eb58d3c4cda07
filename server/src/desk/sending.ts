import type { Follower } from "./follower.ts";
import type { Frame } from "./frame.ts";

/** So many are sent to in one turn of the event loop: a thousand writes hold it up for 30 ms and more. */
export const inATurn = 200;

/**
 * Frames on their way to those who were live when they were made. Whoever joins meanwhile stands behind them already;
 * whoever leaves gets no more.
 */
export class Sending {
  readonly #to: { readonly frame: Frame; readonly followers: readonly Follower[] }[] = [];
  readonly #guard: (run: () => void) => void;
  #turn: NodeJS.Immediate | null = null;
  #done: () => void = () => {};
  #next = 0;

  /** @param guard runs a turn, and sees to what goes wrong in it */
  constructor(guard: (run: () => void) => void) {
    this.#guard = guard;
  }

  add(frame: Frame, followers: Iterable<Follower>): void {
    this.#to.push({ frame, followers: [...followers] });
  }

  /** Sends the first in this turn, the rest in turns to come. @param done called when everything was sent */
  begin(done: () => void): void {
    this.#done = done;
    this.#send(inATurn);
  }

  /** Sends what is left now. */
  finish(): void {
    this.#send(Number.POSITIVE_INFINITY);
  }

  #send(most: number): void {
    if (this.#turn !== null) clearImmediate(this.#turn);
    this.#turn = null;
    let left = most;
    for (let to = this.#to[0]; to !== undefined && left > 0; to = this.#to[0]) {
      const { frame, followers } = to;
      for (; this.#next < followers.length && left > 0; left--) {
        const follower = followers[this.#next++];
        if (follower?.hasEnded === false) follower.subscriber.send(frame);
      }
      if (this.#next < followers.length) break;
      this.#to.shift();
      this.#next = 0;
    }
    if (this.#to.length > 0) this.#turn = setImmediate(() => this.#guard(() => this.#send(inATurn)));
    else this.#done();
  }
}
