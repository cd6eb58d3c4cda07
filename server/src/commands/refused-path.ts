import { existsSync } from "node:fs";
import { basename, extname, resolve } from "node:path";

/**
 * Where the refused rows of a file are kept, in the folder that the command runs in: `NAME.refused.csv`, or with a number
 * where there is such a file already, which somebody may be mending.
 */
export function refusedPathFor(file: string, ending: string): string {
  const name = basename(file, extname(file));
  for (let number = 1; ; number++) {
    const path = resolve(`${name}.refused${number === 1 ? "" : `-${number}`}${ending}`);
    if (!existsSync(path)) return path;
  }
}
