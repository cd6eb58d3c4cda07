import type { Item } from "@flowdesk/shared/desk/item/item.ts";
import type { DeskState } from "@flowdesk/shared/desk/state.ts";
import { hour, millis } from "@flowdesk/shared/time/instant.ts";
import { isOfSimulation } from "../sources/simulator/incoming.ts";
import { inBulk } from "./earlier-evenings.ts";
import type { DemoCommand } from "./set-up.ts";

/** What somebody at the desk has in hand is put away only if the evening it belongs to is so long over. */
const staleAfter = hour;

/**
 * Puts away what an earlier evening left behind, so that whoever comes now meets tonight and no wall of what is overdue:
 * what the simulation brought and still waits is dismissed, and its posts that never went out are cancelled. What others
 * have brought in stays, and so does, for an hour, what somebody at the desk has in hand.
 */
export async function putAwayStale(state: DeskState, command: DemoCommand, now: number): Promise<void> {
  const stale = [...state.items.values()].filter((item) => isStale(item, state, now));
  await inBulk(stale, (items) => command("item.dismiss", { items, reason: "no-reply-needed" }));
  for (const post of state.posts.values()) {
    const isOurs = post.id.startsWith("demo-");
    if (isOurs && post.variants.some(({ state: at }) => at !== "live" && at !== "cancelled"))
      await command("post.cancel", { post: post.id });
  }
}

function isStale(item: Item, { members }: DeskState, now: number): boolean {
  if (!isOfSimulation(item) || item.awaitingSince === null) return false;
  const owner = item.assignee === null ? undefined : members.get(item.assignee);
  // What was only dealt to somebody who has not opened it is in nobody's hand.
  const isInHand = owner !== undefined && owner.user !== null && item.seenBy === owner.id;
  return !isInHand || millis(item.awaitingSince) < now - staleAfter;
}
