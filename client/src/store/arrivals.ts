import { minute } from "@flowdesk/shared/time/instant.ts";

/** How many minutes a line looks back. */
export const arrivalMinutes = 30;

/** What came in by one channel, minute by minute, over the last half hour. Times in ms. */
export class Arrivals {
  readonly #counts = new Map<number, number>();
  #last: number | null = null;

  /** When something last came in; null if nothing is known of. */
  get last(): number | null {
    return this.#last;
  }

  add(at: number): void {
    const bucket = Math.floor(at / minute);
    this.#counts.set(bucket, (this.#counts.get(bucket) ?? 0) + 1);
    if (this.#last === null || at > this.#last) this.#last = at;
    if (this.#counts.size > arrivalMinutes * 2) this.#forget(Math.floor(this.#last / minute) - arrivalMinutes);
  }

  /** Arrivals in each of the last 30 minutes, the oldest first; the last number is the minute that runs. */
  line(now: number): readonly number[] {
    const current = Math.floor(now / minute);
    return Array.from({ length: arrivalMinutes }, (_, i) => this.#counts.get(current - arrivalMinutes + 1 + i) ?? 0);
  }

  /** Arrivals in the sixty seconds' worth of the last full minute and the running one, as a rate per minute. */
  perMinute(now: number): number {
    const current = Math.floor(now / minute);
    const share = (now % minute) / minute;
    const running = this.#counts.get(current) ?? 0;
    const before = this.#counts.get(current - 1) ?? 0;
    return Math.round(running + before * (1 - share));
  }

  #forget(before: number): void {
    for (const bucket of this.#counts.keys()) if (bucket < before) this.#counts.delete(bucket);
  }
}
