import { type Expected, expectedAt } from "@flowdesk/shared/desk/member/expected.ts";
import type { Member } from "@flowdesk/shared/desk/member/member.ts";
import { instant } from "@flowdesk/shared/time/instant.ts";
import { wallClockOf } from "@flowdesk/shared/time/wall-clock.ts";
import { useReplica } from "./use-desk.ts";
import { useTick } from "./use-view.ts";

/** Gives when members are expected today, on the desk's clock. */
export function useExpected(): (member: Pick<Member, "hours">) => Expected | null {
  const zone = useReplica((view) => view.state?.desk.zone ?? "UTC");
  const now = useTick(60);
  const { local } = wallClockOf(instant(now), zone);
  return (member) => expectedAt(member, local);
}
