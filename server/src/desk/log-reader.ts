import type { FeedDeps } from "./feed-deps.ts";
import type { LoggedChange } from "./store.ts";

/** So many changes are read from the store at once. */
export const page = 500;

export interface LogReaderDeps extends Pick<FeedDeps, "store" | "limits" | "warn"> {
  readonly desk: string;
  /** How far the log has been taken. */
  readonly head: () => number;
  /** Takes what stands next in the log. */
  readonly take: (changes: readonly LoggedChange[]) => void;
  /** What stands next is not there any more: it was cut, or the log is another one. */
  readonly broken: () => void;
  readonly isOver: () => boolean;
}

/** Reads one desk's log on from where it has been taken to, whenever the bell rings; and what stands before. */
export class LogReader {
  readonly #deps: LogReaderDeps;
  #rung = false;
  #reading: Promise<boolean> | null = null;

  constructor(deps: LogReaderDeps) {
    this.#deps = deps;
  }

  /** There may be more in the log. */
  ring(): void {
    this.#rung = true;
    if (!this.#deps.isOver()) this.#reading ??= this.#read().finally(() => this.#afterReading());
  }

  /** Reads on as far as the log goes and can be read now: whether it could be. */
  async readOn(): Promise<boolean> {
    this.ring();
    return (await this.#reading) ?? true;
  }

  /** What stands after about `since`, up to `base`: in whole pages, so that cursors near each other cause one reading. */
  async older(since: number, base: number): Promise<LoggedChange[]> {
    const { desk, store } = this.#deps;
    const older: LoggedChange[] = [];
    for (let at = Math.floor(since / page) * page; at < base; at += page) {
      const changes = await store.changes(desk, at, Math.min(page, base - at));
      for (const logged of changes) if (logged.change.seq <= base) older.push(logged);
    }
    return older;
  }

  async #read(): Promise<boolean> {
    const { desk, store, head, take, broken, isOver, limits, warn } = this.#deps;
    while (this.#rung && !isOver()) {
      this.#rung = false;
      try {
        const changes = await store.changes(desk, head(), page);
        const [first] = changes;
        if (first !== undefined && first.change.seq > head() + 1) {
          broken();
          return true;
        }
        take(changes);
        if (changes.length === page) this.#rung = true;
      } catch (error) {
        warn({ err: error, desk }, "the log could not be read; trying again");
        setTimeout(() => this.ring(), limits.retry).unref();
        return false;
      }
    }
    return true;
  }

  #afterReading(): void {
    this.#reading = null;
    if (this.#rung) this.ring();
  }
}
