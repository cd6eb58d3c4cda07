import { rankOf } from "@flowdesk/shared/clock/percentile.ts";

/** Width of a bin in ms; what lies beyond the last bin counts into it. */
const width = 0.25;
const bins = 120_000;

/** A histogram as it goes from one process to another: counts by bin, the empty left out. */
export type HistogramCounts = ReadonlyArray<readonly [bin: number, count: number]>;

/** How often which latency came, for many millions of them: to a quarter of a millisecond, up to 30 s. */
export class Histogram {
  readonly #counts = new Float64Array(bins);
  #total = 0;

  get total(): number {
    return this.#total;
  }

  add(ms: number, times = 1): void {
    const bin = Math.min(bins - 1, Math.max(0, Math.floor(ms / width)));
    this.#counts[bin] = (this.#counts[bin] ?? 0) + times;
    this.#total += times;
  }

  merge(counts: HistogramCounts): void {
    for (const [bin, count] of counts) this.add((bin + 0.5) * width, count);
  }

  counts(): HistogramCounts {
    const pairs: Array<readonly [number, number]> = [];
    for (const [bin, count] of this.#counts.entries()) if (count > 0) pairs.push([bin, count]);
    return pairs;
  }

  clear(): void {
    this.#counts.fill(0);
    this.#total = 0;
  }

  /** By nearest rank, the upper edge of its bin in ms; null if nothing was added. */
  percentile(share: number): number | null {
    if (this.#total === 0) return null;
    const rank = rankOf(share, this.#total);
    let seen = 0;
    for (const [bin, count] of this.#counts.entries()) {
      seen += count;
      if (seen >= rank) return (bin + 1) * width;
    }
    return bins * width;
  }
}
