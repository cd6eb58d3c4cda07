import { parentPort, workerData } from "node:worker_threads";
import { openRead } from "./database.ts";
import { leadsTo } from "./file-identity.ts";
import type { OpenedDatabase } from "./sqlite-store.ts";

/** What it tells: another connection may have written; the path leads to the file no more, once in so many ms. */
export type Watched = "changed" | "gone";

/** How often the database is asked whether another connection has written, in ms. The question reads no page. */
const interval = 50;
/** That the file is gone is told again after so many ms. */
const pause = 1_000;

const { file, opened } = workerData as OpenedDatabase;
const tell = (what: Watched) => parentPort?.postMessage(what);
let toldAt = Number.NEGATIVE_INFINITY;

function isThere(): boolean {
  if (leadsTo(file, opened)) {
    toldAt = Number.NEGATIVE_INFINITY;
    return true;
  }
  if (performance.now() - toldAt >= pause) {
    toldAt = performance.now();
    tell("gone");
  }
  return false;
}

if (!isThere()) throw new Error("The database is gone.");
const raw = openRead(file);
const version = raw.prepare("pragma data_version");
let last = version.get()?.data_version;
// What was written before the first look is rung for as well.
tell("changed");

setInterval(() => {
  isThere();
  const now = version.get()?.data_version;
  if (now === last) return;
  last = now;
  tell("changed");
}, interval);
