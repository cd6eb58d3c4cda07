import { day, hour } from "@flowdesk/shared/time/instant.ts";
import { EveryDesk } from "./every-desk.ts";

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
  readonly #everyDesk: EveryDesk;

  constructor(deps: LogCutterDeps) {
    this.#deps = deps;
    const { desks, failed } = deps;
    this.#everyDesk = new EveryDesk({ desks, every, failed, look: (desk) => this.#cut(desk) });
  }

  start(): this {
    this.#everyDesk.start();
    return this;
  }

  stop(): Promise<void> {
    return this.#everyDesk.stop();
  }

  /** Cuts every desk's log once. */
  cutAll(): Promise<void> {
    return this.#everyDesk.once();
  }

  async #cut(desk: string): Promise<void> {
    const { cut, now } = this.#deps;
    while (!this.#everyDesk.isStopped) {
      if ((await cut(desk, now() - logLasts, step.lines)) < step.lines) return;
      await new Promise((resume) => setTimeout(resume, step.pause));
    }
  }
}
