import { crc32 } from "node:zlib";
import type { PackedLines } from "../../desk/packed-lines.ts";

const header = Buffer.from([0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 0xff]);
const trailerLength = 8;

/**
 * One gzip stream of `head` and the body behind it: the head in stored blocks, then the blocks of the body, which refer
 * to nothing before them. Sources: RFC 1951 section 3.2.4 (stored blocks), RFC 1952 section 2.3 (header and trailer).
 */
export function gzipWithHead(head: Uint8Array, body: PackedLines): { readonly before: Buffer; readonly after: Buffer } {
  const blocks: Uint8Array[] = [header];
  for (let at = 0; at < head.length; at += 0xffff) {
    const part = head.subarray(at, at + 0xffff);
    const block = Buffer.alloc(5);
    block.writeUInt16LE(part.length, 1);
    block.writeUInt16LE(~part.length & 0xffff, 3);
    blocks.push(block, part);
  }
  const after = Buffer.alloc(trailerLength);
  after.writeUInt32LE(combineCrc32(crc32(head), body.crc, body.length), 0);
  after.writeUInt32LE((head.length + body.length) % 2 ** 32, 4);
  return { before: Buffer.concat(blocks), after };
}

/**
 * The CRC-32 of two parts together from the CRC-32 of each and the second's length in bytes: the first's, moved on over
 * that many zero bytes, plus the second's. Moving on is linear over GF(2), so that the matrix for one zero bit is squared
 * up to the length's powers of two. Source: Mark Adler, `crc32_combine` of zlib.
 */
function combineCrc32(first: number, second: number, length: number): number {
  let matrix = square(square(square(oneZeroBit())));
  let moved = first;
  for (let left = length; left > 0; left = Math.floor(left / 2)) {
    if (left % 2 === 1) moved = times(matrix, moved);
    matrix = square(matrix);
  }
  return (moved ^ second) >>> 0;
}

/** The operator of one zero bit: a shift to the right, with the polynomial where a one falls out. */
function oneZeroBit(): Uint32Array {
  const matrix = new Uint32Array(32);
  matrix[0] = 0xedb88320;
  for (let bit = 1; bit < 32; bit++) matrix[bit] = 2 ** (bit - 1);
  return matrix;
}

function times(matrix: Uint32Array, vector: number): number {
  let sum = 0;
  for (let bit = 0; bit < 32; bit++) if ((vector >>> bit) & 1) sum ^= matrix[bit] ?? 0;
  return sum >>> 0;
}

function square(matrix: Uint32Array): Uint32Array {
  return matrix.map((column) => times(matrix, column));
}
