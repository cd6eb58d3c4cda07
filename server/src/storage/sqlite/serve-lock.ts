import { existsSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { DataFolderError } from "./data-folder-error.ts";
import { makeFile } from "./database.ts";
import { failureOf } from "./failure.ts";
import { makeFolder } from "./make-folder.ts";
import { explain } from "./open-sqlite.ts";

/** That this process, and no other, serves a data folder. */
export interface ServeLock {
  /** Says where it serves, so that a second server can name it. */
  announce(address: string): void;
  release(): void;
  /** Takes the lock's own files away, and lets go of it: of one who leaves nothing behind. */
  remove(): void;
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
  const write = (address: string | null) => writeFileSync(note, `${JSON.stringify({ pid: process.pid, address })}\n`);
  const there = { file: existsSync(file), note: existsSync(note) };
  let held: DatabaseSync | null = null;
  try {
    makeFolder(folder);
    held = heldAt(file);
    write(null);
  } catch (error) {
    if (held !== null) {
      if (!there.note) rmSync(note, { force: true });
      if (!there.file) rmSync(file, { force: true });
      held.close();
    }
    if (failureOf(error) !== "busy") throw explain(error, folder, file);
    const { pid, address } = whoServes(note);
    throw new DataFolderError(
      "data.in.use",
      `Another Flowdesk serves ${folder} already${pid === null ? "" : `: process ${pid}`}${address === null ? "" : `, at ${address}`}. Stop it, or choose another folder with --data.`,
      { cause: error },
    );
  }
  const lock = held;
  const release = () => {
    if (lock.isOpen) lock.close();
  };
  return {
    announce: write,
    release,
    remove: () => {
      if (!lock.isOpen) return;
      // While it is held: the next one would else lose what it has just made.
      rmSync(note, { force: true });
      rmSync(file, { force: true });
      release();
    },
  };
}

/** Holds the file that stands there. One that was taken away between opening and locking it holds nobody off. */
function heldAt(file: string): DatabaseSync {
  const standing = () => statSync(file, { throwIfNoEntry: false })?.ino;
  for (;;) {
    makeFile(file);
    const before = standing();
    const held = new DatabaseSync(file, { timeout: 0 });
    try {
      held.exec("begin exclusive");
      if (before !== undefined && standing() === before) return held;
    } catch (error) {
      held.close();
      throw error;
    }
    held.close();
  }
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
