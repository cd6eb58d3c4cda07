import type { Cover } from "@flowdesk/shared/desk/cover/cover.ts";
import type { Outcome } from "../connection/desk-connection.ts";
import { act } from "./act.ts";

/** Sets what comes to a member by standing order. */
export function setCover(member: string, cover: readonly Cover[]): Promise<Outcome> {
  return act("member.cover", { member, cover: [...cover] }, ["nothing.to.do"]);
}
