import { z } from "zod";
import { commandRule } from "../command.ts";
import { coverOf } from "../cover/cover-of.ts";
import type { Member } from "../member/member.ts";
import { permits } from "../permission.ts";
import { reject } from "../rejection.ts";
import type { DeskState } from "../state.ts";
import { loadsOf, roomiest } from "./deal.ts";
import { intoHands } from "./hand.ts";
import { type Item, isQueued } from "./item.ts";
import { alter } from "./item-command.ts";
import { mostPressing } from "./most-pressing.ts";
import { kindSchema } from "./need.ts";

/** So many of the queue are looked at for each standing order. */
export const coverDepth = 100;
/** Most items that one command deals. */
const most = 500;

/**
 * Hand what waits in the queue to those who have it by standing order. By the server only: whenever something came in, or
 * somebody may have room again. `within` names the standing orders of those who are here.
 */
export const coverQueue = commandRule({
  type: "items.cover",
  data: z.object({
    within: z
      .array(
        z.object({
          channels: z.union([z.literal("all"), z.array(z.string().max(200)).min(1).max(300)]),
          kinds: z.array(kindSchema).min(1).max(3).optional(),
        }),
      )
      .min(1)
      .max(100),
  }),
  touches: ({ within }) => ({ loads: true, queueWithin: within }),
  decide: (state, _data, { actor, now }) => {
    if (actor.kind === "member" && !permits(actor.member, "items.cover"))
      return { ok: false, rejection: reject("forbidden", "Your roles do not allow this.") };
    const queued: Item[] = [];
    for (const item of state.items.values()) if (isQueued(item)) queued.push(item);
    const loads = new Map(loadsOf(state));
    const changes = [];
    for (const item of mostPressing(queued, queued.length)) {
      if (changes.length >= most) break;
      const member = takerOf(state, item, loads);
      if (member === null) continue;
      loads.set(member.id, (loads.get(member.id) ?? 0) + 1);
      changes.push(alter("item.assigned", item, intoHands(item, member.id, now)));
    }
    return changes.length === 0
      ? { ok: false, rejection: reject("nothing.to.do", "Nothing waits that anybody has room for.") }
      : { ok: true, changes };
  },
});

/**
 * To whom an item goes by standing order: of the first who are free and have room whoever has most of it, else of the
 * stand-ins; null: nobody. It never goes back to the one who let it go.
 */
export function takerOf(
  state: Pick<DeskState, "members">,
  item: Item,
  loads: ReadonlyMap<string, number>,
  except?: string,
): Member | null {
  const { first, standIns } = coverOf(state.members.values(), item);
  for (const candidates of [first, standIns]) {
    const taker = roomiest(
      candidates.filter(({ id, shift }) => shift === "on" && id !== item.putBackBy && id !== except),
      loads,
    );
    if (taker !== null) return taker;
  }
  return null;
}
