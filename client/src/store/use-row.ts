import type { Item } from "@flowdesk/shared/desk/item/item.ts";
import type { Member } from "@flowdesk/shared/desk/member/member.ts";
import type { Folding } from "@flowdesk/shared/desk/policy/folding.ts";
import { useCallback } from "react";
import { useShallow } from "zustand/react/shallow";
import { shownMember } from "../text/shown-member.ts";
import type { ReplicaView } from "./replica-store.ts";
import { useReplica } from "./use-desk.ts";

/** What a row of a list tells of its item. */
export interface RowReading {
  /** Undefined if it is not here. */
  readonly item: Item | undefined;
  /** Whether something done here about it is still on its way to the desk. */
  readonly isUnderWay: boolean;
  /** Whether the person here has it. */
  readonly isMine: boolean;
  readonly holder: Member | undefined;
  /** Who else has it open, and whether they write in it. */
  readonly attending: Member | undefined;
  readonly isWriting: boolean;
  /** What the desk folds. */
  readonly folding: Folding | undefined;
}

/** All of it with one look at the store: a list asks for each of its rows at every change of anything. */
export function useRow(id: string): RowReading {
  return useReplica(useShallow(useCallback((view: ReplicaView) => rowIn(view, id), [id])));
}

function rowIn({ state, closed, underWay, presence, me }: ReplicaView, id: string): RowReading {
  const item = state?.items.get(id) ?? closed.get(id);
  const attendant = presence.find((one) => one.item === id && one.member !== me);
  const named = (member: string | null | undefined) =>
    member == null ? undefined : shownMember(state?.members.get(member));
  return {
    item,
    isUnderWay: underWay.has(id),
    isMine: item?.assignee === me,
    holder: named(item?.assignee),
    attending: named(attendant?.member),
    isWriting: attendant?.writing === true,
    folding: state?.desk.policy.folding,
  };
}
