import { Worker } from "node:worker_threads";
import { OutcomeUnknown, StorageFull, StoreGone, StoreUnavailable } from "../desk/store.ts";
import type { Call, CallAnswer, CallFailure } from "./calls.ts";

/** A thread that dies more often than this within a minute is given up. */
const mostRestarts = 3;
const restartSpan = 60_000;
/**
 * What a thread makes it lets go of with the answer: room for more of it than this, in MB, is memory that it holds for
 * nothing (three threads took some 20 MB more without).
 */
const young = 12;

export interface ThreadOptions {
  readonly script: URL;
  /** What the thread finds as its `workerData`. */
  readonly data: unknown;
  /** Called with each thread as it starts. */
  readonly onStart?: ((worker: Worker) => void) | undefined;
  /** The thread has died again and again, and nothing more can be done: the process should say so and end. */
  readonly onFatal: (error: Error) => void;
}

interface Pending {
  readonly resolve: (value: unknown) => void;
  readonly reject: (error: Error) => void;
}

/**
 * A thread that answers calls. It starts with the first one, and again when it dies; what was pending then rejects with
 * `OutcomeUnknown`.
 */
export class Thread {
  readonly #options: ThreadOptions;
  readonly #pending = new Map<number, Pending>();
  #worker: Worker | null = null;
  #next = 1;
  #closing = false;
  #givenUp = false;
  #died: number[] = [];

  constructor(options: ThreadOptions) {
    this.#options = options;
  }

  call<T>(method: string, args: unknown): Promise<T> {
    if (this.#closing || this.#givenUp) return Promise.reject(new Error("The storage is closed."));
    const worker = this.#worker ?? this.#start();
    const { promise, resolve, reject } = Promise.withResolvers<unknown>();
    const id = this.#next++;
    this.#pending.set(id, { resolve, reject });
    worker.postMessage({ id, method, args } satisfies Call);
    return promise as Promise<T>;
  }

  /** How many calls wait for their answers. */
  get pending(): number {
    return this.#pending.size;
  }

  /** Lets the thread finish what it was asked, close its connection and end. */
  async close(): Promise<void> {
    if (this.#closing || this.#worker === null) return;
    const worker = this.#worker;
    const closed = this.call("close", null);
    this.#closing = true;
    await closed.catch(() => undefined);
    await worker.terminate();
  }

  #start(): Worker {
    const { script, data, onStart } = this.#options;
    const worker = new Worker(script, {
      workerData: data,
      name: script.pathname.split("/").at(-1) ?? "storage",
      resourceLimits: { maxYoungGenerationSizeMb: young },
    });
    let cause: unknown;
    worker.on("message", (answer: CallAnswer) => this.#answer(answer));
    worker.on("error", (error) => {
      cause = error;
    });
    worker.on("exit", () => this.#ended(worker, cause));
    this.#worker = worker;
    onStart?.(worker);
    return worker;
  }

  #answer(answer: CallAnswer): void {
    const pending = this.#pending.get(answer.id);
    if (pending === undefined) return;
    this.#pending.delete(answer.id);
    if ("value" in answer) pending.resolve(answer.value);
    else pending.reject(revived(answer.failure));
  }

  #ended(worker: Worker, cause: unknown): void {
    if (this.#worker !== worker) return;
    this.#worker = null;
    if (!this.#closing) this.#revive(cause);
    const lost = [...this.#pending.values()];
    this.#pending.clear();
    for (const { reject } of lost) reject(new OutcomeUnknown("A thread of the storage has ended.", { cause }));
  }

  #revive(cause: unknown): void {
    const now = performance.now();
    this.#died = [...this.#died.filter((at) => now - at < restartSpan), now];
    if (this.#died.length <= mostRestarts) return;
    this.#givenUp = true;
    const why = cause instanceof Error ? cause.message : "no reason given";
    this.#options.onFatal(
      new Error(`A thread of the storage has ended ${this.#died.length} times within a minute: ${why}`, { cause }),
    );
  }
}

function revived({ name, message, stack, full, cause }: CallFailure): Error {
  const because = cause === undefined ? undefined : { cause: revived(cause) };
  const error = full
    ? new StorageFull(message, because)
    : name === "StoreUnavailable"
      ? new StoreUnavailable(message, because)
      : name === "StoreGone"
        ? new StoreGone(message, because)
        : name === "OutcomeUnknown"
          ? new OutcomeUnknown(message, because)
          : Object.assign(new Error(message, because), { name });
  if (stack !== undefined) error.stack = stack;
  return error;
}
