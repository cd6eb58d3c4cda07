import { hour, minute } from "../time/instant.ts";
import { nearestRank } from "./percentile.ts";

/** How far back arrivals are looked at, in ms. What came before tells nothing of this evening. */
export const silenceLooksBack = 12 * hour;

/** No channel is silent before so long without an arrival, however busy it was; in ms. */
const leastSilence = 10 * minute;
/** So many of the latest gaps say what is usual: after a burst the calm is usual again within a few arrivals. */
const gapsLookedAt = 60;
/** With fewer gaps nothing is usual yet. */
const leastGaps = 5;
/** What is usual, and by how much the present gap has to exceed it. */
const usualShare = 0.95;
const beyond = 3;

/** Whether something that brings messages has gone silent. Times and spans in ms. */
export interface Silence {
  /** The last arrival; null if there was none lately. */
  readonly lastAt: number | null;
  /** The longest gap that is usual; null where too little has come in to tell. */
  readonly usualMs: number | null;
  /** From so long after the last arrival on it counts as silent; null: not at all, for want of arrivals. */
  readonly afterMs: number | null;
  /** Silent for longer than usual. */
  readonly isSilent: boolean;
}

/**
 * Whether a channel has been silent for longer than usual.
 *
 * The rule: silent once the gap since the last arrival exceeds 10 minutes and three times the 95th percentile (nearest
 * rank) of the latest 60 gaps between arrivals, if there are at least five of those. Arrivals within a minute of each
 * other count as one, so that a burst, a hundred arrivals a second apart, does not pass for a hundred usual gaps.
 *
 * Why: of arrivals that come independently of each other (a Poisson process) the gaps are exponential, a gap exceeds k
 * times their mean with probability e^-k, and their 95th percentile is ln 20 = 3.0 times the mean (Ross, "Introduction
 * to Probability Models", on the exponential distribution). Three times that is exceeded once in e^9, about 8,000 gaps:
 * such a gap is hardly chance. A percentile instead of the mean keeps a single long night from being usual, and one gap
 * in twenty that is long, as between two acts, is. Opening hours have no part in it: people write when they like.
 *
 * @param arrivals when messages came in, in ms, ascending, of the last `silenceLooksBack`
 * @param now in ms
 */
export function silenceOf(arrivals: readonly number[], now: number): Silence {
  const lastAt = arrivals.at(-1) ?? null;
  const usualMs = usualGap(arrivals);
  const afterMs = usualMs === null ? null : Math.max(leastSilence, beyond * usualMs);
  return { lastAt, usualMs, afterMs, isSilent: lastAt !== null && afterMs !== null && now - lastAt > afterMs };
}

/** The 95th percentile of the latest gaps; null if there are too few. */
function usualGap(arrivals: readonly number[]): number | null {
  const gaps: number[] = [];
  let after = arrivals.at(-1);
  for (let at = arrivals.length - 2; at >= 0 && after !== undefined && gaps.length < gapsLookedAt; at--) {
    const time = arrivals[at];
    if (time === undefined || after - time < minute) continue;
    gaps.push(after - time);
    after = time;
  }
  return gaps.length < leastGaps
    ? null
    : nearestRank(
        gaps.sort((a, b) => a - b),
        usualShare,
      );
}
