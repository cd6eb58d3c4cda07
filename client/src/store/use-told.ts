import type { Briefing } from "@flowdesk/shared/desk/briefing/briefing.ts";
import { isOnShift } from "@flowdesk/shared/desk/member/member.ts";
import { useMemo } from "react";
import { type Reach, reachOf } from "./told.ts";
import { useMembers, useReplica } from "./use-desk.ts";

/** Texts for the team, the newest first. */
export function useBriefings(): readonly Briefing[] {
  return useReplica((view) => view.briefings);
}

/** How far a text has come among those who are on shift. */
export function useReach(briefing: Briefing): Reach {
  const members = useMembers();
  return useMemo(
    () =>
      reachOf(
        briefing,
        // Who has no account, as a simulated colleague, has no screen to read it on.
        members.filter((member) => isOnShift(member) && member.user !== null).map(({ id }) => id),
      ),
    [briefing, members],
  );
}
