import { Integers } from "./linked.ts";
import { Names } from "./names.ts";
import type { Threads } from "./threads.ts";
import { brandOfThread } from "./twcs.ts";

/** Who answers where, in a file in which a thread's channel is the brand that answers in it. */
export class Brands {
  /** Per row, 1 + the number of the brand who wrote it, for what is outgoing. */
  readonly #ofRow = new Integers();
  readonly #names = new Names((handle) => handle.toLowerCase());
  readonly #channels = new Names((channel) => channel.toLowerCase());
  /** Per root of a thread, 1 + the number of its channel. */
  readonly #ofThread = new Integers();

  /** Notes that a brand wrote an outgoing message. */
  wrote(row: number, handle: string): void {
    this.#ofRow.set(row, 1 + this.#names.numberOf(handle));
  }

  /**
   * Settles the channel of every thread.
   * @param rows how many there are
   * @param textOf the text of a row
   */
  settle(threads: Threads, rows: number, textOf: (row: number) => string): void {
    const only = new Integers();
    const several = new Map<number, number[]>();
    threads.walk((row, root) => {
      const brand = this.#ofRow.get(row);
      if (brand === 0) return;
      const known = only.get(root);
      if (known === 0) only.set(root, brand);
      else if (known !== brand) {
        const all = several.get(root) ?? [known];
        if (!all.includes(brand)) all.push(brand);
        several.set(root, all);
      }
    });
    for (let root = 1; root <= rows; root += 1) {
      const first = threads.firstOf(root);
      if (first === 0) continue;
      const answering = several.get(root) ?? (only.get(root) === 0 ? [] : [only.get(root)]);
      const [one, ...more] = answering.map((brand) => this.#names.nameOf(brand - 1));
      const brand =
        one !== undefined && more.length === 0
          ? one
          : brandOfThread(textOf(first), one === undefined ? [] : [one, ...more], (handle) => this.#names.find(handle));
      this.#ofThread.set(root, 1 + this.#channels.numberOf(`x:${brand}`));
    }
  }

  /** The channel of the thread with this root. */
  channelOf(root: number): string {
    return this.#channels.nameOf(this.#ofThread.get(root) - 1);
  }
}
