/**
 * Randomness that a seed decides: sfc32 (Chris Doty-Humphrey, PractRand; public domain), its state filled from the seed
 * and a label by FNV-1a and splitmix32. Each label has a stream of its own, so that one part of an evening does not
 * shift when another draws more.
 */
export class Random {
  #a: number;
  #b: number;
  #c: number;
  #counter = 1;

  constructor(seed: number, label: string) {
    let state = fnv1a(`${seed}\n${label}`);
    const filled = () => {
      state = (state + 0x9e3779b9) | 0;
      let mixed = state ^ (state >>> 16);
      mixed = Math.imul(mixed, 0x21f0aaad);
      mixed ^= mixed >>> 15;
      mixed = Math.imul(mixed, 0x735a2d97);
      return (mixed ^ (mixed >>> 15)) | 0;
    };
    this.#a = filled();
    this.#b = filled();
    this.#c = filled();
    for (let warming = 0; warming < 12; warming++) this.next();
  }

  /** Evenly from 0 up to, and without, 1. */
  next(): number {
    const sum = (this.#a + this.#b + this.#counter) | 0;
    this.#counter = (this.#counter + 1) | 0;
    this.#a = this.#b ^ (this.#b >>> 9);
    this.#b = (this.#c + (this.#c << 3)) | 0;
    this.#c = (((this.#c << 21) | (this.#c >>> 11)) + sum) | 0;
    return (sum >>> 0) / 0x1_0000_0000;
  }

  /** A whole number from 0 up to, and without, `count`. */
  below(count: number): number {
    return Math.floor(this.next() * count);
  }

  between(from: number, to: number): number {
    return from + this.next() * (to - from);
  }

  chance(share: number): boolean {
    return this.next() < share;
  }

  /** One of a list that is not empty. */
  pick<T>(list: readonly T[]): T {
    const picked = list[this.below(list.length)];
    if (picked === undefined) throw new RangeError("Nothing to pick from");
    return picked;
  }

  /** The place of one of many by its weight; -1 if none has any. */
  weighted(weights: readonly number[]): number {
    let left = this.next() * weights.reduce((sum, weight) => sum + weight, 0);
    let last = -1;
    for (const [place, weight] of weights.entries()) {
      if (weight <= 0) continue;
      last = place;
      left -= weight;
      if (left < 0) return place;
    }
    return last;
  }

  /** The gap to the next of events that come by chance, one a unit on average. */
  gap(): number {
    return -Math.log(1 - this.next());
  }

  /** Around `middle`, more often below than far above: so human delays and follower counts are spread. */
  spread(middle: number, width: number): number {
    const normal = Math.sqrt(2 * this.gap()) * Math.cos(2 * Math.PI * this.next());
    return middle * Math.exp(width * normal);
  }
}

function fnv1a(text: string): number {
  let hash = 0x811c9dc5;
  for (const byte of new TextEncoder().encode(text)) hash = Math.imul(hash ^ byte, 0x01000193);
  return hash | 0;
}
