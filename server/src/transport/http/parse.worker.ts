import { parentPort } from "node:worker_threads";
import { atOnce } from "../../desk/in-turns.ts";
import type { ParseJob, ParseReport } from "./parse-pool.ts";
import { readMessages } from "./read-messages.ts";

/** So many messages are handed back at once, so that taking them stalls nobody. */
const portion = 250;

parentPort?.on("message", ({ job, body, ndjson }: ParseJob) => {
  const report = (message: ParseReport) => parentPort?.postMessage(message);
  try {
    const read = atOnce(readMessages(body, ndjson));
    if ("unreadable" in read) return report({ job, done: true, ...read });
    for (let at = 0; at < read.messages.length; at += portion) {
      report({ job, done: false, messages: read.messages.slice(at, at + portion) });
    }
    report({ job, done: true, refusals: read.refusals });
  } catch (error) {
    report({ job, done: true, fault: error instanceof Error ? (error.stack ?? error.message) : String(error) });
  }
});
