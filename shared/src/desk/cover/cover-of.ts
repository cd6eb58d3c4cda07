import type { Kind } from "../item/need.ts";
import { isFree, type Member } from "../member/member.ts";
import { seesItem, viewOf } from "../view.ts";
import type { Cover } from "./cover.ts";

/** What is to be covered: a channel, or one kind on it, or what comes there in one language. */
export interface Covered {
  readonly channel: string;
  readonly kind?: Kind;
  /** A BCP 47 tag; absent or null where it is not known. */
  readonly lang?: string | null;
}

/** Who has something by standing order, whether they are here or not, in order of their ids. */
export interface CoverOf {
  readonly first: readonly Member[];
  readonly standIns: readonly Member[];
  /** Those to whom it comes now if they have room: the first who are free, else the stand-ins who are; none: not covered. */
  readonly present: readonly Member[];
}

/** Who covers something. Who sees nothing of it, or does not answer, covers it in vain and is left out. */
export function coverOf(members: Iterable<Member>, covered: Covered): CoverOf {
  const first: Member[] = [];
  const standIns: Member[] = [];
  for (const member of members) {
    if (!mayCover(member) || !sees(member, covered)) continue;
    const fitting = (member.cover ?? []).filter((cover) => fits(cover, covered));
    if (fitting.length === 0) continue;
    (fitting.some(({ standIn }) => standIn !== true) ? first : standIns).push(member);
  }
  for (const list of [first, standIns]) list.sort((a, b) => (a.id < b.id ? -1 : 1));
  const free = first.filter(isFree);
  return { first, standIns, present: free.length > 0 ? free : standIns.filter(isFree) };
}

/** Whether any member has a standing order: without one nothing is dealt by itself, and nothing is called uncovered. */
export function hasCover(members: Iterable<Member>): boolean {
  for (const member of members) if (mayCover(member) && (member.cover ?? []).length > 0) return true;
  return false;
}

/** Whether work may come to a member by standing order: a person who answers. */
export function mayCover(member: Member): boolean {
  const answers = member.roles.includes("community-manager") || member.roles.includes("flow-manager");
  return member.removedAt === null && !member.program && answers;
}

function sees(member: Member, { channel, kind }: Covered): boolean {
  const view = viewOf(member);
  if (kind !== undefined) return seesItem(view, { channel, kind });
  return view.channels === "all" || view.channels.includes(channel);
}

function fits(cover: Cover, { channel, kind, lang }: Covered): boolean {
  if (cover.channels !== "all" && !cover.channels.includes(channel)) return false;
  if (kind !== undefined && cover.kinds !== undefined && !cover.kinds.includes(kind)) return false;
  if (cover.languages === undefined || lang === undefined || lang === null) return true;
  const wanted = primary(lang);
  return cover.languages.some((spoken) => primary(spoken) === wanted);
}

/** The language of a tag without region and script; written Norwegian is one whichever way it is tagged. */
function primary(tag: string): string {
  const language = tag.toLowerCase().split("-")[0] ?? tag;
  return language === "no" || language === "nn" ? "nb" : language;
}
