/** How many readings are looked back on. */
const readings = 32;
const offsets: number[] = [];
let best: number | null = null;

/** A clock of this computer that never jumps, in ms. */
function steady(): number {
  return performance.now();
}

/**
 * Notes a time that the server stamped on what has just come in (ms). It was stamped before it travelled, so that of the
 * latest readings the one furthest ahead is nearest to the truth.
 */
export function noteServerTime(at: number): void {
  offsets.push(at - steady());
  if (offsets.length > readings) offsets.shift();
  best = Math.max(...offsets);
}

/** Now by the server's clock, in ms, also on a computer whose own clock is wrong; this computer's until the first reading. */
export function serverNow(): number {
  return best === null ? Date.now() : best + steady();
}
