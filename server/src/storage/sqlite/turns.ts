/**
 * One thing at a time, fairly among lanes: each lane's oldest in turn, so that a desk in a flood does not keep the others
 * waiting for more than one batch.
 */
export class Turns {
  readonly #lanes = new Map<string, Array<() => Promise<void>>>();
  #running = false;

  /** Runs `work` when its turn comes, and gives what it comes to. */
  take<T>(lane: string, work: () => Promise<T>): Promise<T> {
    const { promise, resolve, reject } = Promise.withResolvers<T>();
    const turn = () => work().then(resolve, reject);
    const waiting = this.#lanes.get(lane);
    if (waiting === undefined) this.#lanes.set(lane, [turn]);
    else waiting.push(turn);
    void this.#run();
    return promise;
  }

  async #run(): Promise<void> {
    if (this.#running) return;
    this.#running = true;
    for (;;) {
      const next = this.#lanes.entries().next();
      if (next.done === true) break;
      const [lane, waiting] = next.value;
      const turn = waiting.shift();
      // A lane that has had its turn goes behind the others.
      this.#lanes.delete(lane);
      if (waiting.length > 0) this.#lanes.set(lane, waiting);
      await turn?.();
    }
    this.#running = false;
  }
}
