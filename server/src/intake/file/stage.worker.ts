import { parentPort, workerData } from "node:worker_threads";
import type { IncomingMessage } from "@flowdesk/shared/protocol/incoming-message.ts";
import { isDiskFull } from "../uploads.ts";
import { IntakeError, type IntakeErrorCode } from "./intake-error.ts";
import type { RowProblem } from "./problem.ts";
import { type Reading, type ReadingProgress, readIntoStage } from "./read-into-stage.ts";
import { type RefusedPlace, refusePlaces } from "./refuse-places.ts";
import type { SourceOptions } from "./source.ts";

/** What the worker is started with. */
export type StageOrder = SourceOptions & {
  readonly folder: string;
  readonly refusedPath: string;
  /** How many messages to show in advance, and how many make a batch at most. */
  readonly first: number;
  readonly batch: number;
};

/** What the worker is asked for once it is ready: the next batch, or to put rows among the refused ones. */
export type StageRequest = "next" | { readonly places: readonly RefusedPlace[]; readonly goesOn: boolean };

/** What the worker says. It gives one `batch` for each `next` it is sent, then `end`. */
export type StageReport =
  | { readonly type: "progress"; readonly progress: ReadingProgress }
  | { readonly type: "ready"; readonly reading: Reading; readonly first: readonly IncomingMessage[] }
  | { readonly type: "batch"; readonly json: string }
  | { readonly type: "end" }
  | { readonly type: "refused"; readonly refusedFile: string; readonly refusals: readonly RowProblem[] }
  | { readonly type: "failed"; readonly code: IntakeErrorCode | null; readonly sentence: string };

const progressEvery = 100;

async function work(order: StageOrder, tell: (report: StageReport) => void): Promise<void> {
  let told = Number.NEGATIVE_INFINITY;
  let phase = "";
  const { reading, stage } = await readIntoStage(order, (progress) => {
    if (performance.now() - told < progressEvery && progress.phase === phase) return;
    told = performance.now();
    phase = progress.phase;
    tell({ type: "progress", progress });
  });
  const first: IncomingMessage[] = [...stage.batches(order.first, order.first)].flatMap(({ json }) => JSON.parse(json));
  tell({ type: "ready", reading, first });
  const batches = stage.batches(order.batch);
  const answer = async (request: StageRequest): Promise<StageReport> => {
    if (request !== "next") {
      const refusals = await refusePlaces(order, stage, request.places, request.goesOn);
      return { type: "refused", refusedFile: order.refusedPath, refusals };
    }
    const { value, done } = batches.next();
    return done ? { type: "end" } : { type: "batch", json: value.json };
  };
  parentPort?.on("message", (request: StageRequest) => {
    answer(request).then(tell, (error: unknown) => tell(failed(error)));
  });
}

const order: StageOrder = workerData;
const tell = (report: StageReport) => parentPort?.postMessage(report);
work(order, tell).catch((error: unknown) => tell(failed(error)));

function failed(error: unknown): StageReport {
  if (error instanceof IntakeError) return { type: "failed", code: error.code, sentence: error.message };
  if (isDiskFull(error)) {
    return {
      type: "failed",
      code: "storage.full",
      sentence: "The disk is full: what was read of the file could not be kept. Make room and bring it in again.",
    };
  }
  return { type: "failed", code: null, sentence: error instanceof Error ? (error.stack ?? "") : String(error) };
}
