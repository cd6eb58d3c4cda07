/** Times in ms, and how often the servers asked for patience, since a round began. */
export interface Served {
  /** The longest time in which nothing was acknowledged to anyone. */
  longestGap: number;
  /** The longest time that a console was without its desk. */
  longestAway: number;
  /** Answers that ask to send again, by their code. */
  readonly again: Record<string, number>;
  /** Commands that were refused for good, by their code: others were sooner, most of all. */
  readonly refused: Record<string, number>;
}

/** Whether load is being made now, and how it is being served. */
export class Service {
  isOn = false;
  served: Served = { longestGap: 0, longestAway: 0, again: {}, refused: {} };
  #last = 0;

  begin(): void {
    this.served = { longestGap: 0, longestAway: 0, again: {}, refused: {} };
    this.#last = performance.now();
    this.isOn = true;
  }

  end(): void {
    this.acknowledged();
    this.isOn = false;
  }

  /** Something was acknowledged. */
  acknowledged(): void {
    if (!this.isOn) return;
    const now = performance.now();
    this.served.longestGap = Math.max(this.served.longestGap, now - this.#last);
    this.#last = now;
  }

  away(ms: number): void {
    this.served.longestAway = Math.max(this.served.longestAway, ms);
  }

  askedAgain(code: string): void {
    this.served.again[code] = (this.served.again[code] ?? 0) + 1;
  }

  refused(code: string): void {
    this.served.refused[code] = (this.served.refused[code] ?? 0) + 1;
  }
}
