import type { ShiftAnswer } from "@flowdesk/shared/protocol/shift.ts";
import { request } from "./http.ts";

/** The figures of somebody's shift. @param until absent: until now */
export function shiftOf(
  desk: string,
  { member, from, until }: { readonly member: string; readonly from: string; readonly until?: string },
): Promise<ShiftAnswer> {
  const query = new URLSearchParams({ member, from, ...(until === undefined ? {} : { until }) });
  return request("GET", `/api/desks/${encodeURIComponent(desk)}/shift?${query}`);
}
