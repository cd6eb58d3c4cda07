import type { Cell } from "../tables.ts";

/** The object ids of the element types, which are the same in every PostgreSQL (pg_type.dat). */
const oids = { bigint: 20, text: 25 } as const;

/** What a column's values are, as arrays of them are sent. */
export type ElementType = keyof typeof oids;

/** Dimensions, a flag for nulls, the element's type, and of the one dimension its length and lower bound. */
const headerBytes = 20;
const absent = -1;

/**
 * A list of values as PostgreSQL receives arrays in binary form, so that texts are neither escaped here nor parsed there.
 * Format: `array_recv` in src/backend/utils/adt/arrayfuncs.c; numbers are big-endian.
 * @throws RangeError for a number that is no integer
 */
export function binaryArray(type: ElementType, values: readonly Cell[]): Buffer {
  const sizes = values.map((value) =>
    value === null ? 0 : type === "bigint" ? 8 : Buffer.byteLength(String(value), "utf8"),
  );
  const buffer = Buffer.allocUnsafe(headerBytes + sizes.reduce((sum, size) => sum + size + 4, 0));
  buffer.writeInt32BE(1, 0);
  buffer.writeInt32BE(values.includes(null) ? 1 : 0, 4);
  buffer.writeInt32BE(oids[type], 8);
  buffer.writeInt32BE(values.length, 12);
  buffer.writeInt32BE(1, 16);
  let at = headerBytes;
  for (const [index, value] of values.entries()) {
    const size = sizes[index] ?? 0;
    buffer.writeInt32BE(value === null ? absent : size, at);
    at += 4;
    if (value === null) continue;
    if (type === "bigint") buffer.writeBigInt64BE(BigInt(value), at);
    else buffer.write(String(value), at, size, "utf8");
    at += size;
  }
  return buffer;
}
