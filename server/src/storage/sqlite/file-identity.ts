import { type Stats, statSync } from "node:fs";

/**
 * Which file it is, whatever it is called. As long as somebody has it open the system gives its number to no other one,
 * though it be removed.
 */
export type FileIdentity = Pick<Stats, "dev" | "ino">;

/** Which file a path leads to; null if it leads to none, or cannot be followed. */
export function identityAt(path: string): FileIdentity | null {
  try {
    const found = statSync(path, { throwIfNoEntry: false });
    return found === undefined ? null : { dev: found.dev, ino: found.ino };
  } catch {
    return null;
  }
}

/** Whether a path leads to this very file. */
export function leadsTo(path: string, { dev, ino }: FileIdentity): boolean {
  const found = identityAt(path);
  return found !== null && found.dev === dev && found.ino === ino;
}
