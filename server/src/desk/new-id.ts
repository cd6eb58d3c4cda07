import { randomFillSync } from "node:crypto";

const pool = new Uint8Array(8192);
let used = pool.length;

const alphabet = "0123456789abcdefghijklmnopqrstuvwxyz";

/**
 * A new id: the time in base 36, so that rows which come together lie together, and 60 random bits. Unique on many nodes.
 */
export function newId(): string {
  if (used + 12 > pool.length) {
    randomFillSync(pool);
    used = 0;
  }
  let id = Date.now().toString(36);
  for (let end = used + 12; used < end; used++) id += alphabet[(pool[used] ?? 0) % 36];
  return id;
}
