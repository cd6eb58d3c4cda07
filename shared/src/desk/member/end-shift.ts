import { z } from "zod";
import { type Briefing, type LeftItem, longestHandOver } from "../briefing/briefing.ts";
import type { ItemChange } from "../change.ts";
import { commandRule } from "../command.ts";
import { accept, refuse } from "../context.ts";
import { loadsOf } from "../item/deal.ts";
import type { Item } from "../item/item.ts";
import { permits } from "../permission.ts";
import { reject } from "../rejection.ts";
import { handOn } from "./hand-on.ts";

/**
 * End one's shift: what waits with one moves in the same step, and a hand-over says what there was and who has it now,
 * with a sentence of one's own. The figures of the shift are read from the responses; they are no part of it.
 */
export const endShift = commandRule({
  type: "shift.end",
  data: z.object({ sentence: z.string().trim().max(1_000).optional() }),
  touches: () => ({ loads: true, ownHoldings: true }),
  decide: (state, { sentence }, context) => {
    const { actor, now } = context;
    if (actor.kind !== "member" || !permits(actor.member, "shift.end", { owner: actor.member.id }))
      return refuse(reject("forbidden", "Your roles do not allow this."));
    const member = state.members.get(actor.member.id) ?? actor.member;
    if (member.shift === "off") return refuse(reject("nothing.to.do", "You are not on shift."));
    const moved = handOn(state, member, context);
    const left = moved.flatMap((change) => {
      const item = state.items.get(change.item);
      return item === undefined ? [] : [leftItem(item, change)];
    });
    const briefing: Briefing = {
      id: context.newId(),
      kind: "hand-over",
      text: sentence ?? "",
      numbers: [],
      by: member.id,
      at: now,
      readBy: [{ member: member.id, at: now }],
      handOver: {
        member: member.id,
        from: member.shiftBegan ?? member.shiftSince,
        until: now,
        left: left.slice(0, longestHandOver),
        leftInAll: left.length,
        loads: loadsAfter(loadsOf(state), member.id, left),
      },
      version: 1,
    };
    return accept(
      { type: "briefing.handedOver", briefing },
      {
        type: "member.shift.set",
        member: member.id,
        set: {
          shift: "off",
          shiftNote: null,
          shiftSince: now,
          ...(member.shiftBegan == null ? {} : { shiftBegan: null }),
          ...(member.setAside == null ? {} : { setAside: null }),
          ...(member.isLost === true ? { isLost: false } : {}),
          version: member.version + 1,
        },
      },
      ...moved,
    );
  },
});

function leftItem(item: Item, moved: ItemChange): LeftItem {
  const { id, channel, kind, need, dueAt, promise, status } = item;
  return {
    item: id,
    channel,
    kind,
    need,
    dueAt,
    promisedUntil: promise?.until ?? null,
    isOnOthers: status === "on-others",
    to: moved.set?.assignee ?? null,
  };
}

function loadsAfter(
  before: ReadonlyMap<string, number>,
  leaver: string,
  left: readonly LeftItem[],
): Array<{ member: string; items: number }> {
  const loads = new Map(before);
  for (const { to } of left) if (to !== null) loads.set(to, (loads.get(to) ?? 0) + 1);
  loads.delete(leaver);
  return [...loads]
    .map(([member, items]) => ({ member, items }))
    .sort((a, b) => b.items - a.items || (a.member < b.member ? -1 : 1))
    .slice(0, 1000);
}
