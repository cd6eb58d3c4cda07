import type { Shift } from "@flowdesk/shared/desk/member/member.ts";
import type { Outcome } from "../connection/desk-connection.ts";
import { act } from "./act.ts";

/** Come on shift, be tied up with something, take a break, go. @param member absent: oneself */
export function setShift(shift: Shift, options: { note?: string; member?: string } = {}): Promise<Outcome> {
  return act("member.shift", { shift, ...options });
}
