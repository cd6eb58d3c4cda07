import { day, hour } from "@flowdesk/shared/time/instant.ts";

/** A desk's log goes so far back, in ms. */
const logLasts = 90 * day;
/** How often it is looked whether there is something to cut, in ms. */
const every = hour;
/** So many lines are cut under one lock, and so many ms left to everybody else before the next. */
const step = { lines: 500, pause: 50 };

export interface LogCutterDeps {
  readonly desks: () => Promise<readonly { readonly id: string }[]>;
  /** Cuts lines written before a time (ms UTC), at most so many; gives how many it were. */
  readonly cut: (desk: string, before: number, limit: number) => Promise<number>;
  /** The wall clock in ms. */
  readonly now: () => number;
  readonly failed: (desk: string, error: unknown) => void;
}

/**
 * Cuts the logs of all desks once an hour, a few lines at a time. Any number of nodes may do it: what one has cut another
 * does not find.
 */
export class LogCutter {
  readonly #deps: LogCutterDeps;
  #timer: NodeJS.Timeout | null = null;
  #under: Promise<void> = Promise.resolve();
  #stopped = false;

  constructor(deps: LogCutterDeps) {
    this.#deps = deps;
  }

  start(): this {
    this.#timer = setInterval(() => {
      this.#under = this.#under.then(() => this.cutAll());
    }, every).unref();
    return this;
  }

  async stop(): Promise<void> {
    this.#stopped = true;
    if (this.#timer !== null) clearInterval(this.#timer);
    await this.#under;
  }

  /** Cuts every desk's log once. */
  async cutAll(): Promise<void> {
    const { desks, failed } = this.#deps;
    try {
      for (const { id } of await desks()) await this.#cut(id);
    } catch (error) {
      failed("", error);
    }
  }

  async #cut(desk: string): Promise<void> {
    const { cut, now, failed } = this.#deps;
    try {
      while (!this.#stopped) {
        if ((await cut(desk, now() - logLasts, step.lines)) < step.lines) return;
        await new Promise((resume) => setTimeout(resume, step.pause));
      }
    } catch (error) {
      failed(desk, error);
    }
  }
}
