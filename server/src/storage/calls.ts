import { parentPort, type Transferable } from "node:worker_threads";

/** A call to a thread, and its answer. */
export interface Call {
  readonly id: number;
  readonly method: string;
  readonly args: unknown;
}
export type CallAnswer =
  | { readonly id: number; readonly value: unknown }
  | { readonly id: number; readonly failure: CallFailure };

/** An error as it crosses to another thread. */
export interface CallFailure {
  readonly name: string;
  readonly message: string;
  readonly stack: string | undefined;
  /** The disk is full. */
  readonly full: boolean;
  readonly cause: CallFailure | undefined;
}

/** The methods that a thread answers, each with its one argument. */
export type Methods = { readonly [method: string]: (args: never) => unknown };

export interface ServedCalls {
  /** Whether an error tells that a disk is full. */
  readonly isFull: (error: unknown) => boolean;
  /** Why what is asked is not there for now, as a sentence, where an error tells that; else null. */
  readonly whyAway?: (error: unknown) => string | null;
  /** Whether calls are answered as they come; else one after the other, as one connection does one thing at a time. */
  readonly atOnce?: boolean;
}

/** Answers calls, `close` when all that came before it have been answered. */
export function serveCalls(methods: Methods, { isFull, whyAway = () => null, atOnce = false }: ServedCalls): void {
  const port = parentPort;
  if (port === null) throw new Error("This module runs in a thread of its own.");
  const answering = new Set<Promise<void>>();
  const answer = async ({ id, method, args }: Call) => {
    try {
      const run = methods[method];
      if (run === undefined) throw new Error(`This thread has no method ${method}.`);
      const value = await run(args as never);
      port.postMessage({ id, value } satisfies CallAnswer, transfersOf(value));
    } catch (error) {
      const failure = failureAcross(error, isFull(error));
      const message = whyAway(error);
      const told = message === null ? failure : { ...failure, name: "StoreUnavailable", message, cause: failure };
      port.postMessage({ id, failure: told } satisfies CallAnswer);
    }
  };
  port.on("message", (call: Call) => {
    const before = atOnce && call.method !== "close" ? null : Promise.all(answering);
    const answered = (before === null ? answer(call) : before.then(() => answer(call))).finally(() =>
      answering.delete(answered),
    );
    answering.add(answered);
  });
}

/** Bytes go over to the other thread without being copied. */
function transfersOf(value: unknown): Transferable[] {
  if (typeof value !== "object" || value === null) return [];
  return Object.values(value).flatMap((part) =>
    part instanceof Uint8Array && part.buffer instanceof ArrayBuffer ? [part.buffer] : [],
  );
}

function failureAcross(error: unknown, full: boolean): CallFailure {
  if (!(error instanceof Error))
    return { name: "Error", message: String(error), stack: undefined, full, cause: undefined };
  const { name, message, stack, cause } = error;
  return { name, message, stack, full, cause: cause === undefined ? undefined : failureAcross(cause, false) };
}
