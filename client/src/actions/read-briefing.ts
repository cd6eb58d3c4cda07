import { act } from "./act.ts";

/** Says that one has read texts for the team. */
export function readBriefings(briefings: readonly string[]): void {
  for (const briefing of briefings) void act("briefing.read", { briefing }, ["nothing.to.do", "briefing.unknown"]);
}
