import type { Member } from "@flowdesk/shared/desk/member/member.ts";
import type { Instant } from "@flowdesk/shared/time/instant.ts";

/** What a member's timers look at. */
export interface Round {
  readonly now: Instant;
  readonly members: readonly Member[];
  /** How long the console of somebody on shift may be gone, in ms; null: for ever. */
  readonly awayAfterMs: number | null;
  /** How long the member has had no console open, in ms; 0 while they have one. */
  readonly goneForMs: number;
}

/** What a timer of a member has the desk do when its time has come. */
export interface MemberTimer {
  readonly type: "member.lose" | "member.remove";
  readonly isDue: (member: Member, round: Round) => boolean;
  /** The command's id: the same on every node and after every restart, so that it comes to one change (rule D4). */
  readonly idFor: (member: Member) => string;
}
