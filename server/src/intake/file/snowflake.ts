import { platformOf } from "@flowdesk/shared/desk/channel/channel.ts";
import { minute } from "@flowdesk/shared/time/instant.ts";
import type { Problem } from "./problem.ts";

/** X counts the milliseconds of its ids from here (2010-11-04T01:42:54.657Z), in the bits above the lowest 22. */
const epoch = 1_288_834_974_657n;
const platforms: ReadonlySet<string> = new Set(["x", "twitter"]);

/**
 * When a message on X was made, as its id says: since November 2010 X's ids hold the time, in ms (the id layout
 * *Snowflake*, published by Twitter in 2010). Null on other platforms, for ids of another form, and for what would lie
 * more than five minutes ahead.
 * @param now milliseconds since 1970-01-01T00:00Z
 * @returns milliseconds since 1970-01-01T00:00Z
 */
export function timeOfId(channel: string, externalId: string, now: number): number | null {
  if (!/^\d{15,19}$/u.test(externalId) || !platforms.has(platformOf(channel).trim().toLowerCase())) return null;
  const ms = Number((BigInt(externalId) >> 22n) + epoch);
  return ms <= now + 5 * minute ? ms : null;
}

/** What a report says of a message whose time was taken from its id. */
export const takenFromId: Problem = {
  code: "time.from.id",
  reason: "No time could be read; it was taken from the message's id, which on X says when it was made.",
};
