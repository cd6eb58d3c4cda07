import { randomBytes } from "node:crypto";
import type { IncomingMessage } from "@flowdesk/shared/protocol/incoming-message.ts";
import type { DeskService } from "../desk/desk-service.ts";
import type { Store } from "../desk/store.ts";
import { type BroughtIn, bringIn } from "./bring-in.ts";
import { type MessageFile, openMessageFile } from "./file/open-file.ts";
import type { RowProblem } from "./file/problem.ts";
import type { Reading } from "./file/read-into-stage.ts";
import type { RefusedPlace } from "./file/refuse-places.ts";
import type { SourceOptions } from "./file/source.ts";
import { replay } from "./replay.ts";

/** What a run needs of the desks. */
export interface ImportPorts {
  readonly service: DeskService;
  readonly store: Pick<Store, "head">;
  /** What the run of this name has come to since the log stood at `since`, from what is stored. */
  figuresOf(desk: string, run: string, since: number): Promise<RunFigures>;
}

export interface RunFigures {
  readonly items: number;
  readonly responses: number;
  readonly overdueResponses: number;
}

/** The counts of one run. A row that held something is accepted, a duplicate or rejected, unless the run was stopped. */
export interface ImportCounts extends RunFigures {
  readonly read: number;
  readonly accepted: number;
  readonly duplicates: number;
  readonly rejected: number;
}

/** What is being done: reading the file, finding out its threads, bringing its messages in. */
export type ImportStage = "reading" | "sorting" | "bringing in";

export interface ImportOptions extends SourceOptions {
  readonly desk: string;
  /** Brings nothing in. */
  readonly dryRun?: boolean;
  /** Replays the file at so many times its speed, from now on, instead of bringing in its past. */
  readonly speed?: number;
  /** Where to write the file of refused rows, should there be any. */
  readonly refusedPath: string;
  /** The folder in which to stage. */
  readonly stagingRoot: string;
  readonly signal: AbortSignal;
  /** `done` of `total` are bytes while the file is read, then messages; while they are brought in, what became of them. */
  readonly onProgress: (stage: ImportStage, done: number, total: number, soFar?: Readonly<BroughtIn>) => void;
  /** Told what the file turned out to hold, before anything of it is brought in. */
  readonly onRead?: (file: Reading & { readonly first: readonly IncomingMessage[] }) => void;
}

/** What became of a file. */
export interface ImportOutcome {
  readonly counts: ImportCounts;
  /** What the file turned out to hold; refused rows among those refused by the desk too, the first hundred. */
  readonly reading: Reading;
  /** The first messages in the order in which they come in. */
  readonly first: readonly IncomingMessage[];
}

/**
 * Brings a file of messages into a desk, or replays it, or says what would come in. What the desk itself refuses goes
 * into the file of refused rows as well.
 * @throws IntakeError if the file as a whole cannot be read; BringInStopped if the desk could not take more; the
 * signal's reason if it is aborted
 */
export async function runImport(ports: ImportPorts, options: ImportOptions): Promise<ImportOutcome> {
  const { path, format, map, zone, now, refusedPath, stagingRoot, signal, onProgress } = options;
  const file = await openMessageFile({
    path,
    now,
    refusedPath,
    stagingRoot,
    signal,
    onProgress: ({ phase, done, total }) => onProgress(phase === "reading" ? "reading" : "sorting", done, total),
    ...(format === undefined ? {} : { format }),
    ...(map === undefined ? {} : { map }),
    ...(zone === undefined ? {} : { zone }),
  });
  try {
    options.onRead?.(file);
    return options.dryRun === true ? dryRun(file) : await run(file, ports, options);
  } catch (error) {
    // What waits when it is aborted says so in words of its own.
    signal.throwIfAborted();
    throw error;
  } finally {
    await file.close();
  }
}

async function run(file: MessageFile, ports: ImportPorts, options: ImportOptions): Promise<ImportOutcome> {
  const { desk, speed, signal, onProgress } = options;
  const name = randomBytes(5).toString("hex");
  const by = `${speed === undefined ? "import" : "replay"}:${name}`;
  const since = (await ports.store.head(desk))?.seq ?? 0;
  const staged = file.read - file.refused;
  const refused: RefusedPlace[] = [];
  onProgress("bringing in", 0, staged);
  const brought = await bringIn({
    service: ports.service,
    desk,
    run: by,
    batches:
      speed === undefined
        ? file.batches()
        : replay({ batches: file.batches(), speed, run: name, now: Date.now, signal }),
    signal,
    onProgress: (soFar) => onProgress("bringing in", soFar.accepted + soFar.duplicates + soFar.rejected, staged, soFar),
    onRefused: (_message, code, reason, place) => refused.push({ place, code, reason }),
  });
  const reading = refused.length === 0 ? file : withRefused(file, await file.refuse(refused), refused.length);
  return {
    counts: {
      read: file.read,
      accepted: brought.accepted,
      duplicates: brought.duplicates,
      rejected: reading.refused,
      ...(await ports.figuresOf(desk, by, since)),
    },
    reading,
    first: file.first,
  };
}

function withRefused(
  reading: Reading,
  later: { readonly refusedFile: string; readonly refusals: readonly RowProblem[] },
  count: number,
): Reading {
  return {
    ...reading,
    refused: reading.refused + count,
    refusals: [...reading.refusals, ...later.refusals].slice(0, 100),
    refusedFile: later.refusedFile,
  };
}

function dryRun(file: MessageFile): ImportOutcome {
  const { read, refused, first } = file;
  const counts = { read, accepted: 0, duplicates: 0, rejected: refused, items: 0, responses: 0, overdueResponses: 0 };
  return { counts, reading: file, first };
}
