/** Longest wait for the next frame of the screen, in ms: a hidden page paints none. */
const longest = 50;

/** Gathers what comes in and hands it on once a frame of the screen. */
export class Gatherer<T> {
  readonly #flush: (all: readonly T[]) => void;
  #gathered: T[] = [];
  #frame: number | null = null;
  #timer: ReturnType<typeof setTimeout> | null = null;

  constructor(flush: (all: readonly T[]) => void) {
    this.#flush = flush;
  }

  add(one: T): void {
    this.#gathered.push(one);
    if (this.#timer !== null) return;
    this.#timer = setTimeout(() => this.flush(), longest);
    if (typeof requestAnimationFrame === "function") this.#frame = requestAnimationFrame(() => this.flush());
  }

  /** Hands on at once what there is. */
  flush(): void {
    const all = this.#gathered;
    this.clear();
    if (all.length > 0) this.#flush(all);
  }

  /** Forgets what there is. */
  clear(): void {
    this.#gathered = [];
    if (this.#timer !== null) clearTimeout(this.#timer);
    if (this.#frame !== null) cancelAnimationFrame(this.#frame);
    this.#timer = null;
    this.#frame = null;
  }
}
