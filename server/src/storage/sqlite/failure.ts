import { statfsSync } from "node:fs";
import { dirname } from "node:path";

/** Result codes of SQLite (https://sqlite.org/rescode.html), the primary ones in the low byte. */
const codes = { busy: 5, readonly: 8, io: 10, corrupt: 11, full: 13, cantOpen: 14, notADatabase: 26 } as const;

/** What kind of failure an error of SQLite's is. */
export type Failure = keyof typeof codes | "other";

/** The kind of failure; `other` for what is no error of SQLite's. */
export function failureOf(error: unknown): Failure {
  const primary = (errorNumber(error) ?? -1) & 0xff;
  for (const [name, code] of Object.entries(codes)) if (code === primary) return name as keyof typeof codes;
  return "other";
}

/** Whether a write failed for want of space; an error of the disk counts when its file system has no room left. */
export function isFull(error: unknown, file: string): boolean {
  const failure = failureOf(error);
  if (failure === "full" || (error instanceof Error && "code" in error && error.code === "ENOSPC")) return true;
  return failure === "io" && freeBytes(file) < leastRoom;
}

/**
 * Why the file cannot be written, or not be reached, for now; null where the error is no such. Anybody may read it: it does
 * not say where files lie.
 */
export function whyAway(error: unknown): string | null {
  switch (failureOf(error)) {
    case "readonly":
    case "cantOpen":
      return "The database cannot be opened or written to now: it, its folder or their disk was set to read only, or taken away. Give the right to write there back. (data.readonly)";
    case "busy":
      return "Another process does not let go of the database.";
    case "io":
      return "The disk that the database lies on fails.";
    default:
      return null;
  }
}

/** With less room than this on its file system, a failed write is put down to want of space. */
const leastRoom = 1024 * 1024;

/**
 * A write may still find room in the log of writes while no batch does: whether the file's system has as much as counts.
 * @throws Error `ENOSPC` if it has not
 */
export function requireRoom(file: string): void {
  if (freeBytes(file) < leastRoom) throw Object.assign(new Error("The disk is full."), { code: "ENOSPC" });
}

function freeBytes(file: string): number {
  try {
    const { bavail, bfree, bsize } = statfsSync(dirname(file));
    // What a file system keeps back it keeps for root.
    return (process.getuid?.() === 0 ? bfree : bavail) * bsize;
  } catch {
    return Number.POSITIVE_INFINITY;
  }
}

function errorNumber(error: unknown): number | null {
  return error instanceof Error && "errcode" in error && typeof error.errcode === "number" ? error.errcode : null;
}
