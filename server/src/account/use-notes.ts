import { minute } from "@flowdesk/shared/time/instant.ts";

/** How exactly the last use is noted, in ms; for as long nothing is noted once that has failed. */
const notedEvery = minute;

/** So many notes may wait to be written; a use beyond them is noted another time. */
const most = 1_000;

interface Use {
  /** Whose use it is, as nobody else's is called. */
  readonly of: string;
  /** The last one that was noted, in ms; null if none was. */
  readonly last: number | null;
  /** Notes it, at a time in ms. */
  readonly write: (at: number) => Promise<unknown>;
}

/**
 * Notes when tokens and links were last used, to the minute, one after the other. Nobody waits for it, and nobody is kept
 * out where it fails: what cannot write now can still be read by whoever may. Of each token one note is under way.
 */
export class UseNotes {
  readonly #waiting = new Map<string, () => Promise<unknown>>();
  readonly #now: () => number;
  readonly #failed: (error: unknown) => void;
  #isWriting = false;
  #restsUntil = Number.NEGATIVE_INFINITY;

  /** `failed` is told at most once a minute, and must not throw. */
  constructor({ now, failed }: { readonly now: () => number; readonly failed: (error: unknown) => void }) {
    this.#now = now;
    this.#failed = failed;
  }

  /** Has a use noted if the last one that was is a minute old. */
  note({ of, last, write }: Use): void {
    const at = this.#now();
    if (last !== null && last + notedEvery > at) return;
    if (at < this.#restsUntil || this.#waiting.size >= most || this.#waiting.has(of)) return;
    this.#waiting.set(of, () => write(at));
    if (!this.#isWriting) void this.#writeAll();
  }

  async #writeAll(): Promise<void> {
    this.#isWriting = true;
    // Those that come meanwhile are gone through too.
    for (const [of, write] of this.#waiting) {
      try {
        await write();
        this.#waiting.delete(of);
      } catch (error) {
        // What keeps one from being written keeps the others too, each for as long as a database may take to say so.
        this.#waiting.clear();
        this.#restsUntil = this.#now() + notedEvery;
        this.#failed(error);
      }
    }
    this.#isWriting = false;
  }
}
