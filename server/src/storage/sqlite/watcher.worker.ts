import { parentPort, workerData } from "node:worker_threads";
import { openRead } from "./database.ts";

/** How often the database is asked whether another connection has written, in ms. The question reads no page. */
const interval = 50;

const { file } = workerData as { file: string };
const raw = openRead(file);
const version = raw.prepare("pragma data_version");
let last = version.get()?.data_version;
// What was written before the first look is rung for as well.
parentPort?.postMessage("changed");

setInterval(() => {
  const now = version.get()?.data_version;
  if (now === last) return;
  last = now;
  parentPort?.postMessage("changed");
}, interval);
