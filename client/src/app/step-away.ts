import type { Shift } from "@flowdesk/shared/desk/member/member.ts";
import { release } from "../actions/release.ts";
import { setShift } from "../actions/set-shift.ts";
import { replicaStore } from "../store/replica-store.ts";

/** The items of the member here that somebody else must take while they are gone: what waits, and is not on its way out. */
export function whatMoves(): readonly string[] {
  const { state, me } = replicaStore.getState();
  if (state === null) return [];
  const ids: string[] = [];
  for (const item of state.items.values()) {
    if (item.assignee === me && item.awaitingSince !== null && item.leaving.length === 0) ids.push(item.id);
  }
  return ids;
}

/** Steps away in one press: what waits with one goes back to the queue, and no more is dealt to one. */
export async function stepAway(shift: Extract<Shift, "break" | "away" | "off">): Promise<void> {
  const moving = whatMoves();
  const done = await setShift(shift);
  if (done.ok && moving.length > 0) await release(moving);
}
