import type { Change } from "@flowdesk/shared/desk/change.ts";
import type { DeskState } from "@flowdesk/shared/desk/state.ts";
import { createStore } from "zustand/vanilla";
import { type Deed, deedsWith, type Known } from "./deed.ts";
import { replicaStore } from "./replica-store.ts";

/** What has been done on the desk since it was opened here, and shortly before. */
export const deedStore = createStore<{
  /** The newest first. */
  readonly deeds: readonly Deed[];
  /** The change up to which the desk was loaded, so that what came before can be fetched; null: nobody has to. */
  readonly loadedTo: number | null;
}>()(() => ({ deeds: [], loadedTo: null }));

/** Begins anew with a load of the desk. */
export function beginDeeds(loadedTo: number): void {
  // After a cut what was told stays, and what came meanwhile is told by the lists.
  if (deedStore.getState().deeds.length === 0) deedStore.setState({ loadedTo });
}

/**
 * Notes what came in from the desk.
 * @param before the desk as it was shown before: what has been put away since stands in it
 */
export function hearDeeds(changes: readonly Change[], before: DeskState | null, now: DeskState): void {
  const { deeds } = deedStore.getState();
  const after = deedsWith(deeds, changes, {
    members: now.members,
    posts: now.posts,
    itemOf: (id) => now.items.get(id) ?? before?.items.get(id),
  });
  if (after !== deeds) deedStore.setState({ deeds: after });
}

/** Puts what was done before the load beneath what has been heard since. */
export function addEarlierDeeds(changes: readonly Change[]): void {
  const { state, closed } = replicaStore.getState();
  if (state === null) return;
  const known: Known = { ...state, itemOf: (id) => state.items.get(id) ?? closed.get(id) };
  const earlier = deedsWith([], changes, known);
  deedStore.setState(({ deeds }) => ({ deeds: [...deeds, ...earlier], loadedTo: null }));
}

/** Forgets everything when a desk is left. */
export function clearDeeds(): void {
  deedStore.setState({ deeds: [], loadedTo: null });
}
