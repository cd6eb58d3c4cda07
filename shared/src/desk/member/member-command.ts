import { z } from "zod";
import type { MemberChange } from "../change.ts";
import { type CommandRule, commandRule, type Read, type Written } from "../command.ts";
import { accept, type Context, refuse } from "../context.ts";
import { idSchema } from "../id.ts";
import { type Action, permits } from "../permission.ts";
import { type Rejection, reject } from "../rejection.ts";
import type { DeskState } from "../state.ts";
import type { Member } from "./member.ts";
import { releaseLost } from "./release-lost.ts";

/** A command that alters a member of the desk; without `member`, the one who sends it. */
export function memberCommand<const Type extends Action, Shape extends z.ZodRawShape>(
  type: Type,
  rule: {
    readonly data: Shape;
    readonly change: MemberChange["type"];
    /** Whether it can take items out of the member's reach. What they may hold no more goes back to the queue with it. */
    readonly narrows?: boolean;
    readonly decide: (
      member: Member,
      data: Read<Shape>,
      context: Context,
      state: DeskState,
    ) => Partial<Member> | Rejection;
  },
): CommandRule<Type, z.ZodType<{ member?: string } & Read<Shape>, { member?: string } & Written<Shape>>> {
  const data = z.object({ member: idSchema.optional(), ...rule.data });
  return commandRule({
    type,
    data: data as unknown as z.ZodType<{ member?: string } & Read<Shape>, { member?: string } & Written<Shape>>,
    touches: ({ member }) => (rule.narrows === true && member !== undefined ? { holdings: member } : {}),
    decide: (state, given, context) => {
      const self = context.actor.kind === "member" ? context.actor.member.id : "";
      const member = state.members.get(given.member ?? self);
      if (member === undefined || member.removedAt !== null)
        return refuse(reject("member.unknown", "There is no such member."));
      if (context.actor.kind === "member" && !permits(context.actor.member, type, { owner: member.id })) {
        return refuse(reject("forbidden", "Your roles do not allow this."));
      }
      const set = rule.decide(member, given as never, context, state);
      if ("code" in set) return refuse(set as Rejection);
      const same = Object.entries(set).every(
        ([key, value]) => JSON.stringify(member[key as keyof Member]) === JSON.stringify(value),
      );
      if (same) return refuse(reject("nothing.to.do", "It is so already."));
      const after = { ...set, version: member.version + 1 };
      const lost = rule.narrows === true ? releaseLost(state, { ...member, ...after }) : [];
      return accept({ type: rule.change, member: member.id, set: after }, ...lost);
    },
  });
}
