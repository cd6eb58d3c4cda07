import { claim } from "../../actions/claim.ts";
import { openItem } from "../../app/open-item.ts";
import { replicaStore } from "../../store/replica-store.ts";
import { viewStore } from "../../store/view-store.ts";

/** Opens what is mine and due soonest, after what is open; where nothing is mine, takes the first of the queue. */
export async function takeNext(isNarrow: boolean): Promise<void> {
  const { mine, queue } = replicaStore.getState();
  const { openItem: open } = viewStore.getState();
  const next = mine.find((id) => id !== open && !isOnItsWay(id)) ?? (mine.length === 1 ? mine[0] : undefined);
  if (next !== undefined && next !== open) {
    openItem(next, isNarrow);
    return;
  }
  const [first] = queue;
  if (first === undefined) return;
  openItem(first, isNarrow);
  await claim([first]);
}

/** Whether a reply of an item is leaving: nothing is to be done with it now. */
function isOnItsWay(id: string): boolean {
  return (replicaStore.getState().state?.items.get(id)?.leaving.length ?? 0) > 0;
}
