import { isUtf8 } from "node:buffer";
import { type FileHandle, open } from "node:fs/promises";
import { IntakeError } from "./intake-error.ts";

export type Encoding = "utf-8" | "windows-1252" | "utf-16le" | "utf-16be";

/** How a file's bytes are to be read. */
export type FileEncoding = {
  readonly encoding: Encoding;
  /** UTF-8 with broken sequences in it (an emoji cut in half, say): they are read as U+FFFD. */
  readonly damaged: boolean;
  /** Size of the file in bytes. */
  readonly bytes: number;
};

const chunkBytes = 1 << 20;

/** Files that people take for a table, by how they begin. */
const signatures: readonly (readonly [bytes: readonly number[], what: string])[] = [
  [[0x50, 0x4b, 0x03, 0x04], "a workbook or a zip archive: open it and save the sheet as CSV (UTF-8)"],
  [[0xd0, 0xcf, 0x11, 0xe0], "an old Excel workbook: open it and save the sheet as CSV (UTF-8)"],
  [[0x1f, 0x8b], "compressed with gzip: unpack it first"],
  [[0x25, 0x50, 0x44, 0x46], "a PDF"],
  [[0x89, 0x50, 0x4e, 0x47], "a picture"],
  [[0xff, 0xd8, 0xff], "a picture"],
  [[0x47, 0x49, 0x46, 0x38], "a picture"],
];

/**
 * Finds out how a file is encoded by looking at all of its bytes: a byte order mark decides; else valid UTF-8 is
 * UTF-8; else whichever explains more of what is not ASCII, UTF-8 with damage or Windows-1252.
 * @throws IntakeError `file.not.found`, `file.empty`, `file.not.text`
 */
export async function detectEncoding(path: string): Promise<FileEncoding> {
  const file = await openForReading(path);
  try {
    const bytes = (await file.stat()).size;
    const head = await readAt(file, 0, 4096);
    if (head.length === 0) throw new IntakeError("file.empty", "The file is empty.");
    refuseBinary(head);
    if (head[0] === 0xff && head[1] === 0xfe) return { encoding: "utf-16le", damaged: false, bytes };
    if (head[0] === 0xfe && head[1] === 0xff) return { encoding: "utf-16be", damaged: false, bytes };
    const marked = head[0] === 0xef && head[1] === 0xbb && head[2] === 0xbf;
    if (await isAllUtf8(file)) return { encoding: "utf-8", damaged: false, bytes };
    const { sequences, strays } = await weighUtf8(file);
    if (marked || sequences >= strays) return { encoding: "utf-8", damaged: true, bytes };
    return { encoding: "windows-1252", damaged: false, bytes };
  } finally {
    await file.close();
  }
}

async function openForReading(path: string): Promise<FileHandle> {
  try {
    const file = await open(path, "r");
    if ((await file.stat()).isFile()) return file;
    await file.close();
    throw new IntakeError("file.not.found", `${path} is a folder, not a file.`);
  } catch (error) {
    if (error instanceof IntakeError) throw error;
    const why =
      error instanceof Error && "code" in error && error.code === "EACCES" ? "may not be read" : "is not there";
    throw new IntakeError("file.not.found", `The file ${path} ${why}.`);
  }
}

function refuseBinary(head: Buffer): void {
  for (const [bytes, what] of signatures) {
    if (bytes.every((byte, i) => head[i] === byte)) {
      throw new IntakeError("file.not.text", `This is no text file but ${what}.`);
    }
  }
  if (head[0] === 0xff || head[0] === 0xfe) return;
  let controls = 0;
  for (const byte of head) if (byte < 9 || (byte > 13 && byte < 32)) controls += 1;
  if (controls > head.length / 20) {
    throw new IntakeError("file.not.text", "This is no text file: it holds bytes that no text has.");
  }
}

async function readAt(file: FileHandle, position: number, length: number): Promise<Buffer> {
  const { buffer, bytesRead } = await file.read(Buffer.allocUnsafe(length), 0, length, position);
  return buffer.subarray(0, bytesRead);
}

async function* chunksOf(file: FileHandle): AsyncGenerator<Buffer> {
  for (let position = 0; ; ) {
    const chunk = await readAt(file, position, chunkBytes);
    if (chunk.length === 0) return;
    position += chunk.length;
    yield chunk;
  }
}

async function isAllUtf8(file: FileHandle): Promise<boolean> {
  let rest: Buffer = Buffer.alloc(0);
  for await (const chunk of chunksOf(file)) {
    const bytes = rest.length === 0 ? chunk : Buffer.concat([rest, chunk]);
    const whole = bytes.length - unfinishedTail(bytes);
    if (!isUtf8(bytes.subarray(0, whole))) return false;
    rest = Buffer.from(bytes.subarray(whole));
  }
  return rest.length === 0;
}

/** How many bytes at the end begin a sequence that the next chunk may finish: 0 to 3. */
function unfinishedTail(bytes: Buffer): number {
  for (let back = 1; back <= Math.min(3, bytes.length); back += 1) {
    const byte = bytes[bytes.length - back] ?? 0;
    if ((byte & 0xc0) === 0x80) continue;
    return sequenceLength(byte) > back ? back : 0;
  }
  return 0;
}

/** Bytes of the UTF-8 sequence that this byte opens; 0 if it opens none. */
function sequenceLength(lead: number): number {
  if (lead < 0x80) return 1;
  if (lead >= 0xc2 && lead <= 0xdf) return 2;
  if (lead >= 0xe0 && lead <= 0xef) return 3;
  if (lead >= 0xf0 && lead <= 0xf4) return 4;
  return 0;
}

/**
 * Evidence for and against UTF-8. A sequence, or at least two bytes of a longer one, speaks for it: letters of
 * Windows-1252 text stand among ASCII and make no such sequences. A single byte outside of one speaks against it.
 */
async function weighUtf8(file: FileHandle): Promise<{ sequences: number; strays: number }> {
  let sequences = 0;
  let strays = 0;
  let rest: Buffer = Buffer.alloc(0);
  for await (const chunk of chunksOf(file)) {
    const bytes = rest.length === 0 ? chunk : Buffer.concat([rest, chunk]);
    const whole = bytes.length - unfinishedTail(bytes);
    for (let at = 0; at < whole; ) {
      const wanted = sequenceLength(bytes[at] ?? 0);
      if (wanted === 1) {
        at += 1;
        continue;
      }
      let found = Math.min(wanted, 1);
      while (found > 0 && found < wanted && ((bytes[at + found] ?? 0) & 0xc0) === 0x80) found += 1;
      if (found >= 2) sequences += 1;
      else strays += 1;
      at += Math.max(found, 1);
    }
    rest = Buffer.from(bytes.subarray(whole));
  }
  if (rest.length >= 2) sequences += 1;
  else if (rest.length === 1) strays += 1;
  return { sequences, strays };
}
