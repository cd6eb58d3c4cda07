import { createReadStream } from "node:fs";
import type { Encoding } from "./encoding.ts";

const chunkBytes = 128 * 1024;

/**
 * A file's text in pieces, without its byte order mark. Broken sequences come out as U+FFFD; a character never lies
 * across two pieces.
 * @param onBytes told after each piece how many bytes of the file have been read so far
 */
export async function* decodeFile(
  path: string,
  encoding: Encoding,
  onBytes: (bytes: number) => void = () => {},
): AsyncGenerator<string> {
  const decoder = new TextDecoder(encoding);
  let done = 0;
  for await (const chunk of createReadStream(path, { highWaterMark: chunkBytes })) {
    done += chunk.length;
    const text = decoder.decode(chunk, { stream: true });
    onBytes(done);
    if (text !== "") yield text;
  }
  const last = decoder.decode();
  if (last !== "") yield last;
}
