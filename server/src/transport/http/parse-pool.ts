import { Worker } from "node:worker_threads";
import { inTurns, nextTurn } from "../../desk/in-turns.ts";
import { type MessageRefusal, type ReadBody, type ReadMessage, readMessages } from "./read-messages.ts";

/** Bodies larger than this are read off the event loop, in bytes. */
const largestHere = 256 * 1024;
/** Threads that read bodies; they start when the first is needed. */
const threads = 2;

export interface ParseJob {
  readonly job: number;
  readonly body: Uint8Array;
  readonly ndjson: boolean;
}

/** What a thread reports of a job: messages in portions, then its end. */
export type ParseReport =
  | { readonly job: number; readonly done: false; readonly messages: readonly ReadMessage[] }
  | { readonly job: number; readonly done: true; readonly refusals: readonly MessageRefusal[] }
  | { readonly job: number; readonly done: true; readonly unreadable: string }
  | { readonly job: number; readonly done: true; readonly fault: string };

interface Waiting {
  readonly messages: ReadMessage[];
  readonly resolve: (read: ReadBody) => void;
  readonly reject: (error: Error) => void;
}

interface Thread {
  readonly worker: Worker;
  readonly jobs: Map<number, Waiting>;
}

/** Reads bodies of messages: small ones here, large ones in threads. */
export class ParsePool {
  readonly #threads: Array<Thread | null> = new Array(threads).fill(null);
  #job = 0;

  /** `counted` is told how many messages a body has, good or not, as soon as that is known; what it throws ends the reading. */
  async read(body: Uint8Array, ndjson: boolean, counted: (messages: number) => void): Promise<ReadBody> {
    if (body.length <= largestHere) {
      // Of several that have come in within one turn of the event loop each would else begin in it.
      await nextTurn();
      return inTurns(readMessages(body, ndjson, counted));
    }
    const read = await this.#readElsewhere(body, ndjson);
    if (!("unreadable" in read)) counted(read.messages.length + read.refusals.length);
    return read;
  }

  async stop(): Promise<void> {
    await Promise.all(this.#threads.map((thread) => thread?.worker.terminate()));
  }

  #readElsewhere(body: Uint8Array, ndjson: boolean): Promise<ReadBody> {
    const { worker, jobs } = this.#leastBusy();
    const job = ++this.#job;
    return new Promise((resolve, reject) => {
      jobs.set(job, { messages: [], resolve, reject });
      const message: ParseJob = { job, body, ndjson };
      worker.postMessage(message);
    });
  }

  #leastBusy(): Thread {
    let least = 0;
    for (const [index, thread] of this.#threads.entries()) {
      if (thread === null) return this.#start(index);
      if (thread.jobs.size < (this.#threads[least]?.jobs.size ?? 0)) least = index;
    }
    return this.#threads[least] ?? this.#start(least);
  }

  #start(index: number): Thread {
    const worker = new Worker(new URL("./parse.worker.ts", import.meta.url));
    worker.unref();
    const thread: Thread = { worker, jobs: new Map() };
    this.#threads[index] = thread;
    worker.on("message", (report: ParseReport) => settle(thread.jobs, report));
    const die = (error: Error) => {
      if (this.#threads[index] === thread) this.#threads[index] = null;
      for (const { reject } of thread.jobs.values()) reject(error);
      thread.jobs.clear();
    };
    worker.on("error", die);
    worker.on("exit", (code) => die(new Error(`The thread that reads bodies has ended with code ${code}`)));
    return thread;
  }
}

function settle(jobs: Map<number, Waiting>, report: ParseReport): void {
  const waiting = jobs.get(report.job);
  if (waiting === undefined) return;
  if (!report.done) {
    for (const message of report.messages) waiting.messages.push(message);
    return;
  }
  jobs.delete(report.job);
  if ("fault" in report) waiting.reject(new Error(report.fault));
  else if ("unreadable" in report) waiting.resolve({ unreadable: report.unreadable });
  else waiting.resolve({ messages: waiting.messages, refusals: report.refusals });
}
