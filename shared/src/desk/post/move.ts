import { type Instant, instant, millis } from "../../time/instant.ts";
import { resolveWallClock, wallClockSchema } from "../../time/wall-clock.ts";
import type { PostChange } from "../change.ts";
import { reject } from "../rejection.ts";
import type { Variant } from "./post.ts";
import { alterPost, offLimits, postCommand } from "./post-command.ts";
import { lateAfterMs } from "./wakes.ts";

/** Whether a post that is planned for a time would be late from the start. The minute that runs may still be chosen. */
export function isTooPast(at: Instant, now: Instant): boolean {
  return at < instant(millis(now) - lateAfterMs);
}

/**
 * Move a post to another time. Moved later, what was due, late or missed and is not out is planned again: the new time
 * is the one that counts.
 */
export const move = postCommand("post.move", {
  data: { planned: wallClockSchema },
  decide: (post, { planned }, context): PostChange | ReturnType<typeof reject> => {
    if (post.planned.local === planned.local && post.planned.zone === planned.zone)
      return reject("nothing.to.do", "It is planned for this time.");
    const movable = post.variants.filter(({ state }) => state !== "live" && state !== "cancelled");
    if (movable.length === 0) return reject("post.state", "All of it is out or cancelled.");
    const { at, shifted } = resolveWallClock(planned);
    if (isTooPast(at, context.now)) return reject("time.past", "That time has passed; choose a later one.");
    const outside = offLimits(
      context,
      movable.map(({ channel }) => channel),
    );
    if (outside !== null) return outside;
    const again = at > post.at && movable.some(({ state }) => state !== "planned");
    return alterPost("post.moved", post, {
      planned,
      at,
      shifted: shifted?.kind ?? null,
      ...(again ? { variants: post.variants.map(plannedAgain) } : {}),
    });
  },
});

function plannedAgain(variant: Variant): Variant {
  const { state } = variant;
  return state === "due" || state === "missed" ? { ...variant, state: "planned", late: false } : variant;
}
