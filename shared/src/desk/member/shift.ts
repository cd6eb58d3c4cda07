import { z } from "zod";
import { type Instant, millis, minute } from "../../time/instant.ts";
import type { MemberChange } from "../change.ts";
import { commandRule } from "../command.ts";
import { accept, type Context, type Decision, refuse } from "../context.ts";
import { idSchema } from "../id.ts";
import { permits } from "../permission.ts";
import { reject } from "../rejection.ts";
import type { DeskState } from "../state.ts";
import { handOn } from "./hand-on.ts";
import { type Member, type Shift, shiftSchema } from "./member.ts";

/** Come on shift, be tied up, take a break, go; with `handOver` what waits with them moves to others at once. */
export const setShift = commandRule({
  type: "member.shift",
  data: z.object({
    member: idSchema.optional(),
    shift: shiftSchema,
    note: z.string().trim().max(200).optional(),
    handOver: z.boolean().optional(),
  }),
  touches: ({ member, handOver }) =>
    handOver === true ? { loads: true, ...(member === undefined ? { ownHoldings: true } : { holdings: member }) } : {},
  decide: (state, { member: named, shift, note, handOver }, context) => {
    const self = context.actor.kind === "member" ? context.actor.member.id : "";
    const member = state.members.get(named ?? self);
    if (member === undefined || member.removedAt !== null)
      return refuse(reject("member.unknown", "There is no such member."));
    if (context.actor.kind === "member" && !permits(context.actor.member, "member.shift", { owner: member.id }))
      return refuse(reject("forbidden", "Your roles do not allow this."));
    const shiftNote = note === undefined || note === "" ? null : note;
    return step(state, member, { shift, shiftNote }, handOver === true, context);
  },
});

/**
 * Set a member away whose console has been gone for longer than the desk allows; what waits with them moves. By the
 * server only.
 */
export const lose = commandRule({
  type: "member.lose",
  data: z.object({ member: idSchema }),
  touches: ({ member }) => ({ loads: true, holdings: member }),
  decide: (state, data, context) => {
    if (context.actor.kind === "member" && !permits(context.actor.member, "member.lose"))
      return refuse(reject("forbidden", "Your roles do not allow this."));
    const member = state.members.get(data.member);
    if (member === undefined || member.removedAt !== null)
      return refuse(reject("member.unknown", "There is no such member."));
    if (member.shift !== "on" && member.shift !== "tied-up")
      return refuse(reject("nothing.to.do", "They are not at work."));
    return step(state, member, { shift: "away", shiftNote: null }, true, context, true);
  },
});

function step(
  state: DeskState,
  member: Member,
  { shift, shiftNote }: { readonly shift: Shift; readonly shiftNote: string | null },
  handsOver: boolean,
  context: Context,
  isLost = false,
): Decision {
  const moved = handsOver ? handOn(state, member, context) : [];
  const items = moved.map(({ item }) => item as string);
  const set: Partial<Member> = {
    shift,
    shiftNote,
    shiftSince: member.shift === shift ? member.shiftSince : context.now,
    ...beganWith(member, shift, context.now),
    ...(items.length === 0 ? {} : { setAside: { at: context.now, items: setAsideOf(member, items, context.now) } }),
    ...(isLost === (member.isLost ?? false) ? {} : { isLost }),
  };
  const isSame = Object.entries(set).every(
    ([key, value]) => JSON.stringify(member[key as keyof Member]) === JSON.stringify(value),
  );
  if (isSame && moved.length === 0) return refuse(reject("nothing.to.do", "It is so already."));
  const change: MemberChange = {
    type: "member.shift.set",
    member: member.id,
    set: { ...set, version: member.version + 1 },
  };
  return accept(change, ...moved);
}

/** A shift begins when somebody comes from off shift, and ends when they go there; breaks belong to it. */
function beganWith(member: Member, shift: Shift, now: Instant): Partial<Member> {
  if (shift === "off") return member.shiftBegan == null ? {} : { shiftBegan: null };
  return member.shift === "off" ? { shiftBegan: now } : {};
}

/** How long what was set aside before is still offered back. */
const offeredFor = 12 * 60 * minute;

/** What moved now, and what moved shortly before and has not been taken back or refused. */
function setAsideOf(member: Member, items: readonly string[], now: Instant): string[] {
  const before = member.setAside ?? null;
  const old = before !== null && millis(now) - millis(before.at) < offeredFor ? before.items : [];
  return [...new Set([...items, ...old])].slice(0, 1000);
}
