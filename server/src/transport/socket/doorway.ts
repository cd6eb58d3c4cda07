/** So many come in by a turn of the event loop. */
const atOnce = 20;

/**
 * Lets connections in, in the order in which they came, a few by a turn of the event loop: when all consoles come back at
 * once, each with a handshake, a sign-in and a catch-up, nobody else waits for more than some of them.
 */
export class Doorway {
  readonly #waiting: Array<() => void> = [];
  #room = atOnce;
  #nextTurn: NodeJS.Immediate | null = null;

  /** Calls `enter` now, or when its turn has come. */
  pass(enter: () => void): void {
    this.#nextTurn ??= setImmediate(() => this.#turn());
    if (this.#room === 0) {
      this.#waiting.push(enter);
      return;
    }
    this.#room--;
    enter();
  }

  #turn(): void {
    this.#nextTurn = null;
    this.#room = atOnce;
    for (const enter of this.#waiting.splice(0, atOnce)) this.pass(enter);
  }
}
