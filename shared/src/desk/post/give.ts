import { nameOf } from "../context.ts";
import { idSchema } from "../id.ts";
import { permits } from "../permission.ts";
import { type Rejection, reject } from "../rejection.ts";
import type { DeskState } from "../state.ts";
import { alterPost, postCommand } from "./post-command.ts";

/** Give a post to the member who sees to it that it goes out; null makes it nobody's. */
export const give = postCommand("post.give", {
  data: { owner: idSchema.nullable() },
  decide: (post, { owner }, _context, state) => {
    if (post.owner === owner)
      return reject("nothing.to.do", owner === null ? "It is nobody's." : `${nameOf(state, owner)} has this already.`);
    const flaw = owner === null ? null : ownerFlaw(state, owner);
    return flaw ?? alterPost("post.given", post, { owner });
  },
});

/** Why a member cannot own a post; null if they can. */
export function ownerFlaw(state: DeskState, owner: string): Rejection | null {
  const member = state.members.get(owner);
  if (member === undefined || member.removedAt !== null) return reject("member.unknown", "There is no such member.");
  return permits(member, "post.live", { owner })
    ? null
    : reject("member.cannot", `${member.name} does not put posts out.`);
}
