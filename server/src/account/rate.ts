import { RateLimiterMemory, RateLimiterRes } from "rate-limiter-flexible";
import { Refusal } from "./refusal.ts";

/** Counts attempts, in this process's memory. */
export class Rates {
  readonly #limiters = new Map<string, RateLimiterMemory>();

  /** Takes one of `max` attempts in `window` seconds. `retryAfter` is in seconds, null where it was allowed. */
  async consume(key: string, max: number, window: number): Promise<{ allowed: boolean; retryAfter: number | null }> {
    try {
      await this.#limiter(max, window).consume(key);
      return { allowed: true, retryAfter: null };
    } catch (error) {
      if (error instanceof RateLimiterRes) return { allowed: false, retryAfter: Math.ceil(error.msBeforeNext / 1_000) };
      throw error;
    }
  }

  /** Likewise; throws a refusal when there is none left. */
  async spend(key: string, max: number, window: number): Promise<void> {
    const { retryAfter } = await this.consume(key, max, window);
    if (retryAfter !== null) throw tooMany(retryAfter);
  }

  /** Gives an attempt back: it was no failure. */
  async giveBack(key: string, max: number, window: number): Promise<void> {
    await this.#limiter(max, window).reward(key);
  }

  #limiter(points: number, duration: number): RateLimiterMemory {
    const name = `${points}/${duration}`;
    let limiter = this.#limiters.get(name);
    if (limiter === undefined) {
      limiter = new RateLimiterMemory({ points, duration, keyPrefix: name });
      this.#limiters.set(name, limiter);
    }
    return limiter;
  }
}

/** `retryAfter` in seconds. */
export function tooMany(retryAfter: number): Refusal {
  return new Refusal(429, "too.many", `That was too often; try again in ${retryAfter} seconds.`);
}
