import { tmpdir } from "node:os";
import { join } from "node:path";
import { Worker } from "node:worker_threads";
import type { IncomingMessage } from "@flowdesk/shared/protocol/incoming-message.ts";
import { makeStagingFolder, removeStagingFolder } from "../staging.ts";
import { IntakeError } from "./intake-error.ts";
import type { RowProblem } from "./problem.ts";
import type { Reading, ReadingProgress } from "./read-into-stage.ts";
import type { RefusedPlace } from "./refuse-places.ts";
import type { SourceOptions } from "./source.ts";
import type { StageOrder, StageReport, StageRequest } from "./stage.worker.ts";

export type OpenOptions = SourceOptions & {
  /** Where to write the file of refused rows, should there be any. By default among the staged, gone with `close`. */
  readonly refusedPath?: string;
  /** The folder in which a folder for the staged messages is made: the system's for temporary files by default. */
  readonly stagingRoot?: string;
  /** How many messages `first` holds: 20 by default. */
  readonly first?: number;
  readonly onProgress?: (progress: ReadingProgress) => void;
  readonly signal?: AbortSignal;
};

/** A file of messages that has been read, checked and staged on disk. */
export type MessageFile = Reading & {
  /** The first messages in the order in which they would come in, for a dry run. */
  readonly first: readonly IncomingMessage[];
  /** All messages by (time, id), at most 500 at a time. Can be gone through once. */
  batches(): AsyncGenerator<IncomingMessage[]>;
  /**
   * Adds rows to the file of refused rows that were refused later, each by the place of its message in `batches`.
   * To be called after those, once.
   * @returns where the file is, and the first hundred of these with their rows
   */
  refuse(places: readonly RefusedPlace[]): Promise<{ refusedFile: string; refusals: readonly RowProblem[] }>;
  /** Stops the reading and removes what was staged. Can be called more than once. */
  close(): Promise<void>;
};

const batchSize = 500;

/**
 * Reads a whole file of messages in a worker thread, so that neither reading nor staging stops the event loop.
 * Call `close` in the end.
 * @throws IntakeError if the file as a whole cannot be read; the signal's reason if it is aborted
 */
export async function openMessageFile(options: OpenOptions): Promise<MessageFile> {
  options.signal?.throwIfAborted();
  const { onProgress, signal, stagingRoot, refusedPath, first = 20, path, format, map, zone, now } = options;
  const folder = makeStagingFolder(stagingRoot ?? tmpdir());
  const order: StageOrder = {
    path,
    now,
    folder,
    first,
    batch: batchSize,
    refusedPath: refusedPath ?? join(folder, "refused"),
    ...(format === undefined ? {} : { format }),
    ...(map === undefined ? {} : { map }),
    ...(zone === undefined ? {} : { zone }),
  };
  const reader = new StageReader(order, folder, onProgress ?? (() => {}));
  const stop = () => reader.fail(signal?.reason);
  signal?.addEventListener("abort", stop, { once: true });
  const close = async () => {
    signal?.removeEventListener("abort", stop);
    await reader.close();
  };
  try {
    const ready = await reader.next();
    if (ready.type !== "ready") throw new Error(`The reader of files said ${ready.type} before it was ready.`);
    const refuse = (places: readonly RefusedPlace[]) => reader.refuse(places, ready.reading.refusedFile !== undefined);
    return { ...ready.reading, first: ready.first, batches: () => reader.batches(), refuse, close };
  } catch (error) {
    await close();
    throw error;
  }
}

/** The worker's reports, one awaited at a time; progress is passed on as it comes. */
class StageReader {
  readonly #worker: Worker;
  readonly #folder: string;
  #waiting = Promise.withResolvers<StageReport>();
  #failed: { readonly reason: unknown } | undefined;
  #closed: Promise<void> | undefined;

  constructor(order: StageOrder, folder: string, onProgress: (progress: ReadingProgress) => void) {
    this.#folder = folder;
    this.#waiting.promise.catch(() => {});
    this.#worker = new Worker(new URL("./stage.worker.ts", import.meta.url), {
      workerData: order,
      // What a row leaves behind is garbage at once: a small nursery keeps a million rows within bounded memory.
      resourceLimits: { maxYoungGenerationSizeMb: 16 },
    });
    this.#worker.on("message", (report: StageReport) => {
      if (report.type === "progress") onProgress(report.progress);
      else if (report.type === "failed") this.fail(failure(report));
      else this.#waiting.resolve(report);
    });
    this.#worker.on("error", (error) => this.fail(error));
    this.#worker.on("exit", () => this.fail(new Error("The reader of files has stopped.")));
  }

  fail(reason: unknown): void {
    this.#failed ??= { reason };
    this.#waiting.reject(this.#failed.reason);
    void this.#worker.terminate();
  }

  async next(): Promise<StageReport> {
    return this.#waiting.promise;
  }

  #ask(request: StageRequest): void {
    this.#waiting = Promise.withResolvers();
    this.#waiting.promise.catch(() => {});
    if (this.#failed === undefined) this.#worker.postMessage(request);
    else this.#waiting.reject(this.#failed.reason);
  }

  async *batches(): AsyncGenerator<IncomingMessage[]> {
    this.#ask("next");
    for (;;) {
      const report = await this.next();
      if (report.type !== "batch") return;
      // The next batch is read from disk while this one is taken in.
      this.#ask("next");
      const messages: IncomingMessage[] = JSON.parse(report.json);
      yield messages;
    }
  }

  async refuse(places: readonly RefusedPlace[], goesOn: boolean) {
    this.#ask({ places, goesOn });
    const report = await this.next();
    if (report.type !== "refused") throw new Error(`The reader of files said ${report.type} to refused rows.`);
    return { refusedFile: report.refusedFile, refusals: report.refusals };
  }

  close(): Promise<void> {
    this.#closed ??= this.#worker.terminate().then(() => removeStagingFolder(this.#folder));
    return this.#closed;
  }
}

function failure(report: Extract<StageReport, { type: "failed" }>): Error {
  return report.code === null ? new Error(report.sentence) : new IntakeError(report.code, report.sentence);
}
