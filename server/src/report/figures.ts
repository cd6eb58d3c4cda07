import type { Figures, ReviewAnswer } from "@flowdesk/shared/protocol/review.ts";
import { type Bin, binOf, responseBins } from "@flowdesk/shared/report/bins.ts";
import { percentilesOf } from "./rank.ts";

/** The lengths in ms, in any order, of one person's responses that were measured by one target. */
export interface ResponseGroup {
  /** As `personKey` writes it. */
  readonly person: string;
  readonly targetMs: number;
  /** Whether these were the first in their items, or those after it. */
  readonly first: boolean;
  readonly lengths: Float64Array;
}

export type ResponseFigures = Pick<ReviewAnswer, "all" | "first" | "next" | "bins" | "targets"> & {
  readonly people: NonNullable<ReviewAnswer["people"]>;
};

/** All figures of a set of responses. */
export function figuresOf(groups: readonly ResponseGroup[]): ResponseFigures {
  const firsts = countBins(groups.filter(({ first }) => first));
  const nexts = countBins(groups.filter(({ first }) => !first));
  const targets = new Map<number, number>();
  for (const { targetMs, lengths } of groups) targets.set(targetMs, (targets.get(targetMs) ?? 0) + lengths.length);
  const byPerson = Map.groupBy(groups, ({ person }) => person);
  return {
    all: figures(groups),
    first: figures(groups.filter(({ first }) => first)),
    next: figures(groups.filter(({ first }) => !first)),
    bins: responseBins.map((bin, place) => ({ ...bin, first: firsts[place] ?? 0, next: nexts[place] ?? 0 })),
    targets: [...targets].map(([ms, count]) => ({ ms, count })).sort((a, b) => b.count - a.count || a.ms - b.ms),
    people: [...byPerson]
      .map(([person, own]) => ({ person, figures: figures(own) }))
      .sort((a, b) => b.figures.count - a.figures.count || (a.person < b.person ? -1 : 1)),
  };
}

function figures(groups: readonly ResponseGroup[]): Figures {
  const values = joined(groups.map(({ lengths }) => lengths));
  const within = groups.reduce((sum, { targetMs, lengths }) => sum + countUpTo(lengths, targetMs), 0);
  const [median = null, p90 = null, p95 = null, longest = null] = percentilesOf(values, [0.5, 0.9, 0.95, 1]);
  return { count: values.length, within, median, p90, p95, longest };
}

function countUpTo(lengths: Float64Array, most: number): number {
  let count = 0;
  for (const ms of lengths) if (ms <= most) count++;
  return count;
}

/** How many fall into each class of response times. */
function countBins(groups: readonly ResponseGroup[]): number[] {
  const bins: readonly Bin[] = responseBins;
  const counts = bins.map(() => 0);
  for (const { lengths } of groups)
    for (const ms of lengths) {
      const place = binOf(bins, ms);
      counts[place] = (counts[place] ?? 0) + 1;
    }
  return counts;
}

/** A copy of all values, one part after the other. */
function joined(parts: readonly Float64Array[]): Float64Array {
  const whole = new Float64Array(parts.reduce((sum, part) => sum + part.length, 0));
  let offset = 0;
  for (const part of parts) {
    whole.set(part, offset);
    offset += part.length;
  }
  return whole;
}
