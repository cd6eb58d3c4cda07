/** Numbers that follow from a seed alone. */
export class Random {
  #state: number;

  constructor(seed: number) {
    this.#state = seed >>> 0;
  }

  /** A generator of its own for something named, so that what is drawn for one thing moves nothing of another. */
  static for(seed: number, name: string): Random {
    // FNV-1a, 32 bits.
    let mixed = 0x811c9dc5 ^ seed;
    for (let at = 0; at < name.length; at++) mixed = Math.imul(mixed ^ name.charCodeAt(at), 0x01000193);
    return new Random(mixed);
  }

  /** At least 0 and less than 1. Source: SplitMix32, the 32-bit form of Steele, Lea and Flood's SplitMix (2014). */
  next(): number {
    this.#state = (this.#state + 0x9e3779b9) >>> 0;
    let mixed = this.#state;
    mixed = Math.imul(mixed ^ (mixed >>> 16), 0x21f0aaad);
    mixed = Math.imul(mixed ^ (mixed >>> 15), 0x735a2d97);
    return ((mixed ^ (mixed >>> 15)) >>> 0) / 0x1_0000_0000;
  }

  /** A whole number from `least` to `most`, both included. */
  between(least: number, most: number): number {
    return least + Math.floor(this.next() * (most - least + 1));
  }

  chance(share: number): boolean {
    return this.next() < share;
  }

  /** One of several; throws if there is none. */
  pick<T>(among: readonly T[]): T {
    const one = among[Math.floor(this.next() * among.length)];
    if (one === undefined) throw new RangeError("There is nothing to choose among");
    return one;
  }
}
