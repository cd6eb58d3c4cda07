import { type Briefing, briefingInForce } from "@flowdesk/shared/desk/briefing/briefing.ts";

/** Whether somebody has read a text for the team. */
export function hasRead({ readBy }: Pick<Briefing, "readBy">, member: string): boolean {
  return readBy.some((reader) => reader.member === member);
}

/** Messages to the whole team that somebody has not read, in the order given. */
export function unreadAnnouncements(briefings: readonly Briefing[], member: string): readonly Briefing[] {
  return briefings.filter((briefing) => briefing.kind === "announcement" && !hasRead(briefing, member));
}

/** The briefing in force if somebody has not read it. */
export function unreadBriefing(briefings: readonly Briefing[], member: string): Briefing | undefined {
  const inForce = briefingInForce(briefings);
  return inForce === undefined || hasRead(inForce, member) ? undefined : inForce;
}

/** So many hand-overs are shown to somebody who was never here before, and at most to anybody. */
const handOversForNewcomers = 3;
const mostHandOvers = 8;

/**
 * The hand-overs of others since somebody last handed over themselves; for somebody who never did the latest few.
 * @param briefings the newest first
 */
export function handOversFor(briefings: readonly Briefing[], member: string): readonly Briefing[] {
  const all = briefings.filter(({ kind, handOver }) => kind === "hand-over" && handOver !== undefined);
  const own = all.find(({ handOver }) => handOver?.member === member);
  const others = all.filter(({ handOver }) => handOver?.member !== member);
  return own === undefined
    ? others.slice(0, handOversForNewcomers)
    : others.filter(({ at }) => at > own.at).slice(0, mostHandOvers);
}

/** How far a text has come among those who are to read it. */
export interface Reach {
  readonly read: readonly string[];
  readonly missing: readonly string[];
}

/**
 * Who has read a text, in the order in which they did, wherever they are now; and who of those named has not.
 * @param readers ids of members; whoever wrote it does not count
 */
export function reachOf({ readBy, by }: Pick<Briefing, "readBy" | "by">, readers: readonly string[]): Reach {
  const read = readBy.map(({ member }) => member).filter((member) => member !== by);
  const done = new Set([by, ...read]);
  return { read, missing: [...new Set(readers)].filter((member) => !done.has(member)) };
}
