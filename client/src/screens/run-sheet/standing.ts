import type { Post, Variant } from "@flowdesk/shared/desk/post/post.ts";
import { lateAfterMs, missedAfterMs } from "@flowdesk/shared/desk/post/wakes.ts";
import { millis, minute } from "@flowdesk/shared/time/instant.ts";
import type { Urgency } from "../../components/urgency.ts";

/** How a variant stands, as people say it. `late` is due and over its time; what went out late is `live`. */
export const standings = ["planned", "soon", "due", "late", "missed", "live", "cancelled"] as const;
export type Standing = (typeof standings)[number];

/** How long before its time a post is soon, in ms: enough to copy a text and open a platform. */
const soonBefore = 5 * minute;

/**
 * How a variant stands now. Time alone moves it on by the desk's own spans, so that the screen is right in the second
 * itself, and while the connection is away.
 * @param now in ms, by the desk's clock
 */
export function standingOf(variant: Pick<Variant, "state" | "late">, at: Post["at"], now: number): Standing {
  const { state, late } = variant;
  if (state === "live" || state === "cancelled" || state === "missed") return state;
  const over = now - millis(at);
  if (over >= missedAfterMs) return "missed";
  if (over >= lateAfterMs || (state === "due" && late)) return "late";
  if (over >= 0 || state === "due") return "due";
  return over >= -soonBefore ? "soon" : "planned";
}

/** How pressing a standing is; null for what asks for nothing any more. */
export function pressing(standing: Standing): Urgency | null {
  switch (standing) {
    case "planned":
      return "calm";
    case "soon":
      return "soon";
    case "due":
      return "at-risk";
    case "late":
    case "missed":
      return "overdue";
    case "live":
    case "cancelled":
      return null;
  }
}

/** Whether a variant waits for somebody to put it out. */
export function isAhead(variant: Pick<Variant, "state">): boolean {
  return variant.state === "planned" || variant.state === "due" || variant.state === "missed";
}
