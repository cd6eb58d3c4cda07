import { type Change, idOf, isItemChange, isPostChange } from "@flowdesk/shared/desk/change.ts";
import { coverOf } from "@flowdesk/shared/desk/cover/cover-of.ts";
import { speaks } from "@flowdesk/shared/desk/item/deal.ts";
import { mayHold } from "@flowdesk/shared/desk/item/hand.ts";
import type { Item } from "@flowdesk/shared/desk/item/item.ts";
import { isFree, isOnShift, type Member } from "@flowdesk/shared/desk/member/member.ts";
import { permits } from "@flowdesk/shared/desk/permission.ts";
import type { Post } from "@flowdesk/shared/desk/post/post.ts";
import type { DeskState } from "@flowdesk/shared/desk/state.ts";

/** What may interrupt a person, the most pressing first. */
export const alarmKinds = ["urgent", "connection", "missed", "late", "overdue", "spike"] as const;
export type AlarmKind = (typeof alarmKinds)[number];

/**
 * Something that needs a person now: an item that is urgent and unseen or overdue, a post that is late or missed, a
 * channel by which far more comes in than usual, the connection of this console that is lost.
 */
export interface Cause {
  readonly kind: AlarmKind;
  /** The item's, the post's or the channel's id; of the connection the desk's. */
  readonly id: string;
}

/** What alarms go by beside the desk's state. */
export interface Surroundings {
  readonly spikes: ReadonlySet<string>;
  /** Whether the connection has been gone for long enough to be told. */
  readonly isCut: boolean;
}

export const calm: Surroundings = { spikes: new Set(), isCut: false };

/** What in changes may need somebody now. Whether it is this person, and still so, is `concerns`' to say. */
export function causesOf(changes: readonly Change[]): readonly Cause[] {
  return changes.flatMap((change): Cause[] => {
    if (isPostChange(change)) {
      if (change.type !== "post.late" && change.type !== "post.missed") return [];
      return [{ kind: change.type === "post.late" ? "late" : "missed", id: idOf(change.post) }];
    }
    if (!isItemChange(change) || change.item === undefined) return [];
    const id = idOf(change.item);
    switch (change.type) {
      case "item.overdue":
      case "item.promise.overdue":
        return [{ kind: "overdue", id }];
      case "item.received":
      case "item.continued":
      case "item.needed":
      case "item.reopened":
      case "item.released":
      case "item.assigned":
        return [{ kind: "urgent", id }];
      default:
        return [];
    }
  });
}

/** Whether a cause stands, and needs this member rather than another. Who is on a break or away is left in peace. */
export function concerns(cause: Cause, state: DeskState, me: string, { spikes, isCut }: Surroundings = calm): boolean {
  const member = state.members.get(me);
  if (member === undefined || member.removedAt !== null || member.shift === "break" || member.shift === "away")
    return false;
  if (cause.kind === "connection") return isCut && member.shift !== "off";
  if (cause.kind === "spike") return spikes.has(cause.id) && permits(member, "items.deal");
  if (cause.kind === "late" || cause.kind === "missed") {
    const post = state.posts.get(cause.id);
    return post !== undefined && isBehind(post, cause.kind) && isForPost(member, post);
  }
  const item = state.items.get(cause.id);
  return item !== undefined && isPressing(item, cause.kind) && isForItem(member, item, cause.kind);
}

function isBehind({ variants }: Post, kind: "late" | "missed"): boolean {
  return variants.some(({ state, late }) => (kind === "missed" ? state === "missed" : state === "due" && late));
}

function isForPost(member: Member, post: Post): boolean {
  return post.owner === member.id || permits(member, "post.override");
}

function isPressing(item: Item, kind: "urgent" | "overdue"): boolean {
  if (kind === "overdue") {
    return (item.awaitingSince !== null && item.mark === "overdue") || item.promise?.overdue === true;
  }
  return item.need === "urgent" && item.awaitingSince !== null && item.seenAt === null;
}

/** What is mine is mine; all else is the flow manager's, and what is urgent and nobody's is everyone's who is at work. */
function isForItem(member: Member, item: Item, kind: "urgent" | "overdue"): boolean {
  if (item.assignee === member.id || permits(member, "items.deal")) return true;
  return kind === "urgent" && item.assignee === null && member.shift === "on" && permits(member, "item.claim");
}

/** So much of the time until somebody must have seen it is left to those whose it is, before others are called. */
const leftToThem = 0.25;
/** The same where the target does not say by when it must be seen, in ms. */
const leftToThemMs = 30_000;

/**
 * Whether it is time to interrupt this member for a cause that concerns them. What is urgent calls whoever has it at
 * once, and where nobody has it one of those who could; everybody else within whose reach it is, and who directs, when
 * it has gone unseen for a quarter of the time that there is, or at once where nobody could see to it.
 * @param now in ms, by the desk's clock
 */
export function isRipe(cause: Cause, state: DeskState, me: string, now: number): boolean {
  const item = cause.kind === "urgent" ? state.items.get(cause.id) : undefined;
  if (item === undefined || item.assignee === me) return true;
  const called = item.assignee ?? firstCalled(item, state.members.values());
  if (called === me) return true;
  const holder = called === null ? undefined : state.members.get(called);
  if (holder === undefined || !isOnShift(holder) || item.awaitingSince === null) return true;
  const since = Date.parse(item.awaitingSince);
  const left = item.seeBy === null ? leftToThemMs : (Date.parse(item.seeBy) - since) * leftToThem;
  return now >= Math.max(since, Date.parse(item.receivedAt)) + left;
}

/**
 * Who is called first for what nobody has: one of those who cover it; else of those at work who may hold it and speak its
 * language; else of those who may hold it. By turns, as the item's id falls: each console comes to the same one, since
 * all hold the same people, and nobody is called for everything.
 */
function firstCalled(item: Item, members: Iterable<Member>): string | null {
  const all = [...members];
  const able = all.filter(
    (member) =>
      isFree(member) && !member.program && member.roles.includes("community-manager") && mayHold(member, item),
  );
  const covering = coverOf(all, item).present.filter((member) => able.includes(member));
  const speaking = able.filter((member) => speaks(member, item.lang));
  const [first] = [covering, speaking, able].filter((some) => some.length > 0);
  if (first === undefined) return null;
  const ids = first.map(({ id }) => id).sort();
  let turn = 0;
  for (const letter of item.id) turn = (turn * 31 + letter.charCodeAt(0)) % 1_000_003;
  return ids[turn % ids.length] ?? null;
}
