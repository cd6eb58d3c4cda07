import type { HandOver } from "@flowdesk/shared/desk/briefing/briefing.ts";
import { handOn, mustGoOn } from "@flowdesk/shared/desk/member/hand-on.ts";
import type { Member } from "@flowdesk/shared/desk/member/member.ts";
import type { DeskState } from "@flowdesk/shared/desk/state.ts";
import { instant } from "@flowdesk/shared/time/instant.ts";
import { shownMember } from "../text/shown-member.ts";
import type { Share } from "./notices-store.ts";

/** To whom so many items go, or have gone; null: into the queue. */
export interface Portion {
  readonly to: string | null;
  readonly items: readonly string[];
}

/**
 * To whom what waits with a member would go if they stepped away now, as far as this console sees the desk: by the rule
 * by which the desk decides.
 * @param now in ms, by the desk's clock
 */
export function whatWouldMove(state: DeskState, member: Member, now: number): readonly Portion[] {
  const context = { now: instant(now), actor: { kind: "member" as const, member }, command: "", newId: () => "" };
  return portions(handOn(state, member, context).map(({ item, set }) => ({ item, to: set?.assignee ?? null })));
}

/** Where items are now. Those that ask for nobody any more are left out. */
export function whereNow(state: DeskState, items: readonly string[]): readonly Portion[] {
  return portions(
    items.flatMap((id) => {
      const item = state.items.get(id);
      return item === undefined || !mustGoOn(item) ? [] : [{ item: id, to: item.assignee }];
    }),
  );
}

/** To whom what somebody left at the end of their shift went, as far as the hand-over lists it. */
export function whereLeft({ left }: Pick<HandOver, "left">): readonly Portion[] {
  return portions(left);
}

/** What was set aside for a member and can still be taken back: nobody has answered it or opened it since. */
export function offeredBack(state: DeskState, member: Member): readonly string[] {
  const aside = member.setAside ?? null;
  if (aside === null) return [];
  return aside.items.filter((id) => {
    const item = state.items.get(id);
    if (item === undefined || !mustGoOn(item) || item.assignee === member.id) return false;
    return item.assignee === null || item.seenBy !== item.assignee || (item.seenAt ?? "") < aside.at;
  });
}

/** The greatest first, the queue last. */
function portions(moves: ReadonlyArray<{ readonly item: string; readonly to: string | null }>): readonly Portion[] {
  return [...Map.groupBy(moves, ({ to }) => to)]
    .map(([to, of]) => ({ to, items: of.map(({ item }) => item) }))
    .sort((a, b) => Number(a.to === null) - Number(b.to === null) || b.items.length - a.items.length);
}

/** How many items there are in all portions. */
export function inAll(portioned: readonly Portion[]): number {
  return portioned.reduce((sum, { items }) => sum + items.length, 0);
}

/** Portions with the names of those to whom they go. */
export function sharesOf(state: Pick<DeskState, "members">, portioned: readonly Portion[]): readonly Share[] {
  return portioned.map(({ to, items }) => ({
    name: to === null ? null : (shownMember(state.members.get(to))?.name ?? to),
    count: items.length,
  }));
}
