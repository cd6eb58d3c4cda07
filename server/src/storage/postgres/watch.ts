import type { Head } from "../../desk/store.ts";
import type { Watcher } from "../table-store.ts";
import type { Bell } from "./bell.ts";

/** The heads of the desks are read this often, in ms; less and less often while the database does not answer. */
const interval = { usual: 100, most: 2_000 };

export interface WatchDeps {
  /** The heads of all desks in one query. */
  readonly heads: () => Promise<ReadonlyMap<string, Head>>;
  readonly bell: Pick<Bell, "listen">;
  readonly watcher: Watcher;
}

/**
 * Watches the desks' logs: by asking for their heads again and again, and sooner where the bell rings. Losing the bell
 * costs time and nothing else.
 */
export class Watch {
  readonly #deps: WatchDeps;
  readonly #unlisten: () => void;
  #heads: ReadonlyMap<string, Head> | null = null;
  #timer: NodeJS.Timeout | null = null;
  #pause = interval.usual;
  #isStopped = false;

  constructor(deps: WatchDeps) {
    this.#deps = deps;
    const { reached, told } = deps.watcher;
    this.#unlisten = deps.bell.listen({ reached, told });
    void this.#look();
  }

  stop(): void {
    this.#isStopped = true;
    if (this.#timer !== null) clearTimeout(this.#timer);
    this.#unlisten();
  }

  async #look(): Promise<void> {
    try {
      const heads = await this.#deps.heads();
      if (this.#isStopped) return;
      this.#compare(heads);
      this.#pause = interval.usual;
    } catch {
      // Whoever reads or writes meanwhile is told; here it is only tried again.
      this.#pause = Math.min(interval.most, this.#pause * 2);
    }
    if (!this.#isStopped) this.#timer = setTimeout(() => void this.#look(), this.#pause).unref();
  }

  #compare(heads: ReadonlyMap<string, Head>): void {
    const { watcher } = this.#deps;
    const before = this.#heads;
    this.#heads = heads;
    if (before === null || [...before.keys()].some((desk) => !heads.has(desk))) {
      watcher.all();
      return;
    }
    const changed = new Map<string, Head>();
    for (const [desk, head] of heads) {
      const known = before.get(desk);
      if (known === undefined || known.seq !== head.seq || known.log !== head.log) changed.set(desk, head);
    }
    if (changed.size > 0) watcher.heads(changed);
  }
}
