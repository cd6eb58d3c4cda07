import type { RejectionCode } from "@flowdesk/shared/desk/rejection.ts";
import type { CommandAnswer } from "@flowdesk/shared/protocol/command.ts";

/** A command as it goes over the wire. */
export interface Envelope {
  readonly id: string;
  readonly desk: string;
  readonly type: string;
  readonly [field: string]: unknown;
}

interface Waiting {
  readonly envelope: Envelope;
  readonly answer: (answer: CommandAnswer) => void;
  /** Whether it has been handed to the connection and no answer has come yet. */
  sent: boolean;
  /** Whether it waits a while before it is sent again. */
  rests: boolean;
  /** How often the desk said that it cannot answer now. */
  postponed: number;
}

/** Answers after which the same command is sent again under the same id. */
const again: ReadonlySet<RejectionCode> = new Set(["desk.unavailable", "too.many"]);
/** How often; with waits of up to 4 s in between that is about a minute. */
const mostAttempts = 20;
/** Most commands that wait for their answer at once: half of what the server takes from one connection. */
const mostAtOnce = 32;

/**
 * Commands that have no answer yet, in the order in which they were given. They are kept while there is no connection,
 * and sent again under the same id whenever an answer fails to come: the desk does each once (rule D4).
 */
export class Outbox {
  readonly #waiting = new Map<string, Waiting>();
  readonly #send: (envelope: Envelope) => Promise<CommandAnswer>;
  readonly #wait: (ms: number) => Promise<void>;
  #open = false;
  /** Raised whenever the connection opens or goes, so that what an earlier one brings late is passed over. */
  #opening = 0;

  /**
   * @param send rejects if no answer came
   * @param wait resolves after so many ms
   */
  constructor(send: (envelope: Envelope) => Promise<CommandAnswer>, wait: (ms: number) => Promise<void>) {
    this.#send = send;
    this.#wait = wait;
  }

  /** How many wait for an answer, sent or not. */
  get size(): number {
    return this.#waiting.size;
  }

  /** Whether commands go out at once. */
  get open(): boolean {
    return this.#open;
  }

  /** Takes a command; resolves with its one answer, however long that takes. */
  add(envelope: Envelope): Promise<CommandAnswer> {
    return new Promise((answer) => {
      this.#waiting.set(envelope.id, { envelope, answer, sent: false, rests: false, postponed: 0 });
      this.#sendNext();
    });
  }

  /** There is a connection: everything without an answer goes out, in order. */
  resume(): void {
    this.#open = true;
    this.#opening++;
    this.#sendNext();
  }

  /** The connection is gone. What was sent without an answer will be sent again. */
  pause(): void {
    this.#open = false;
    this.#opening++;
    for (const waiting of this.#waiting.values()) waiting.sent = false;
  }

  /** Answers everything with the same refusal, where no connection will come any more. */
  abandon(answer: CommandAnswer): void {
    this.pause();
    const all = [...this.#waiting.values()];
    this.#waiting.clear();
    for (const waiting of all) waiting.answer(answer);
  }

  /** Sends what may go out, the first given first. */
  #sendNext(): void {
    if (!this.#open) return;
    let underWay = 0;
    for (const waiting of this.#waiting.values()) {
      if (underWay >= mostAtOnce) return;
      if (!waiting.rests) underWay++;
      if (!waiting.sent && !waiting.rests) void this.#try(waiting);
    }
  }

  async #try(waiting: Waiting): Promise<void> {
    waiting.sent = true;
    const opening = this.#opening;
    const answer = await this.#send(waiting.envelope).catch(() => null);
    const { id } = waiting.envelope;
    if (this.#waiting.get(id) !== waiting) return;
    if (answer === null) {
      // A later connection has sent it again already; on the same one the answer has failed to come.
      if (opening === this.#opening) await this.#rest(waiting, 0);
      return;
    }
    if (!answer.ok && again.has(answer.error.code) && waiting.postponed < mostAttempts) {
      waiting.postponed++;
      await this.#rest(waiting, Math.min(4_000, 250 * 2 ** Math.min(waiting.postponed, 4)));
      return;
    }
    this.#waiting.delete(id);
    waiting.answer(answer);
    this.#sendNext();
  }

  async #rest(waiting: Waiting, ms: number): Promise<void> {
    waiting.rests = true;
    await this.#wait(ms);
    waiting.rests = false;
    waiting.sent = false;
    this.#sendNext();
  }
}
