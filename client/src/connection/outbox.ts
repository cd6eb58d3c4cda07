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
  /** How often the desk said that it cannot answer now. */
  postponed: number;
}

/** Answers after which the same command is sent again under the same id. */
const again: ReadonlySet<RejectionCode> = new Set(["desk.unavailable", "too.many"]);
/** How often; with waits of up to 4 s in between that is about a minute. */
const mostAttempts = 20;

/**
 * Commands that have no answer yet, in the order in which they were given. They are kept while there is no connection,
 * and sent again under the same id whenever an answer fails to come: the desk does each once (rule D4).
 */
export class Outbox {
  readonly #waiting = new Map<string, Waiting>();
  readonly #send: (envelope: Envelope) => Promise<CommandAnswer>;
  readonly #wait: (ms: number) => Promise<void>;
  #open = false;

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
      const waiting: Waiting = { envelope, answer, sent: false, postponed: 0 };
      this.#waiting.set(envelope.id, waiting);
      if (this.#open) void this.#try(waiting);
    });
  }

  /** There is a connection: everything without an answer goes out, in order. */
  resume(): void {
    this.#open = true;
    for (const waiting of this.#waiting.values()) if (!waiting.sent) void this.#try(waiting);
  }

  /** The connection is gone. What was sent without an answer will be sent again. */
  pause(): void {
    this.#open = false;
    for (const waiting of this.#waiting.values()) waiting.sent = false;
  }

  /** Answers everything with the same refusal, where no connection will come any more. */
  abandon(answer: CommandAnswer): void {
    const all = [...this.#waiting.values()];
    this.#waiting.clear();
    for (const waiting of all) waiting.answer(answer);
  }

  async #try(waiting: Waiting): Promise<void> {
    waiting.sent = true;
    let answer: CommandAnswer;
    try {
      answer = await this.#send(waiting.envelope);
    } catch {
      waiting.sent = false;
      await this.#wait(0);
      this.#retry(waiting);
      return;
    }
    const { id } = waiting.envelope;
    if (this.#waiting.get(id) !== waiting) return;
    if (!answer.ok && again.has(answer.error.code) && waiting.postponed < mostAttempts) {
      waiting.postponed++;
      waiting.sent = false;
      await this.#wait(Math.min(4_000, 250 * 2 ** Math.min(waiting.postponed, 4)));
      this.#retry(waiting);
      return;
    }
    this.#waiting.delete(id);
    waiting.answer(answer);
  }

  #retry(waiting: Waiting): void {
    if (this.#open && !waiting.sent && this.#waiting.get(waiting.envelope.id) === waiting) void this.#try(waiting);
  }
}
