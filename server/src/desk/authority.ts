import { readCommand } from "@flowdesk/shared/desk/decide.ts";
import { reject } from "@flowdesk/shared/desk/rejection.ts";
import { instant } from "@flowdesk/shared/time/instant.ts";
import { decideBatch, internal, keysOf, type Pending } from "./batch.ts";
import type { Answer, DeskService, Submission } from "./desk-service.ts";
import { Lanes } from "./lanes.ts";
import { DeskGone, type LoggedChange, OutcomeUnknown, StorageFull, type Store } from "./store.ts";

/** A batch takes at most this many commands, bytes, and ms of deciding. */
const most = { commands: 500, bytes: 1_000_000, deciding: 20 };
/** With this many waiting in a lane, more is refused, or asked to come later. */
const fullAt = { people: 5_000, timers: 50_000, sources: 10_000 };
/** How often a batch whose outcome is unknown is tried again, and the pause before each, in ms. */
const pauses = [50, 200, 1_000, 3_000];

export interface AuthorityDeps {
  readonly store: Store;
  /** The wall clock in ms. */
  readonly now: () => number;
  readonly newId: () => string;
  /** Called after the commit, with what was written. */
  readonly committed: (desk: string, changes: readonly LoggedChange[]) => void;
  /** Keeps a command that failed by a fault of the server's, for a look. */
  readonly keep: (
    desk: string,
    submission: { id: string; type: string; actor: string; data: unknown },
    error: unknown,
  ) => void;
}

/**
 * Decides every command of every desk: takes what is queued as a batch, locks the desk, loads what the batch touches,
 * decides in order, writes state and log in one transaction, and answers each once that is durable (rules D3, L1).
 * It knows no socket.
 */
export class Authority implements DeskService {
  readonly #deps: AuthorityDeps;
  readonly #desks = new Map<string, { lanes: Lanes<Pending>; running: Promise<void> | null }>();
  #draining = false;

  constructor(deps: AuthorityDeps) {
    this.#deps = deps;
  }

  submit(desk: string, submission: Submission): Promise<Answer> {
    const { id, type, data, actor, lane } = submission;
    if (this.#draining) return Promise.resolve(unavailable);
    const read = submission.read ?? readCommand(type, data);
    if ("code" in read) return Promise.resolve({ ok: false, error: read });
    const { lanes } = this.#deskOf(desk);
    if (lane !== "sources" && lanes.lengthOf(lane) >= fullAt[lane]) {
      return Promise.resolve({
        ok: false,
        error: reject("too.many", "The desk has more to do than it can take; send this again in a moment."),
      });
    }
    return new Promise((answer) => {
      lanes.add({ id, type, actor, lane, read, raw: data, weight: weightOf(data), answer });
      this.#wake(desk);
    });
  }

  submitAll(desk: string, submissions: readonly Submission[]): Promise<readonly Answer[]> {
    return Promise.all(submissions.map((submission) => this.submit(desk, submission)));
  }

  isBusy(desk: string): boolean {
    const lanes = this.#desks.get(desk)?.lanes;
    return this.#draining || (lanes !== undefined && lanes.lengthOf("sources") >= fullAt.sources);
  }

  async drain(): Promise<void> {
    this.#draining = true;
    await Promise.all([...this.#desks.values()].map(({ running }) => running));
  }

  #deskOf(desk: string) {
    let entry = this.#desks.get(desk);
    if (entry === undefined) {
      entry = { lanes: new Lanes<Pending>(), running: null };
      this.#desks.set(desk, entry);
    }
    return entry;
  }

  #wake(desk: string): void {
    const entry = this.#deskOf(desk);
    if (entry.running !== null) return;
    entry.running = this.#work(desk, entry.lanes).finally(() => {
      entry.running = null;
      if (entry.lanes.length > 0) this.#wake(desk);
      else this.#desks.delete(desk);
    });
  }

  async #work(desk: string, lanes: Lanes<Pending>): Promise<void> {
    // What comes in within the same turn of the event loop shares the first batch.
    await new Promise((resume) => setImmediate(resume));
    while (lanes.length > 0) {
      const batch = lanes.take(most.commands, most.bytes);
      lanes.putBack(await this.#settle(desk, batch));
    }
  }

  /** Has a batch written and answered, whatever happens. Gives back what there was no time for. */
  async #settle(desk: string, batch: readonly Pending[]): Promise<readonly Pending[]> {
    for (const pause of [...pauses, null]) {
      try {
        return await this.#run(desk, batch);
      } catch (error) {
        if (error instanceof OutcomeUnknown) {
          // Running it again settles it: what was accepted is found by its id, under the lock (rules D4, L4).
          if (pause !== null) {
            await new Promise((resume) => setTimeout(resume, pause));
            continue;
          }
          return answerAll(batch, unavailable);
        }
        if (error instanceof StorageFull) return answerAll(batch, full);
        if (error instanceof DeskGone) return answerAll(batch, gone);
        if (batch.length > 1) {
          for (const pending of batch) await this.#settle(desk, [pending]);
          return [];
        }
        for (const pending of batch) this.#fail(desk, pending, error);
        return answerAll(batch, internal);
      }
    }
    return [];
  }

  async #run(desk: string, batch: readonly Pending[]): Promise<readonly Pending[]> {
    const { store, now, newId, committed } = this.#deps;
    let decided: ReturnType<typeof decideBatch> = { writes: null, answers: [], left: [] };
    const failures: Array<readonly [Pending, unknown]> = [];
    await store.transact(desk, keysOf(batch), (loaded) => {
      const until = performance.now() + most.deciding;
      failures.length = 0;
      const clock = { now: instant(now()), newId, late: () => performance.now() > until };
      decided = decideBatch(batch, loaded, clock, (pending, error) => failures.push([pending, error]));
      return decided.writes;
    });
    for (const [pending, error] of failures) this.#fail(desk, pending, error);
    if (decided.writes !== null) committed(desk, decided.writes.changes);
    for (const [pending, answer] of decided.answers) pending.answer(answer);
    return decided.left;
  }

  #fail(desk: string, pending: Pending, error: unknown): void {
    const actor = pending.actor.kind === "member" ? pending.actor.member.id : pending.actor.id;
    this.#deps.keep(desk, { id: pending.id, type: pending.type, actor, data: pending.raw }, error);
  }
}

const unavailable: Answer = {
  ok: false,
  error: reject("desk.unavailable", "The desk cannot answer now. Send the command again with the same id."),
};
const full: Answer = {
  ok: false,
  error: reject("storage.full", "The disk is full; nothing was written. Make room and send it again."),
};
const gone: Answer = { ok: false, error: reject("desk.unknown", "There is no such desk.") };

function answerAll(batch: readonly Pending[], answer: Answer): readonly Pending[] {
  for (const pending of batch) pending.answer(answer);
  return [];
}

/** About how many bytes a command's data have: texts and their number. */
function weightOf(data: unknown): number {
  let weight = 200;
  if (data !== null && typeof data === "object") {
    for (const value of Object.values(data)) {
      if (typeof value === "string") weight += value.length;
      else if (Array.isArray(value)) weight += value.length * 40;
    }
  }
  return weight;
}
