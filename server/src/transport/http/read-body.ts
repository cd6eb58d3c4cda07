import type { Transform } from "node:stream";
import { createBrotliDecompress, createGunzip, createInflate, createZstdDecompress } from "node:zlib";
import type { Request } from "express";
import { bodyBrokenOff, bodyTooLarge, bodyUnsupported, HttpRefusal } from "./http-refusal.ts";

export interface BodyLimits {
  /** Largest body, in bytes, inflated. */
  readonly largest: number;
  /** Told how many bytes are to be kept, as soon as that is known and before they are; what it throws ends the reading. */
  readonly grow: (bytes: number) => void;
  /** A body of which fewer than `bytes` come within so many ms is given up. */
  readonly pace?: { readonly bytes: number; readonly within: number };
}

/** Slower than any line over which a program sends, and enough that no body holds its place for long. */
const slowest = { bytes: 32 * 1024, within: 10_000 };

/**
 * Reads a whole body into memory, inflated where it was sent compressed. Of one that is refused nothing is kept.
 * @throws HttpRefusal where there is none, it is too large, comes too slowly, breaks off or cannot be inflated; what
 * `grow` throws
 */
export async function readBody(request: Request, { largest, grow, pace = slowest }: BodyLimits): Promise<Uint8Array> {
  if (!hasBody(request)) throw new HttpRefusal(400, "body.invalid", "The body is empty.");
  if (request.destroyed) throw bodyBrokenOff();
  const inflating = inflaterFor(request);
  const length = Number(request.headers["content-length"] ?? 0);
  if (inflating === null && length > largest) throw bodyTooLarge(largest);
  grow(Math.min(length, largest));
  const chunks: Uint8Array[] = [];
  const { promise: read, resolve, reject } = Promise.withResolvers<void>();
  let [size, came, before] = [0, 0, 0];
  const keep = (chunk: Uint8Array) => {
    size += chunk.length;
    try {
      if (size > largest) throw bodyTooLarge(largest);
      grow(size);
      chunks.push(chunk);
    } catch (error) {
      reject(error);
    }
  };
  const hear = (chunk: Uint8Array) => {
    came += chunk.length;
  };
  const breakOff = () => {
    // A body that has come whole may still be being inflated.
    if (!request.complete) reject(bodyBrokenOff());
  };
  const watch = setInterval(() => {
    if (came - before < pace.bytes) reject(tooSlow());
    before = came;
  }, pace.within);
  const source = inflating ?? request;
  request.on("data", hear).on("error", breakOff).on("close", breakOff);
  source.on("data", keep).on("end", resolve);
  inflating?.on("error", () => reject(new HttpRefusal(400, "request.invalid", "The request cannot be read.")));
  if (inflating !== null) request.pipe(inflating);
  try {
    await read;
    return Buffer.concat(chunks, size);
  } finally {
    // The request lives until it is answered, and so would what its listeners know.
    chunks.length = 0;
    clearInterval(watch);
    source.off("data", keep).off("end", resolve);
    request.off("data", hear).off("close", breakOff);
    if (inflating !== null) {
      request.unpipe(inflating);
      inflating.destroy();
    }
    request.resume();
  }
}

function hasBody({ headers }: Request): boolean {
  return headers["transfer-encoding"] !== undefined || headers["content-length"] !== undefined;
}

/** What inflates the body; null where it is sent as it is. */
function inflaterFor(request: Request): Transform | null {
  switch ((request.headers["content-encoding"] ?? "identity").toLowerCase()) {
    case "identity":
      return null;
    case "gzip":
      return createGunzip();
    case "deflate":
      return createInflate();
    case "br":
      return createBrotliDecompress();
    case "zstd":
      return createZstdDecompress();
    default:
      throw bodyUnsupported();
  }
}

function tooSlow(): HttpRefusal {
  return new HttpRefusal(503, "too.many", "The body came too slowly for others to wait; send it again.", 1);
}
