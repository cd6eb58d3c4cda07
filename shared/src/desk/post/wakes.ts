import { type Instant, instant, millis, minute, second } from "../../time/instant.ts";
import type { Post, Variant } from "./post.ts";

/** A variant that is not out so long after its time is late: a mark that stays. */
export const lateAfterMs = 60 * second;
/** A variant that is not out so long after its time is missed: a state. */
export const missedAfterMs = 15 * minute;

/** What can come due in a post by itself, in the order in which it comes. */
export type PostWake = "due" | "late" | "missed";

/** A timer that a variant has running. */
export interface VariantWake {
  readonly wake: PostWake;
  readonly at: Instant;
  readonly variant: string;
}

/**
 * Every timer that a post's variants have running, the earliest first. A variant whose time is long past, as after
 * downtime, still has all of them, in order: due, late, missed. A timer whose change has been made is not running.
 */
export function postWakesOf(post: Post): readonly VariantWake[] {
  const wakes = post.variants.flatMap((variant) =>
    stepsOf(variant).map((wake) => ({ wake, at: timeOf(post.at, wake), variant: variant.id })),
  );
  return wakes.sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0));
}

/** When a post's next timer comes; null if none runs. */
export function nextPostWake(post: Post): Instant | null {
  return postWakesOf(post)[0]?.at ?? null;
}

/** When a step comes to what is planned for `at`. */
export function timeOf(at: Instant, wake: PostWake): Instant {
  const after = { due: 0, late: lateAfterMs, missed: missedAfterMs }[wake];
  return instant(millis(at) + after);
}

function stepsOf(variant: Variant): readonly PostWake[] {
  if (variant.state === "planned") return ["due", "late", "missed"];
  if (variant.state === "due") return variant.late ? ["missed"] : ["late", "missed"];
  return [];
}
