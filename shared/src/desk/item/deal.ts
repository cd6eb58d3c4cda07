import { z } from "zod";
import type { ItemChange } from "../change.ts";
import { commandRule } from "../command.ts";
import { actorId } from "../context.ts";
import { idSchema } from "../id.ts";
import { isFree, type Member } from "../member/member.ts";
import { permits } from "../permission.ts";
import { type Rejection, reject } from "../rejection.ts";
import type { DeskState } from "../state.ts";
import { seesItem, viewOf } from "../view.ts";
import { intoHands, mayHold } from "./hand.ts";
import { type Item, isOpen, isQueued } from "./item.ts";
import { alter, decisionOf, longestBulk } from "./item-command.ts";
import { mostPressing } from "./most-pressing.ts";

/** How many more than asked for the desk looks at, so that what nobody can take does not hold up what somebody can. */
const lookAhead = 4;

/**
 * Hand out the next of the queue, or the items named, over everyone on shift who is free: to whoever had the thread
 * before, else to whoever has the most room. Each comes to one `item.assigned`.
 */
export const deal = commandRule({
  type: "items.deal",
  data: z
    .object({
      count: z.int().min(1).max(longestBulk).optional(),
      items: z.array(idSchema).min(1).max(longestBulk).optional(),
    })
    .refine(
      (given) => (given.count === undefined) !== (given.items === undefined),
      "Say how many to deal, or which items.",
    ),
  touches: ({ count, items }) => ({
    loads: true,
    ...(items === undefined ? {} : { items }),
    ...(count === undefined ? {} : { queue: count * lookAhead }),
  }),
  decide: (state, { count, items }, context) => {
    const { actor } = context;
    if (actor.kind === "member" && !permits(actor.member, "items.deal")) {
      return { ok: false, rejection: reject("forbidden", "Your roles do not allow this.") };
    }
    const view = actor.kind === "member" ? viewOf(actor.member) : null;
    const sees = (item: Item) => view === null || seesItem(view, item);
    const refused: Rejection[] = [];
    let offered: Item[] = [];
    if (items === undefined) {
      const queued: Item[] = [];
      for (const item of state.items.values()) if (isQueued(item) && sees(item)) queued.push(item);
      offered = mostPressing(queued, (count ?? 1) * lookAhead);
    } else {
      for (const id of new Set(items)) {
        const item = state.items.get(id);
        if (item === undefined || !sees(item))
          refused.push(reject("item.unknown", "There is no such item, or you do not see it.", { item: id }));
        else if (item.assignee !== null)
          refused.push(reject("item.taken", "Somebody has this.", { item: id, by: item.assignee }));
        else if (item.status === "closed" || item.status === "dismissed")
          refused.push(reject("item.closed", "This is closed.", { item: id }));
        else offered.push(item);
      }
    }
    if (offered.length === 0) {
      return { ok: false, rejection: refused[0] ?? reject("queue.empty", "Nothing waits that could be dealt.") };
    }
    const hands = dealOver(state, offered, count ?? offered.length);
    const changes: ItemChange[] = hands.map(({ item, member }) =>
      alter("item.assigned", item, intoHands(item, member.id, context.now)),
    );
    if (changes.length === 0) {
      return {
        ok: false,
        rejection: reject(
          "nobody.free",
          "Nobody on shift has room for this: raise a capacity, or bring somebody on shift.",
          {
            by: actorId(actor),
          },
        ),
      };
    }
    const dealt = new Set(hands.map(({ item }) => item.id));
    if (items !== undefined) {
      for (const item of offered)
        if (!dealt.has(item.id))
          refused.push(reject("nobody.free", "Nobody on shift has room for this.", { item: item.id }));
    }
    return decisionOf(changes, refused);
  },
});

/**
 * Who gets what: of those on shift, not tied up, who see the channel and have room, the one who had the thread before;
 * else, among those who speak its language, the one with the smallest share of their capacity in use. Where nobody on
 * shift speaks it, anybody may get it; where those who do are full, it waits for them.
 */
export function dealOver(
  state: DeskState,
  offered: readonly Item[],
  most: number,
): ReadonlyArray<{ readonly item: Item; readonly member: Member }> {
  const loads = new Map(loadsOf(state));
  const free: Member[] = [];
  for (const member of state.members.values()) {
    if (isFree(member) && !member.program && member.roles.includes("community-manager")) free.push(member);
  }
  const dealt: Array<{ item: Item; member: Member }> = [];
  for (const item of offered) {
    if (dealt.length >= most) break;
    const seeing = free.filter((member) => mayHold(member, item));
    const speaking = seeing.filter((member) => speaks(member, item.lang));
    const able = speaking.length > 0 ? speaking : seeing;
    const before = able.filter(({ id }) => id === item.lastAssignee);
    const member = roomiest(before, loads) ?? roomiest(able, loads);
    if (member === null) continue;
    loads.set(member.id, (loads.get(member.id) ?? 0) + 1);
    dealt.push({ item, member });
  }
  return dealt;
}

/** How many items wait with each member: what they hold that is not answered. */
export function loadsOf(state: Pick<DeskState, "items">): ReadonlyMap<string, number> {
  const loads = new Map<string, number>();
  for (const item of state.items.values()) {
    if (item.assignee === null || item.need === "watch" || item.status === "answered" || !isOpen(item)) continue;
    loads.set(item.assignee, (loads.get(item.assignee) ?? 0) + 1);
  }
  return loads;
}

/** Of several who have room the one with the smallest share of their capacity in use; null if none has room. */
export function roomiest(members: readonly Member[], loads: ReadonlyMap<string, number>): Member | null {
  const loadOf = ({ id }: Member) => loads.get(id) ?? 0;
  let best: Member | null = null;
  for (const next of members) {
    if (loadOf(next) >= next.capacity) continue;
    if (best === null || isRoomier(next, loadOf(next), best, loadOf(best))) best = next;
  }
  return best;
}

function isRoomier(next: Member, nextLoad: number, best: Member, bestLoad: number): boolean {
  const difference = nextLoad / next.capacity - bestLoad / best.capacity;
  if (difference !== 0) return difference < 0;
  if (nextLoad !== bestLoad) return nextLoad < bestLoad;
  return next.id < best.id;
}

/** Whether a member has a language; who names none has all, and so has everybody what is in no language known. */
export function speaks(member: Pick<Member, "languages">, lang: string | null): boolean {
  if (lang === null || member.languages.length === 0) return true;
  const wanted = lang.split("-")[0];
  return member.languages.some((spoken) => spoken.split("-")[0] === wanted);
}
