/** Keeps a product such as 0.07 × 100 = 7.000000000000001 from being taken for more than 7. */
const roundingError = 1e-9;

/**
 * Which of n values in ascending order a percentile is by nearest rank: the ⌈p·n⌉-th, counted from 1, and at least the
 * first. Source: Hyndman and Fan, "Sample Quantiles in Statistical Packages" (1996), definition 1.
 * @param p the share, 0 to 1: 0.5 for the median, 0.9 for the 90th percentile; 0 gives the smallest
 * @throws RangeError if `p` is not from 0 to 1
 */
export function rankOf(p: number, n: number): number {
  if (!(p >= 0 && p <= 1)) throw new RangeError(`Not a share from 0 to 1: ${p}`);
  return Math.max(1, Math.ceil(p * n - roundingError));
}

/**
 * A percentile by nearest rank, so that it is always one of the values.
 * @param sorted values in ascending order
 * @param p as `rankOf` takes it
 * @returns null if there are no values
 * @throws RangeError if `p` is not from 0 to 1
 */
export function nearestRank(sorted: readonly number[], p: number): number | null {
  return sorted[rankOf(p, sorted.length) - 1] ?? null;
}
