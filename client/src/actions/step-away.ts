import type { Shift } from "@flowdesk/shared/desk/member/member.ts";
import { notify } from "../store/notices-store.ts";
import { replicaStore } from "../store/replica-store.ts";
import { serverNow } from "../store/server-clock.ts";
import { sharesOf, whereNow } from "../store/what-moves.ts";
import { act } from "./act.ts";

/** Longest wait for the desk's own word on what has moved, in ms. */
const patience = 2_000;

/**
 * Steps away in one press: what waits with one moves to others with the same command, and a notice says to whom.
 * @param note what ties one up, in one's own words
 */
export async function stepAway(shift: Exclude<Shift, "on" | "off">, note?: string): Promise<void> {
  const before = setAsideNow();
  const said = note === undefined || note === "" ? {} : { note };
  const outcome = await act("member.shift", { shift, handOver: true, ...said });
  if (!outcome.ok) return;
  const moved = () => setAsideNow().filter((id) => !before.includes(id));
  await settled(moved());
  const { state } = replicaStore.getState();
  if (state === null) return;
  const to = whereNow(state, moved());
  if (to.length > 0) {
    notify({ kind: "moved", to: sharesOf(state, to) }, serverNow());
  }
}

function setAsideNow(): readonly string[] {
  const { state, me } = replicaStore.getState();
  return state?.members.get(me)?.setAside?.items ?? [];
}

/** Resolves when nothing done here about these items is still on its way, or after a while. */
function settled(items: readonly string[]): Promise<void> {
  const isDone = () => !items.some((id) => replicaStore.getState().underWay.has(id));
  if (isDone()) return Promise.resolve();
  return new Promise((resolve) => {
    const end = () => {
      clearTimeout(timer);
      stop();
      resolve();
    };
    const timer = setTimeout(end, patience);
    const stop = replicaStore.subscribe(() => {
      if (isDone()) end();
    });
  });
}
