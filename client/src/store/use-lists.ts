import type { Post } from "@flowdesk/shared/desk/post/post.ts";
import { useCallback, useEffect, useMemo, useRef } from "react";
import { useStore } from "zustand";
import type { ChannelLine } from "./channel-lines.ts";
import type { Counters } from "./counters.ts";
import { bringIn, type HeldList, type Hold, heldOrder, hold, letGo } from "./held-order.ts";
import { type Load, noLoad } from "./loads.ts";
import { replicaStore } from "./replica-store.ts";
import { useReplica } from "./use-desk.ts";
import { heldOf, setHeld, viewStore } from "./view-store.ts";

/** The queue: ids of what nobody has, most pressing first. Renewed at most about four times a second. */
export function useQueueIds(): readonly string[] {
  return useReplica((view) => view.queue);
}

/** Ids of what I have that asks for something now, by deadline, replies and promises alike. */
export function useMineIds(): readonly string[] {
  return useReplica((view) => view.mine);
}

/** Ids of what I have put off, by deadline. */
export function useMineLaterIds(): readonly string[] {
  return useReplica((view) => view.mineLater);
}

export function useCounters(): Counters {
  return useReplica((view) => view.counters);
}

/** Each channel at a glance, in the order of their ids. */
export function useChannelLines(): readonly ChannelLine[] {
  return useReplica((view) => view.lines);
}

/** What a member has in hand. */
export function useLoad(member: string): Load {
  return useReplica((view) => view.loads.get(member) ?? noLoad);
}

/** What each member has in hand, by member. */
export function useLoads(): ReadonlyMap<string, Load> {
  return useReplica((view) => view.loads);
}

/** Planned posts in order of time. */
export function usePosts(): readonly Post[] {
  return useReplica((view) => view.posts);
}

/** A list that does not move under the hand, with what takes hold of it and lets it go. */
export interface HeldListHandle extends HeldList {
  readonly held: boolean;
  readonly paused: boolean;
  readonly hold: (by: Hold) => void;
  readonly letGo: (by: Hold) => void;
  /** Brings in what has come, at the person's wish. */
  readonly bringIn: () => void;
}

/**
 * Holds a list still while pointer, focus, drag or Pause is on it.
 * @param list the list's name on this screen
 */
export function useHeldList(list: string, ids: readonly string[]): HeldListHandle {
  const holding = useStore(viewStore, (state) => heldOf(state, list));
  const shown = useMemo(() => heldOrder(ids, holding.frozen), [ids, holding.frozen]);
  const latest = useRef(ids);
  latest.current = ids;
  // Whoever narrows a list down wants it so at once, held or not.
  const filter = useStore(viewStore, (state) => state.filter);
  const narrowed = useRef(filter);
  useEffect(() => {
    if (narrowed.current === filter) return;
    narrowed.current = filter;
    setHeld(list, (now) => bringIn(now, latest.current));
  }, [list, filter]);
  return {
    ...shown,
    held: holding.frozen !== null,
    paused: holding.by.has("pause"),
    hold: useCallback((by: Hold) => setHeld(list, (now) => hold(now, by, latest.current)), [list]),
    letGo: useCallback((by: Hold) => setHeld(list, (now) => letGo(now, by)), [list]),
    bringIn: useCallback(() => setHeld(list, (now) => bringIn(now, latest.current)), [list]),
  };
}

/** The queue as it is now, for what acts outside of a render. */
export function queueNow(): readonly string[] {
  return replicaStore.getState().queue;
}
