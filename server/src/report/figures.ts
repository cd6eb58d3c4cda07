import type { Figures, ReviewAnswer } from "@flowdesk/shared/protocol/review.ts";
import { binOf, responseBins } from "@flowdesk/shared/report/bins.ts";
import { percentilesOf } from "./rank.ts";

/** Responses of one person that were measured by one target. */
export interface ResponseGroup {
  /** As `personKey` writes it. */
  readonly person: string;
  readonly targetMs: number;
  /** The length of each in ms, twice, and one more if it was the first in its item. */
  readonly coded: readonly number[];
}

/** The code of a response in a group. */
export function coded(ms: number, first: boolean): number {
  return ms * 2 + (first ? 1 : 0);
}

export type ResponseFigures = Pick<ReviewAnswer, "all" | "first" | "next" | "bins" | "targets"> & {
  readonly people: NonNullable<ReviewAnswer["people"]>;
};

/** All figures of a set of responses. */
export function figuresOf(groups: readonly ResponseGroup[]): ResponseFigures {
  const counts = { all: 0, first: 0, allWithin: 0, firstWithin: 0 };
  for (const { coded: list } of groups) {
    counts.all += list.length;
    for (const code of list) counts.first += code % 2;
  }
  const all = new Float64Array(counts.all);
  const first = new Float64Array(counts.first);
  const next = new Float64Array(counts.all - counts.first);
  const bins = responseBins.map((bin) => ({ ...bin, first: 0, next: 0 }));
  const targets = new Map<number, number>();
  const people = new Map<string, { values: Float64Array[]; within: number }>();
  let [i, iFirst, iNext] = [0, 0, 0];
  for (const { person, targetMs, coded: list } of groups) {
    const start = i;
    const withinBefore = counts.allWithin;
    for (const code of list) {
      const isFirst = code % 2 === 1;
      const ms = (code - (isFirst ? 1 : 0)) / 2;
      const isWithin = ms <= targetMs;
      all[i++] = ms;
      if (isWithin) counts.allWithin++;
      const bin = bins[binOf(responseBins, ms)];
      if (isFirst) {
        first[iFirst++] = ms;
        if (isWithin) counts.firstWithin++;
        if (bin !== undefined) bin.first++;
      } else {
        next[iNext++] = ms;
        if (bin !== undefined) bin.next++;
      }
    }
    targets.set(targetMs, (targets.get(targetMs) ?? 0) + list.length);
    const own = people.get(person) ?? { values: [], within: 0 };
    own.values.push(all.slice(start, i));
    own.within += counts.allWithin - withinBefore;
    people.set(person, own);
  }
  return {
    all: figures(all, counts.allWithin),
    first: figures(first, counts.firstWithin),
    next: figures(next, counts.allWithin - counts.firstWithin),
    bins,
    targets: [...targets].map(([ms, count]) => ({ ms, count })).sort((a, b) => b.count - a.count || a.ms - b.ms),
    people: [...people]
      .map(([person, { values, within }]) => ({ person, figures: figures(joined(values), within) }))
      .sort((a, b) => b.figures.count - a.figures.count || (a.person < b.person ? -1 : 1)),
  };
}

/** Puts the values into another order. */
function figures(values: Float64Array, within: number): Figures {
  const [median = null, p90 = null, p95 = null, longest = null] = percentilesOf(values, [0.5, 0.9, 0.95, 1]);
  return { count: values.length, within, median, p90, p95, longest };
}

function joined(parts: readonly Float64Array[]): Float64Array {
  const [only] = parts;
  if (parts.length === 1 && only !== undefined) return only;
  const whole = new Float64Array(parts.reduce((sum, part) => sum + part.length, 0));
  let offset = 0;
  for (const part of parts) {
    whole.set(part, offset);
    offset += part.length;
  }
  return whole;
}
