import { mayCover } from "@flowdesk/shared/desk/cover/cover-of.ts";
import { isOnShift, type Member } from "@flowdesk/shared/desk/member/member.ts";
import type { MemberTimer } from "./member-timer.ts";

/**
 * The console of somebody on shift has been gone for as long as the desk allows: a lost phone, a closed laptop. Who has
 * no account, as a simulated colleague, has no console that could be gone; and where nobody else answers nothing could
 * move.
 */
export const consoleGone: MemberTimer = {
  type: "member.lose",
  isDue: (member, { members, awayAfterMs, goneForMs }) => {
    if (awayAfterMs === null || member.user === null || member.program || !isOnShift(member)) return false;
    const hasColleagues = members.some((other) => other.id !== member.id && mayCover(other));
    return hasColleagues && goneForMs >= awayAfterMs;
  },
  // Of one stretch of work: whoever comes back on shift may be lost again.
  idFor: (member: Member) => `gone:${member.id}:${member.version}`,
};
