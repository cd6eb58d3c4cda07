import { existsSync, mkdirSync, statSync } from "node:fs";
import { dirname, resolve } from "node:path";

/**
 * Makes a folder and those above it. Not Node's own recursive way: it never comes back from where nothing can be made
 * although the folder above is there, as in /proc.
 * @throws the system's error if it cannot be made, or a file stands in its place.
 */
export function makeFolder(path: string): void {
  const folder = resolve(path);
  const above = dirname(folder);
  if (!existsSync(above)) makeFolder(above);
  try {
    mkdirSync(folder);
  } catch (error) {
    if (statSync(folder, { throwIfNoEntry: false })?.isDirectory() !== true) throw error;
  }
}
