import { parentPort, workerData } from "node:worker_threads";
import type { IncomingMessage } from "@flowdesk/shared/protocol/incoming-message.ts";
import { IntakeError, type IntakeErrorCode } from "./intake-error.ts";
import { type Reading, type ReadingProgress, readIntoStage } from "./read-into-stage.ts";
import type { SourceOptions } from "./source.ts";

/** What the worker is started with. */
export type StageOrder = SourceOptions & {
  readonly now: number;
  readonly folder: string;
  readonly refusedPath: string;
  /** How many messages to show in advance, and how many make a batch at most. */
  readonly first: number;
  readonly batch: number;
};

/** What the worker says. It gives one `batch` for each `next` it is sent, then `end`. */
export type StageReport =
  | { readonly type: "progress"; readonly progress: ReadingProgress }
  | { readonly type: "ready"; readonly reading: Reading; readonly first: readonly IncomingMessage[] }
  | { readonly type: "batch"; readonly json: string }
  | { readonly type: "end" }
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
  parentPort?.on("message", () => {
    const { value, done } = batches.next();
    if (done) {
      stage.close();
      tell({ type: "end" });
    } else {
      tell({ type: "batch", json: value.json });
    }
  });
}

const order: StageOrder = workerData;
const tell = (report: StageReport) => parentPort?.postMessage(report);
work(order, tell).catch((error: unknown) => {
  const code = error instanceof IntakeError ? error.code : null;
  tell({
    type: "failed",
    code,
    sentence: error instanceof Error ? (code ? error.message : (error.stack ?? "")) : String(error),
  });
});
