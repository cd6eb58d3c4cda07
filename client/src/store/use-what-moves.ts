import { useMemo } from "react";
import { useShallow } from "zustand/react/shallow";
import type { Share } from "./notices-store.ts";
import { type ReplicaView, replicaStore } from "./replica-store.ts";
import { serverNow } from "./server-clock.ts";
import { useMe, useReplica } from "./use-desk.ts";
import { useLoads } from "./use-lists.ts";
import { offeredBack, type Portion, sharesOf, whatWouldMove } from "./what-moves.ts";

const none: readonly Portion[] = [];

/** To whom what waits with the person here would go if they stepped away now; renewed as what people hold alters. */
export function useWhatMoves(): { readonly portions: readonly Portion[]; readonly shares: readonly Share[] } {
  const isLoaded = useReplica((view) => view.state !== null);
  const me = useMe();
  const loads = useLoads();
  const hasSomething = me !== undefined && loads.get(me.id) !== undefined;
  // biome-ignore lint/correctness/useExhaustiveDependencies: every change gives another state; what people hold is what counts here.
  return useMemo(() => {
    const { state } = replicaStore.getState();
    const portions = state === null || me === undefined || !hasSomething ? none : whatWouldMove(state, me, serverNow());
    return { portions, shares: state === null ? [] : sharesOf(state, portions) };
  }, [isLoaded, me, loads, hasSomething]);
}

/** What was set aside for the person here and can still be taken back. */
export function useOfferedBack(): readonly string[] {
  return useReplica(useShallow(selectOfferedBack));
}

function selectOfferedBack({ state, me: id }: ReplicaView): readonly string[] {
  const me = state?.members.get(id);
  return state === null || me === undefined || (me.setAside ?? null) === null ? nothing : offeredBack(state, me);
}

const nothing: readonly string[] = [];
