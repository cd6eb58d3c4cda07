/** How many full minutes are taken as now, and how many before them as usual. */
const nowMinutes = 2;
const usualMinutes = 20;
/** With fewer arrivals a minute than this nothing is a storm. */
const leastPerMinute = 10;
/** So many times the usual pace is a spike; it is over when the pace falls below so many times. */
const spikeAt = 3;
const overAt = 1.5;
/** So many of the minutes before have to be known by an arrival in them or before them. */
const leastKnown = 10;

/**
 * Whether something that brings messages brings far more than usual: over the last two full minutes at least ten a
 * minute, and three times the median minute of the twenty before. Once it is a spike it stays one until the pace falls
 * below one and a half times the usual, so that a pace that swings about the threshold is one spike.
 *
 * A median is taken because a single burst within the twenty minutes does not move it (Rousseeuw and Croux,
 * "Alternatives to the Median Absolute Deviation", 1993, on what outliers do to means).
 * @param perMinute arrivals in each minute, the oldest first; the last number is the minute that runs, which is left out
 * @param wasSpike whether it was one when last asked
 */
export function isSpike(perMinute: readonly number[], wasSpike = false): boolean {
  const full = perMinute.slice(0, -1);
  const now = full.slice(-nowMinutes);
  const before = full.slice(-(nowMinutes + usualMinutes), -nowMinutes);
  const first = full.findIndex((count) => count > 0);
  if (now.length < nowMinutes || first === -1 || full.length - nowMinutes - first < leastKnown) return false;
  const pace = now.reduce((sum, count) => sum + count, 0) / nowMinutes;
  const usual = Math.max(1, medianOf(before));
  return wasSpike
    ? pace >= overAt * usual && pace >= leastPerMinute / 2
    : pace >= leastPerMinute && pace >= spikeAt * usual;
}

function medianOf(counts: readonly number[]): number {
  const sorted = [...counts].sort((a, b) => a - b);
  const middle = sorted.length / 2;
  const [low = 0, high = 0] = [sorted[Math.ceil(middle) - 1], sorted[Math.floor(middle)]];
  return (low + high) / 2;
}
