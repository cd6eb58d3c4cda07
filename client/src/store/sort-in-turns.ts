/** How many are sorted in one go. */
const run = 1024;

/**
 * Sorts many things with pauses in between, so that nobody waits for it: short runs first, which are then merged.
 * @param pause called about once a thousand; takes as long as it likes
 */
export async function sortInTurns<T>(
  things: readonly T[],
  compare: (a: T, b: T) => number,
  pause: () => Promise<void>,
): Promise<T[]> {
  let runs: T[][] = [];
  for (let at = 0; at < things.length; at += run) {
    runs.push(things.slice(at, at + run).sort(compare));
    await pause();
  }
  while (runs.length > 1) {
    const merged: T[][] = [];
    for (let at = 0; at < runs.length; at += 2) {
      const [a = [], b] = [runs[at], runs[at + 1]];
      merged.push(b === undefined ? a : await merge(a, b, compare, pause));
    }
    runs = merged;
  }
  return runs[0] ?? [];
}

async function merge<T>(
  a: readonly T[],
  b: readonly T[],
  compare: (a: T, b: T) => number,
  pause: () => Promise<void>,
): Promise<T[]> {
  const merged: T[] = [];
  let i = 0;
  let j = 0;
  while (i < a.length || j < b.length) {
    const [x, y] = [a[i], b[j]];
    if (y === undefined || (x !== undefined && compare(x, y) <= 0)) {
      merged.push(x as T);
      i++;
    } else {
      merged.push(y);
      j++;
    }
    if (merged.length % run === 0) await pause();
  }
  return merged;
}
