import type { Time } from "../sources/simulator/script-clock.ts";
import { wallTime } from "../sources/simulator/simulations.ts";

/** Somebody who waits for a time to come. */
interface Waiter {
  readonly at: number;
  readonly wake: () => void;
}

/**
 * Time that begins in the past, runs as fast as what happens in it allows, and is the wall clock's once it has come to
 * the present: so an evening that is under way can be played from its middle, by the very simulation that goes on live.
 */
export class CatchUpTime implements Time {
  readonly #wall: Time;
  #now: number;
  #isPresent = false;
  #waiting: Waiter[] = [];
  #waits: (() => void) | null = null;

  constructor(from: number, wall: Time = wallTime) {
    this.#wall = wall;
    this.#now = Math.min(from, wall.now());
  }

  now(): number {
    return this.#isPresent ? this.#wall.now() : this.#now;
  }

  wait(ms: number, signal: AbortSignal): Promise<void> {
    if (this.#isPresent) return this.#wall.wait(ms, signal);
    if (signal.aborted) return Promise.resolve();
    return new Promise((resolve) => {
      const waiter = { at: this.#now + ms, wake: resolve };
      this.#waiting.push(waiter);
      signal.addEventListener("abort", () => resolve(), { once: true });
      this.#waits?.();
    });
  }

  /**
   * Runs to the present in steps of so many ms. A step begins when all `loops` wait, so that nothing of the one before is
   * on its way; `each` is called at the end of each. Ends early when `over` resolves.
   */
  async run(options: {
    readonly loops: number;
    readonly step: number;
    readonly each: (now: number) => Promise<void>;
    readonly over: Promise<void>;
  }): Promise<void> {
    const { loops, step, each } = options;
    let isOver = false;
    const over = options.over.then(() => {
      isOver = true;
    });
    while (this.#now < this.#wall.now()) {
      while (!isOver && this.#waiting.length < loops) await Promise.race([over, this.#nextWait()]);
      if (isOver) break;
      await each(this.#now);
      this.#now = Math.min(this.#now + step, this.#wall.now());
      const woken = this.#waiting.filter(({ at }) => at <= this.#now);
      this.#waiting = this.#waiting.filter(({ at }) => at > this.#now);
      for (const { wake } of woken) wake();
    }
    while (!isOver && this.#waiting.length < loops) await Promise.race([over, this.#nextWait()]);
  }

  /** From now on it is the wall clock's time, also for those who wait. */
  arrive(): void {
    this.#isPresent = true;
    const waiting = this.#waiting;
    this.#waiting = [];
    for (const { wake } of waiting) wake();
  }

  #nextWait(): Promise<void> {
    return new Promise((resolve) => {
      this.#waits = resolve;
    });
  }
}
