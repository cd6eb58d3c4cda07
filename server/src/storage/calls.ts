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
}

/** The methods that a thread answers, each with its one argument. */
export type Methods = { readonly [method: string]: (args: never) => unknown };

/**
 * Answers calls one after the other: a connection does one thing at a time. `isFull` tells of an error whether a disk is
 * full, `isAway` whether what is asked is not there for now.
 */
export function serveCalls(
  isFull: (error: unknown) => boolean,
  methods: Methods,
  isAway: (error: unknown) => boolean = () => false,
): void {
  const port = parentPort;
  if (port === null) throw new Error("This module runs in a thread of its own.");
  let last = Promise.resolve();
  port.on("message", ({ id, method, args }: Call) => {
    last = last.then(async () => {
      try {
        const run = methods[method];
        if (run === undefined) throw new Error(`This thread has no method ${method}.`);
        const value = await run(args as never);
        port.postMessage({ id, value } satisfies CallAnswer, transfersOf(value));
      } catch (error) {
        const failure = failureAcross(error, isFull(error));
        const name = isAway(error) ? "StoreUnavailable" : failure.name;
        port.postMessage({ id, failure: { ...failure, name } } satisfies CallAnswer);
      }
    });
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
  if (!(error instanceof Error)) return { name: "Error", message: String(error), stack: undefined, full };
  return { name: error.name, message: error.message, stack: error.stack, full };
}
