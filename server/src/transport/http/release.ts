import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";

/**
 * A name for the console that is built in a folder: its page names every file by what is in it, so that another build
 * has another name. Null where nothing is built.
 */
export function releaseOf(folder: string | null): string | null {
  if (folder === null) return null;
  try {
    return createHash("sha256")
      .update(readFileSync(join(folder, "index.html")))
      .digest("hex")
      .slice(0, 16);
  } catch {
    return null;
  }
}
