import { nearestRank } from "@flowdesk/shared/clock/percentile.ts";

/** The middle value, by nearest rank. @throws RangeError if there are none */
export function median(values: readonly number[]): number {
  return percentile(values, 0.5);
}

/** A percentile by nearest rank. @throws RangeError if there are no values */
export function percentile(values: readonly number[], share: number): number {
  const found = nearestRank(
    [...values].sort((a, b) => a - b),
    share,
  );
  if (found === null) throw new RangeError("There is nothing to take a percentile of");
  return found;
}

/** Runs something several times, one after the other. */
export async function repeat<T>(times: number, run: (index: number) => Promise<T>): Promise<readonly T[]> {
  const results: T[] = [];
  for (let index = 0; index < times; index++) results.push(await run(index));
  return results;
}

/** Something of one, and the same of the other, taken one right after the other. */
export type Pair<T> = readonly [T, T];

/**
 * Takes something of one and of the other. Whichever is second finds the machine as the first has left it: they change
 * places with every turn.
 */
export async function byTurns<T>(turn: number, take: (place: 0 | 1) => Promise<T>): Promise<Pair<T>> {
  if (turn % 2 === 0) {
    const first = await take(0);
    return [first, await take(1)];
  }
  const second = await take(1);
  return [await take(0), second];
}

/**
 * How many times the first the second of a pair is: the median, over every two of the pairs and each by itself, of the
 * mean of their ratios' logarithms, which one odd pair does not move and which needs a third fewer pairs than the plain
 * median. Source: J. L. Hodges and E. L. Lehmann, "Estimates of location based on rank tests", 1963.
 *
 * `within`: the ratio itself lies so near in nineteen of twenty cases (two standard errors of the mean). NaN for one pair.
 * @throws RangeError if there are no pairs
 */
export function ratioOf(pairs: ReadonlyArray<Pair<number>>): { readonly ratio: number; readonly within: number } {
  const logs = pairs.map(([one, other]) => Math.log(other / one));
  const means = logs.flatMap((one, index) => logs.slice(index).map((other) => (one + other) / 2));
  // Of an even number the nearest rank is the lower one: the higher is that of what they are turned round.
  const ratio = Math.exp((median(means) - median(means.map((value) => -value))) / 2);
  const mean = logs.reduce((sum, log) => sum + log, 0) / logs.length;
  const variance = logs.reduce((sum, log) => sum + (log - mean) ** 2, 0) / (logs.length - 1);
  return { ratio, within: 2 * ratio * Math.sqrt(variance / logs.length) };
}
