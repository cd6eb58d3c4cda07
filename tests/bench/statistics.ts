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
