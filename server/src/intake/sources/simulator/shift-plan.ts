import type { Random } from "./random.ts";

/** Ms of the script. */
const minute = 60_000;

/** When a simulated colleague comes, and takes breaks: a few minutes about every three quarters of an hour. */
export class ShiftPlan {
  readonly #random: Random;
  #breakAt: number;
  #backAt: number | null = null;

  constructor(random: Random, from: number, place: number) {
    this.#random = random;
    this.#breakAt = from + random.between(20, 30) * minute + place * 14 * minute;
  }

  /** Whether it is time for a break. */
  wantsBreak(at: number): boolean {
    return this.#backAt === null && at >= this.#breakAt;
  }

  /** Whether the break is over. */
  isOver(at: number): boolean {
    return this.#backAt !== null && at >= this.#backAt;
  }

  /** They go; they may have been sent away by somebody, too. */
  leave(at: number): void {
    this.#backAt = at + this.#random.between(5, 9) * minute;
  }

  back(at: number): void {
    this.#backAt = null;
    this.#breakAt = at + this.#random.between(38, 55) * minute;
  }

  get isAway(): boolean {
    return this.#backAt !== null;
  }
}
