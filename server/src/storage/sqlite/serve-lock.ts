import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { DataFolderError } from "./data-folder-error.ts";
import { failureOf } from "./failure.ts";
import { makeFolder } from "./make-folder.ts";
import { explain } from "./open-sqlite.ts";

/** That this process, and no other, serves a data folder. */
export interface ServeLock {
  /** Says where it serves, so that a second server can name it. */
  announce(address: string): void;
  release(): void;
}

/** Where the folder is served, or was when it last was; null if it never was. */
export function servedAt(folder: string): string | null {
  return whoServes(noteIn(folder)).address;
}

const noteIn = (folder: string) => join(folder, "serve.json");

/**
 * Takes the folder for this process to serve. The lock is a write transaction held open on a file of its own, so that the
 * system lets go of it when the process dies, however it dies.
 * @throws DataFolderError `data.in.use`, naming who has it; or why the folder cannot be used.
 */
export function lockForServing(folder: string): ServeLock {
  const file = join(folder, "serve.lock");
  const note = noteIn(folder);
  let held: DatabaseSync;
  try {
    makeFolder(folder);
    held = new DatabaseSync(file, { timeout: 0 });
    held.exec("begin exclusive");
  } catch (error) {
    if (failureOf(error) !== "busy") throw explain(error, folder, file);
    const { pid, address } = whoServes(note);
    throw new DataFolderError(
      "data.in.use",
      `Another Flowdesk serves ${folder} already${pid === null ? "" : `: process ${pid}`}${address === null ? "" : `, at ${address}`}. Stop it, or choose another folder with --data.`,
      { cause: error },
    );
  }
  const write = (address: string | null) => writeFileSync(note, `${JSON.stringify({ pid: process.pid, address })}\n`);
  write(null);
  return {
    announce: write,
    release: () => {
      if (held.isOpen) held.close();
    },
  };
}

function whoServes(note: string): { pid: number | null; address: string | null } {
  try {
    const said: unknown = JSON.parse(readFileSync(note, "utf8"));
    if (typeof said !== "object" || said === null) return { pid: null, address: null };
    const { pid, address } = said as { pid?: unknown; address?: unknown };
    return { pid: typeof pid === "number" ? pid : null, address: typeof address === "string" ? address : null };
  } catch {
    return { pid: null, address: null };
  }
}
