/** Time as a simulation needs it; steered by hand in tests. */
export interface Time {
  /** The wall clock in ms UTC. */
  now(): number;
  /** Resolves after so many ms, or at once when the signal is aborted. */
  wait(ms: number, signal: AbortSignal): Promise<void>;
}

/** Where a script stands: its own clock, which runs at a speed against the wall's, and can be stopped. */
export class ScriptClock {
  readonly #now: () => number;
  /** Ms of the script at `#since`, a time of the wall clock. */
  #at: number;
  #since: number;
  #speed: number;
  #isRunning = true;

  constructor(now: () => number, at: number, speed: number) {
    this.#now = now;
    this.#at = at;
    this.#since = now();
    this.#speed = speed;
  }

  /** Ms after the script's beginning. */
  get at(): number {
    return this.#isRunning ? this.#at + Math.max(0, this.#now() - this.#since) * this.#speed : this.#at;
  }

  get speed(): number {
    return this.#speed;
  }

  get isRunning(): boolean {
    return this.#isRunning;
  }

  pause(): void {
    this.#mark();
    this.#isRunning = false;
  }

  resume(): void {
    this.#mark();
    this.#isRunning = true;
  }

  setSpeed(speed: number): void {
    this.#mark();
    this.#speed = speed;
  }

  /** The wall-clock time, ms UTC, at which the script stands, or stood, at `at`; as it runs now. */
  wallOf(at: number): number {
    return this.#since + (at - this.#at) / this.#speed;
  }

  #mark(): void {
    this.#at = this.at;
    this.#since = this.#now();
  }
}
