import type { CountProblem, TextCount } from "@flowdesk/shared/text/count.ts";

/** By how much a text has to become longer or shorter before its length is told again, in the unit of its channel. */
const step = 50;

/** What stands against a text. That nothing is written yet is no news to whoever writes. */
type Obstacle = Exclude<CountProblem, "empty">;

/** What those who listen have been told last of a text that is being written. */
export type Told =
  | { readonly kind: "nothing" }
  | { readonly kind: "fits" }
  | { readonly kind: "obstacle"; readonly obstacle: Obstacle; readonly count: TextCount };

/** The first thing that stands against a text; null if nothing does. */
export function obstacleOf(count: TextCount): Obstacle | null {
  return count.problems.find((problem) => problem !== "empty") ?? null;
}

/**
 * What is told of a text by now: that it no longer fits, each further step away from there, and that it fits again; not
 * each character, over which a screen reader would never come to what is written.
 * @returns `told` itself if there is nothing new to say
 */
export function toldNext(told: Told, count: TextCount): Told {
  const obstacle = obstacleOf(count);
  if (obstacle === null) return told.kind === "obstacle" ? { kind: "fits" } : told;
  const isNew = told.kind !== "obstacle" || told.obstacle !== obstacle;
  if (!isNew && Math.abs(count.used - told.count.used) < step) return told;
  return { kind: "obstacle", obstacle, count };
}
