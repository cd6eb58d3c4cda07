import { longestVolunteering } from "@flowdesk/shared/protocol/account.ts";
import { hour, type Instant, instant, millis } from "@flowdesk/shared/time/instant.ts";
import { resolveWallClock, wallClockOf } from "@flowdesk/shared/time/wall-clock.ts";
import { readWhen, type When, whenOf } from "../run-sheet/when.ts";

/** An evening is over by then. */
const endOfNight = "04:00:00";
/** A night that ends sooner than that is none to come in for: the access then lasts so long from now, in ms. */
const shortest = 8 * hour;

/** When a volunteer's access ends unless somebody says otherwise: tonight at four on the desk's clock, or in eight hours. */
export function usualEnd(now: number, zone: string): When {
  const today = wallClockOf(instant(now), zone).local.slice(0, 10);
  const nights = [0, 1].map((days) => Temporal.PlainDate.from(today).add({ days }).toString());
  const next = nights
    .map((date) => resolveWallClock({ local: `${date}T${endOfNight}`, zone }).at)
    .find((at) => millis(at) > now);
  const end = next === undefined ? now + shortest : Math.max(millis(next), isNight(now, zone) ? now + shortest : 0);
  return whenOf(wallClockOf(instant(Math.floor(end / 60_000) * 60_000), zone));
}

/** Whether it is after midnight and before the end of the night, when whoever comes in comes for what is left and more. */
function isNight(now: number, zone: string): boolean {
  return wallClockOf(instant(now), zone).local.slice(11) < endOfNight;
}

/** What was written as the end of an access, as an instant; or what is wrong with it. */
export function readEnd(
  when: When,
  now: number,
): { readonly at: Instant } | { readonly wrong: "no-time" | "past" | "far" } {
  const read = readWhen(when);
  if (read === null) return { wrong: "no-time" };
  const at = millis(read.at);
  if (at <= now) return { wrong: "past" };
  return at > now + longestVolunteering ? { wrong: "far" } : { at: read.at };
}
