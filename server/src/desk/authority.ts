import { readCommand } from "@flowdesk/shared/desk/decide.ts";
import { reject } from "@flowdesk/shared/desk/rejection.ts";
import { instant } from "@flowdesk/shared/time/instant.ts";
import { decideBatch, internal, keysOf, type Pending } from "./batch.ts";
import type { Answer, DeskService, Submission } from "./desk-service.ts";
import { Lanes } from "./lanes.ts";
import { DeskGone, type LoggedChange, OutcomeUnknown, StorageFull, type Store, StoreUnavailable } from "./store.ts";

/** A batch takes at most this many commands, bytes, and ms of deciding. */
const most = { commands: 500, bytes: 1_000_000, deciding: 12 };
/** With this many waiting in a lane, more is refused, or asked to come later. */
const fullAt = { people: 5_000, timers: 50_000, sources: 10_000 };
/** With so many messages waiting, and nothing else, the next batch is decided while the last is being written. */
const flood = 250;
/** How often a batch whose outcome is unknown is tried again, and the pause before each, in ms. */
const pauses = [50, 200, 1_000, 3_000];
/** No try begins later than so many ms after the first: a lock that cannot be had takes two seconds of it a time. */
const settleWithin = 4_250;

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
  /** Called with why a desk could not be written to, each time that it is given up: those who asked are told no reason. */
  readonly unavailable?: (desk: string, error: Error) => void;
}

interface DeskQueue {
  readonly lanes: Lanes<Pending>;
  /** While a batch is taken and decided. */
  deciding: Promise<void> | null;
  /** Until the batch that was decided last has been answered. */
  writing: Promise<void> | null;
}

/** What is decided and written together. Once decided it loses nothing more: what was left belongs to the next batch. */
interface Part {
  batch: readonly Pending[];
  isDecided: boolean;
}

/**
 * Decides every command of every desk: takes what is queued as a batch, locks the desk, loads what the batch touches,
 * decides in order, writes state and log in one transaction, and answers each once that is durable (rules D3, L1).
 * It knows no socket.
 */
export class Authority implements DeskService {
  readonly #deps: AuthorityDeps;
  readonly #desks = new Map<string, DeskQueue>();
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
    while (this.#desks.size > 0) {
      await Promise.all([...this.#desks.values()].map(({ deciding, writing }) => deciding ?? writing));
    }
  }

  #deskOf(desk: string): DeskQueue {
    let queue = this.#desks.get(desk);
    if (queue === undefined) {
      queue = { lanes: new Lanes<Pending>(), deciding: null, writing: null };
      this.#desks.set(desk, queue);
    }
    return queue;
  }

  /** Has the next batch taken, now or once the one that is being written has been. */
  #wake(desk: string): void {
    const queue = this.#deskOf(desk);
    const { lanes, deciding, writing } = queue;
    if (deciding !== null || (writing !== null && !isFlood(lanes))) return;
    if (lanes.length === 0) {
      this.#desks.delete(desk);
      return;
    }
    queue.deciding = this.#decideNext(desk, queue).finally(() => {
      queue.deciding = null;
      this.#wake(desk);
    });
  }

  /** Takes a batch, and has it decided; it is then being written. Not more than one is decided ahead of that. */
  async #decideNext(desk: string, queue: DeskQueue): Promise<void> {
    // What comes in within the same turn of the event loop shares the batch.
    await new Promise((resume) => setImmediate(resume));
    const { lanes, writing: before } = queue;
    const { promise: decided, resolve } = Promise.withResolvers<readonly Pending[]>();
    const writing = this.#settle(desk, lanes.take(most.commands, most.bytes), resolve).finally(() => {
      resolve([]);
      if (queue.writing === writing) queue.writing = null;
      this.#wake(desk);
    });
    queue.writing = writing;
    lanes.putBack(await decided);
    await before;
  }

  /**
   * Has a batch written and answered, whatever happens. `decided` is told once what there was no time for: that is no
   * part of it any more.
   */
  async #settle(desk: string, whole: readonly Pending[], decided: (left: readonly Pending[]) => void): Promise<void> {
    const part: Part = { batch: whole, isDecided: false };
    const until = performance.now() + settleWithin;
    for (const pause of [...pauses, null]) {
      try {
        await this.#run(desk, part, decided);
        return;
      } catch (error) {
        if (error instanceof OutcomeUnknown || error instanceof StoreUnavailable) {
          // Running it again settles it: what was accepted is found by its id, under the lock (rules D4, L4).
          const left = until - performance.now();
          if (pause !== null && left > 0) {
            await new Promise((resume) => setTimeout(resume, Math.min(pause, left)));
            continue;
          }
          this.#deps.unavailable?.(desk, error);
          return answerAll(part.batch, unavailable);
        }
        if (error instanceof StorageFull) return answerAll(part.batch, full);
        if (error instanceof DeskGone) return answerAll(part.batch, gone);
        if (part.batch.length > 1) {
          for (const pending of part.batch) await this.#settle(desk, [pending], () => {});
          return;
        }
        for (const pending of part.batch) this.#fail(desk, pending, error);
        return answerAll(part.batch, internal);
      }
    }
  }

  async #run(desk: string, part: Part, decided: (left: readonly Pending[]) => void): Promise<void> {
    const { store, now, newId, committed } = this.#deps;
    let last: ReturnType<typeof decideBatch> = { writes: null, answers: [], left: [] };
    const failures: Array<readonly [Pending, unknown]> = [];
    await store.transact(desk, keysOf(part.batch), (loaded) => {
      const until = performance.now() + most.deciding;
      failures.length = 0;
      const late = () => !part.isDecided && performance.now() > until;
      const clock = { now: loaded.now ?? instant(now()), newId, late };
      last = decideBatch(part.batch, loaded, clock, (pending, error) => failures.push([pending, error]));
      part.batch = part.batch.slice(0, part.batch.length - last.left.length);
      part.isDecided = true;
      decided(last.left);
      return last.writes;
    });
    for (const [pending, error] of failures) this.#fail(desk, pending, error);
    if (last.writes !== null) committed(desk, last.writes.changes);
    for (const [pending, answer] of last.answers) pending.answer(answer);
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

function answerAll(batch: readonly Pending[], answer: Answer): void {
  for (const pending of batch) pending.answer(answer);
}

/** Whether so much comes in, and nobody waits for anything else, that grouping more would only keep the writer waiting. */
function isFlood(lanes: Lanes<Pending>): boolean {
  return lanes.lengthOf("sources") >= flood && lanes.lengthOf("people") + lanes.lengthOf("timers") === 0;
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
