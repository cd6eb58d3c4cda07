import { createWriteStream } from "node:fs";
import { join } from "node:path";
import { type Readable, Transform } from "node:stream";
import { pipeline } from "node:stream/promises";
import { largestImport } from "@flowdesk/shared/protocol/import.ts";
import { StorageFull } from "../desk/store.ts";
import { failureOf } from "../storage/sqlite/failure.ts";

/** The file is larger than what is taken. */
export class UploadTooLarge extends Error {
  override readonly name = "UploadTooLarge";
}

/**
 * Writes a file that is being sent into a folder, in bounded memory.
 * @param name as the sender calls it: of this only the ending is kept, by which the form is guessed
 * @returns the path
 * @throws UploadTooLarge, StorageFull; an AbortError if it is aborted; what breaks off the sending
 */
export async function takeUpload(
  body: Readable,
  folder: string,
  name: string,
  signal: AbortSignal,
  most: number = largestImport,
): Promise<string> {
  const path = join(folder, `upload${endingOf(name)}`);
  let bytes = 0;
  const counting = new Transform({
    transform(piece: Buffer, _encoding, done) {
      bytes += piece.length;
      if (bytes > most) done(new UploadTooLarge());
      else done(null, piece);
    },
  });
  try {
    await pipeline(body, counting, createWriteStream(path), { signal });
  } catch (error) {
    throw isDiskFull(error) ? new StorageFull("The disk is full: the file could not be put down.") : error;
  }
  return path;
}

/** `.csv` and the like; empty for a name without an ending. */
export function endingOf(name: string): string {
  return (/\.[a-z0-9]{1,8}$/iu.exec(name)?.[0] ?? "").toLowerCase();
}

/** Whether a write failed because the disk, or what one may use of it, is full. */
export function isDiskFull(error: unknown): boolean {
  if (failureOf(error) === "full") return true;
  return error instanceof Error && "code" in error && (error.code === "ENOSPC" || error.code === "EDQUOT");
}
