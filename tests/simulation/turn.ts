import type { Random } from "./random.ts";
import type { VirtualTime } from "./virtual-time.ts";

/**
 * Whose turn it is to write, among several stores over one database: the database would have the others wait, and the
 * world with them. Of one store what came first goes first.
 */
export class Turn {
  readonly #time: VirtualTime;
  readonly #random: Random;
  readonly #waiting = new Map<object, Array<() => void>>();
  #isTaken = false;

  constructor(time: VirtualTime, random: Random) {
    this.#time = time;
    this.#random = random;
  }

  /** Does work of a store's when its turn comes. */
  async take<T>(store: object, work: () => Promise<T>): Promise<T> {
    if (this.#isTaken) await this.#time.aside((goOn) => this.#wait(store, goOn));
    this.#isTaken = true;
    try {
      return await work();
    } finally {
      this.#give();
    }
  }

  #wait(store: object, goOn: () => void): void {
    const waiting = this.#waiting.get(store) ?? [];
    waiting.push(goOn);
    this.#waiting.set(store, waiting);
  }

  /** Gives it to whoever waits longest at one of the stores; nobody comes between. */
  #give(): void {
    const some = [...this.#waiting.values()].filter(({ length }) => length > 0);
    if (some.length === 0) this.#isTaken = false;
    else this.#random.pick(some).shift()?.();
  }
}
