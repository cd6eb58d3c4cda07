import { mkdirSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { join } from "node:path";

const named = /^flowdesk-staging-(\d+)-/u;
/** The folders of this process: its number may have been another's before a restart. */
const ours = new Set<string>();

/**
 * The folder in a data folder for what is staged while it is brought in. What processes that are no more have left in it
 * is removed.
 * @param data the data folder
 */
export function stagingIn(data: string): string {
  const root = join(data, "staging");
  mkdirSync(root, { recursive: true });
  for (const name of readdirSync(root)) {
    const owner = named.exec(name)?.[1];
    const folder = join(root, name);
    if (owner === undefined || ours.has(folder) || (Number(owner) !== process.pid && isAlive(Number(owner)))) continue;
    rmSync(folder, { recursive: true, force: true });
  }
  return root;
}

/** Makes a folder to stage in, named by this process. */
export function makeStagingFolder(root: string): string {
  const folder = mkdtempSync(join(root, `flowdesk-staging-${process.pid}-`));
  ours.add(folder);
  return folder;
}

/** Removes a folder that was staged in, with what is in it. */
export function removeStagingFolder(folder: string): void {
  rmSync(folder, { recursive: true, force: true });
  ours.delete(folder);
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // A process of somebody else may not be asked, but is there.
    return error instanceof Error && "code" in error && error.code === "EPERM";
  }
}
