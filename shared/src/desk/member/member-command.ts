import { z } from "zod";
import type { MemberChange } from "../change.ts";
import { type CommandRule, commandRule, type Read, type Touches, type Written } from "../command.ts";
import { accept, type Context, refuse } from "../context.ts";
import { idSchema } from "../id.ts";
import { type Action, permits } from "../permission.ts";
import { type Rejection, reject } from "../rejection.ts";
import type { DeskState } from "../state.ts";
import type { Member } from "./member.ts";

/** A command that alters a member of the desk; without `member`, the one who sends it. */
export function memberCommand<const Type extends Action, Shape extends z.ZodRawShape>(
  type: Type,
  rule: {
    readonly data: Shape;
    readonly change: MemberChange["type"];
    readonly touches?: (data: Read<Shape>) => Touches;
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
    touches: (given) => rule.touches?.(given as never) ?? {},
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
      return accept({ type: rule.change, member: member.id, set: { ...set, version: member.version + 1 } });
    },
  });
}
