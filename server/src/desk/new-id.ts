import { randomFillSync } from "node:crypto";

const pool = new Uint16Array(4096);
let used = pool.length;

const alphabet = "0123456789abcdefghijklmnopqrstuvwxyz";
/** Two characters at a time. */
const pairs = Array.from(alphabet, (first) => Array.from(alphabet, (second) => first + second)).flat();

/**
 * A new id: the time in base 36, so that rows which come together lie together, and 60 random bits. Unique on many nodes.
 */
export function newId(): string {
  if (used + 6 > pool.length) {
    randomFillSync(pool);
    used = 0;
  }
  let id = Date.now().toString(36);
  for (let end = used + 6; used < end; used++) id += pairs[(pool[used] ?? 0) % pairs.length];
  return id;
}
