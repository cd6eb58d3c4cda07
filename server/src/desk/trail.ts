import { type Instant, millis } from "@flowdesk/shared/time/instant.ts";
import type { Head, KnownHistory } from "./store.ts";

/** So many of the last changes are known by their times. */
const most = 1_000;

/** The last changes of a log that were taken, by which it can be told from another history under the same numbers. */
export class Trail {
  readonly #log: string;
  #lines: Array<KnownHistory["lines"][number]>;

  /** Begins at a head. */
  constructor({ log, seq, at }: Head) {
    this.#log = log;
    this.#lines = [{ seq, at: millis(at) }];
  }

  add(seq: number, at: Instant): void {
    this.#lines.push({ seq, at: millis(at) });
    if (this.#lines.length > most * 2) this.#lines = this.#lines.slice(-most);
  }

  /** Whether a head of the same number as the last change is of that change. */
  isAt({ at }: Head): boolean {
    return this.#lines.at(-1)?.at === millis(at);
  }

  /** The last changes, at most `count` of them. */
  last(count: number = most): KnownHistory {
    return { log: this.#log, lines: this.#lines.slice(-count) };
  }
}
