import { existsSync, readdirSync, renameSync, rmdirSync, rmSync, statSync } from "node:fs";
import { open } from "node:fs/promises";
import { join } from "node:path";
import { DataFolderError } from "../sqlite/data-folder-error.ts";
import { databaseName } from "../sqlite/open-sqlite.ts";
import { lockForServing, type ServeLock } from "../sqlite/serve-lock.ts";
import { CopyRefused } from "./copy-refused.ts";

/** Where a backup is written until it is whole, within the folder that it is for. */
const draftName = "flowdesk.part";

/** A folder in which a backup is written, held against every other backup into the same place. */
export interface DraftFolder {
  /** Where to write `flowdesk.db` and `secret`. */
  readonly path: string;
  readonly lock: ServeLock;
  /**
   * Gives what was written its name, the database last, and takes the draft away.
   * @throws CopyRefused if what stands there then is not what was written
   */
  finish(): Promise<void>;
  /** Takes away whatever of it is there. After `finish` it does nothing. */
  abandon(): void;
}

/**
 * Takes a folder for a backup: one that is not there yet, or holds nothing but what a backup that was killed has left,
 * which is cleared. Only who holds it ever takes anything away there.
 * @throws CopyRefused if there is something else in it; DataFolderError `data.in.use` while another backup goes into it
 */
export function openDraft(folder: string): DraftFolder {
  requireFree(folder);
  const path = join(folder, draftName);
  const made = !existsSync(folder);
  const lock = held(path, folder, made);
  let mine = true;
  const abandon = () => {
    if (!mine) return;
    mine = false;
    if (!existsSync(join(folder, databaseName))) rmSync(join(folder, "secret"), { force: true });
    clear(path, lock);
    removeEmpty(path);
    if (made) removeEmpty(folder);
  };
  try {
    // Another may have come to its end since.
    requireFree(folder);
  } catch (error) {
    mine = false;
    clear(path, lock);
    removeEmpty(path);
    throw error;
  }
  for (const name of readdirSync(path)) if (!ofLock.has(name)) rmSync(join(path, name), { recursive: true });
  rmSync(join(folder, "secret"), { force: true });
  return {
    path,
    lock,
    abandon,
    finish: async () => {
      const [draft, database] = [join(path, databaseName), join(folder, databaseName)];
      const { size } = statSync(draft);
      for (const name of ["secret", databaseName]) {
        if (!existsSync(join(path, name))) continue;
        await settled(join(path, name));
        renameSync(join(path, name), join(folder, name));
      }
      abandon();
      await settled(folder);
      if (statSync(database, { throwIfNoEntry: false })?.size !== size)
        throw new CopyRefused(
          "copy.differs",
          `What stands in ${database} is not what was written. Somebody has changed the folder meanwhile.`,
        );
    },
  };
}

/** The files of the lock itself, which go as it is let go of. */
const ofLock: ReadonlySet<string> = new Set(["serve.lock", "serve.lock-journal", "serve.json"]);

/** A `secret` beside a draft is of a backup that was killed as it came to its end. */
function requireFree(folder: string): void {
  const standing = statSync(folder, { throwIfNoEntry: false });
  if (standing === undefined) return;
  const names = standing.isDirectory() ? readdirSync(folder) : [folder];
  const left = names.includes(draftName) ? [draftName, "secret"] : [];
  if (names.every((name) => left.includes(name))) return;
  throw new CopyRefused(
    "copy.target.not.empty",
    `${folder} is there already, and not empty. A backup goes into a folder of its own.`,
  );
}

function held(path: string, folder: string, made: boolean): ServeLock {
  try {
    return lockForServing(path);
  } catch (error) {
    if (!(error instanceof DataFolderError && error.code === "data.in.use")) {
      removeEmpty(path);
      if (made) removeEmpty(folder);
      throw error;
    }
    throw new DataFolderError("data.in.use", `Another backup is being made into ${folder}. Choose another folder.`, {
      cause: error,
    });
  }
}

function clear(path: string, lock: ServeLock): void {
  for (const name of readdirSync(path))
    if (!ofLock.has(name)) rmSync(join(path, name), { recursive: true, force: true });
  lock.remove();
}

/** Takes a folder away that nobody has put anything into. */
function removeEmpty(folder: string): void {
  try {
    rmdirSync(folder);
  } catch {
    // It is not there, or somebody's.
  }
}

/** Has a file, or what a folder lists, reach the disk. */
async function settled(path: string): Promise<void> {
  const file = await open(path, "r");
  try {
    await file.sync();
  } finally {
    await file.close();
  }
}
