import type { Wall } from "@flowdesk/shared/protocol/wall.ts";
import { millis, minute } from "@flowdesk/shared/time/instant.ts";
import { type Standing, standingOf } from "../run-sheet/standing.ts";

/** What is out stays on the wall for so long, in ms. */
const liveStays = 10 * minute;
/** A post that was missed stays for so long after its time. */
const missedStays = 60 * minute;

type Post = Wall["posts"][number];

/** How a post stands on the wall: by its most pressing channel. */
export type Stage = "late" | "now" | "live" | "next";

/** A post of the run sheet as the wall shows it. */
export interface SheetLine {
  readonly post: Post;
  readonly stage: Stage;
  /** Its channels with how each stands, the most pressing first. */
  readonly channels: ReadonlyArray<{ readonly channel: string; readonly standing: Standing }>;
}

const order: readonly Standing[] = ["late", "missed", "due", "soon", "planned", "live", "cancelled"];
const stages: readonly Stage[] = ["late", "now", "next", "live"];

/**
 * What is late, what is on now, and what comes next, as many as there is room for: what is late first, then by time.
 * @param now in ms, by the desk's clock
 */
export function sheetLines(posts: readonly Post[], now: number, most: number): readonly SheetLine[] {
  const lines = posts.flatMap((post): SheetLine[] => {
    const channels = post.variants
      .map(({ channel, state, late }) => ({ channel, standing: standingOf({ state, late }, post.at, now) }))
      .sort((a, b) => order.indexOf(a.standing) - order.indexOf(b.standing));
    const first = channels[0]?.standing;
    const stage = first === undefined ? null : stageOf(first, now - millis(post.at));
    return stage === null ? [] : [{ post, stage, channels }];
  });
  return lines
    .sort((a, b) => stages.indexOf(a.stage) - stages.indexOf(b.stage) || (a.post.at < b.post.at ? -1 : 1))
    .slice(0, most);
}

/** @param over how long ago its time was, in ms */
function stageOf(standing: Standing, over: number): Stage | null {
  if (standing === "late") return "late";
  if (standing === "missed") return over < missedStays ? "late" : null;
  if (standing === "due" || standing === "soon") return "now";
  if (standing === "planned") return "next";
  return standing === "live" && over < liveStays ? "live" : null;
}
