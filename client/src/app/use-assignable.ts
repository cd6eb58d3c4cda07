import type { Member } from "@flowdesk/shared/desk/member/member.ts";
import { permits } from "@flowdesk/shared/desk/permission.ts";
import { useMemo } from "react";
import { useMembersOnShift } from "../store/use-desk.ts";

/** Those at work who answer: whom items can be given to; by name. */
export function useAssignable(): readonly Member[] {
  const members = useMembersOnShift();
  return useMemo(() => members.filter((member) => permits(member, "item.reply")), [members]);
}
