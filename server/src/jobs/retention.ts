import type { Retention } from "@flowdesk/shared/desk/policy/retention.ts";
import { hour } from "@flowdesk/shared/time/instant.ts";
import { EveryDesk } from "./every-desk.ts";

/**
 * How often it is looked whether something is over its time, in ms; the first time so long after the start. Servers of the
 * release before, which do not know of an archive, are gone by then (rule L3).
 */
const every = hour;
/** So much is written under one lock, and so many ms are left to everybody else before the next. */
const step = { lines: 500, messages: 200, pause: 50 };

/** Writes what is older than a time (ms UTC), at most so many rows; gives how many it were. */
type Step = (desk: string, before: number, limit: number) => Promise<number>;

export interface RetentionDeps {
  readonly desks: () => Promise<readonly { readonly id: string }[]>;
  /** What the desk has decided; null while it is not known. */
  readonly retentionOf: (desk: string) => Promise<Retention | null>;
  /** Cuts lines of the log that were written before. */
  readonly cut: Step;
  /** Moves into the archive what was said in items that were closed before. */
  readonly archive: Step;
  /** The wall clock in ms. */
  readonly now: () => number;
  readonly failed: (desk: string, error: unknown) => void;
}

/**
 * Sees to it once an hour that on every desk nothing lies where it is for longer than the desk has decided, a few rows at a
 * time. Any number of nodes may do it: what one has done another does not find.
 */
export class RetentionRounds extends EveryDesk {
  readonly #deps: RetentionDeps;

  constructor(deps: RetentionDeps) {
    super({ ...deps, every });
    this.#deps = deps;
  }

  protected override async look(desk: string): Promise<void> {
    const { retentionOf, cut, archive, now } = this.#deps;
    const retention = await retentionOf(desk);
    if (retention === null) return;
    await this.#inSteps(step.lines, (limit) => cut(desk, now() - retention.logLastsMs, limit));
    await this.#inSteps(step.messages, (limit) => archive(desk, now() - retention.archiveAfterMs, limit));
  }

  async #inSteps(limit: number, take: (limit: number) => Promise<number>): Promise<void> {
    while (!this.isStopped) {
      if ((await take(limit)) < limit) return;
      await new Promise((resume) => setTimeout(resume, step.pause));
    }
  }
}
