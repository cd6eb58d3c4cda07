import type { Channel } from "@flowdesk/shared/desk/channel/channel.ts";
import type { Desk } from "@flowdesk/shared/desk/desk.ts";
import type { Item } from "@flowdesk/shared/desk/item/item.ts";
import type { Member } from "@flowdesk/shared/desk/member/member.ts";
import { type Action, permits, type Subject } from "@flowdesk/shared/desk/permission.ts";
import type { DeskState } from "@flowdesk/shared/desk/state.ts";
import { useMemo } from "react";
import { useStore } from "zustand";
import { useShallow } from "zustand/react/shallow";
import { shownMember, simulatedMark } from "../text/shown-member.ts";
import { type ReplicaView, replicaStore } from "./replica-store.ts";

/** Any part of what is known of the desk; renders again only when that part alters. */
export function useReplica<T>(select: (view: ReplicaView) => T): T {
  return useStore(replicaStore, select);
}

/** One item, also a closed one that was opened; undefined if it is not here. */
export function useItem(id: string | null): Item | undefined {
  return useReplica((view) => (id === null ? undefined : (view.state?.items.get(id) ?? view.closed.get(id))));
}

export function useMember(id: string | null): Member | undefined {
  return useReplica((view) => (id === null ? undefined : shownMember(view.state?.members.get(id))));
}

/** Everyone who has not been removed, programs apart, by name. */
export function useMembers(): readonly Member[] {
  return useReplica(useShallow(selectMembers));
}

/** Who is at work: on shift, tied up, on a break or away for a moment; by name. */
export function useMembersOnShift(): readonly Member[] {
  return useReplica(useShallow(selectMembersOnShift));
}

/** Whoever asks is asked again at every change of anything; members are put in order when theirs is one. */
const ordered = new WeakMap<
  DeskState["members"],
  { readonly mark: string; readonly all: readonly Member[]; readonly atWork: readonly Member[] }
>();

function orderOf(members: DeskState["members"]): {
  readonly all: readonly Member[];
  readonly atWork: readonly Member[];
} {
  let order = ordered.get(members);
  const mark = simulatedMark();
  if (order?.mark !== mark) {
    const all = [...members.values()]
      .filter(({ removedAt, program }) => removedAt === null && !program)
      .map((member) => shownMember(member, mark));
    all.sort((a, b) => a.name.localeCompare(b.name) || (a.id < b.id ? -1 : 1));
    order = { mark, all, atWork: all.filter(({ shift }) => shift !== "off") };
    ordered.set(members, order);
  }
  return order;
}

const nobody: readonly Member[] = [];

function selectMembers({ state }: ReplicaView): readonly Member[] {
  return state === null ? nobody : orderOf(state.members).all;
}

function selectMembersOnShift({ state }: ReplicaView): readonly Member[] {
  return state === null ? nobody : orderOf(state.members).atWork;
}

/** The member who sits here; undefined until the first load. */
export function useMe(): Member | undefined {
  return useReplica((view) => view.state?.members.get(view.me));
}

/** Whether the member here may do something, on a subject or on any at all. */
export function usePermits(action: Action, subject?: Subject): boolean {
  return useReplica((view) => {
    const me = view.state?.members.get(view.me);
    return me !== undefined && permits(me, action, subject);
  });
}

/** The desk with its name, zone and policy; undefined until the first load. */
export function useDesk(): Desk | undefined {
  return useReplica((view) => view.state?.desk);
}

export function useChannel(id: string | null): Channel | undefined {
  return useReplica((view) => (id === null ? undefined : view.state?.channels.get(id)));
}

/** All channels, retired ones too, by id. */
export function useChannels(): readonly Channel[] {
  const channels = useReplica((view) => view.state?.channels);
  return useMemo(
    () => (channels === undefined ? [] : [...channels.values()].sort((a, b) => (a.id < b.id ? -1 : 1))),
    [channels],
  );
}
