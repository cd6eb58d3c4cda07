import type { Lane } from "./desk-service.ts";

/** The order in which a desk takes what is queued. */
const order: readonly Lane[] = ["people", "timers", "sources"];

/** A desk's queue in three lanes. Within a lane what came first goes first. */
export class Lanes<T extends { readonly lane: Lane; readonly weight: number }> {
  readonly #queued: Record<Lane, T[]> = { people: [], timers: [], sources: [] };
  readonly #taken: Record<Lane, number> = { people: 0, timers: 0, sources: 0 };

  add(entry: T): void {
    this.#queued[entry.lane].push(entry);
  }

  lengthOf(lane: Lane): number {
    return this.#queued[lane].length - this.#taken[lane];
  }

  get length(): number {
    return order.reduce((sum, lane) => sum + this.lengthOf(lane), 0);
  }

  /** The next entries, at least one if any waits, at most `count`, of at most `weight` together. */
  take(count: number, weight: number): T[] {
    const batch: T[] = [];
    let heavy = 0;
    for (const lane of order) {
      const queued = this.#queued[lane];
      while (batch.length < count) {
        const next = queued[this.#taken[lane]];
        if (next === undefined || (batch.length > 0 && heavy + next.weight > weight)) break;
        heavy += next.weight;
        batch.push(next);
        this.#taken[lane]++;
      }
      this.#compact(lane);
    }
    return batch;
  }

  /** Puts entries that were taken back before all others of their lanes, in the order given. */
  putBack(entries: readonly T[]): void {
    for (const lane of order) {
      const back = entries.filter((entry) => entry.lane === lane);
      if (back.length === 0) continue;
      this.#queued[lane] = [...back, ...this.#queued[lane].slice(this.#taken[lane])];
      this.#taken[lane] = 0;
    }
  }

  #compact(lane: Lane): void {
    if (this.#taken[lane] < 1024 && this.#taken[lane] < this.#queued[lane].length) return;
    this.#queued[lane] = this.#queued[lane].slice(this.#taken[lane]);
    this.#taken[lane] = 0;
  }
}
