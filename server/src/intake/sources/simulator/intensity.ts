import type { Kind } from "@flowdesk/shared/desk/item/need.ts";
import type { Random } from "./random.ts";
import type { Act, Mood, Scenario, ScenarioChannel } from "./scenario.ts";

/** Minutes before an act in which people write about it, and after it. */
const ahead = 25;
const echo = 20;

/** How much each kind rises with an act, by where it stands: before it people ask, during it they show, after it both. */
const leaning: Readonly<Record<Exclude<Mood, "over">, Readonly<Record<Kind, number>>>> = {
  before: { mention: 0.8, dm: 1.3, comment: 1.1 },
  during: { mention: 1.3, dm: 0.6, comment: 1 },
  after: { mention: 1.1, dm: 0.9, comment: 1.2 },
};

/** What is on at a minute of the script, and what people are about; null on a quiet stretch. */
export interface Moment {
  readonly mood: Mood | null;
  /** The act that is on, that comes next, or that was last; null if there is no programme. */
  readonly act: Act | null;
  /** The act that comes next; the one that is on, or was last, if none does. */
  readonly next: Act | null;
}

/** Where an act stands at a minute; null if nobody writes about it. */
function standing(act: Act, minute: number): Exclude<Mood, "over"> | null {
  const x = minute - act.at;
  if (x < -ahead || x >= act.lasts + echo) return null;
  return x < 0 ? "before" : x < act.lasts ? "during" : "after";
}

/** How high the wave of an act stands, from 0 to 1: a slope before it, a crest as it begins and as it ends, an ebb. */
function wave(act: Act, minute: number): number {
  const x = minute - act.at;
  if (x < -ahead || x >= act.lasts + echo) return 0;
  if (x < 0) return 0.1 + 0.6 * (1 + x / ahead) ** 2;
  if (x < Math.min(6, act.lasts)) return 1;
  if (x < act.lasts - 6) return 0.5;
  return x < act.lasts + 4 ? 0.9 : 0.9 * Math.exp(-(x - act.lasts - 4) / 6);
}

/** The acts that texts name, in order; asked for with every message. */
function performances(programme: readonly Act[]): readonly Act[] {
  let found = known.get(programme);
  if (found === undefined) {
    found = programme.filter(({ performs }) => performs !== false).toSorted((a, b) => a.at - b.at);
    known.set(programme, found);
  }
  return found;
}

const known = new WeakMap<readonly Act[], readonly Act[]>();

/** What people are about at a minute: the act whose wave is highest. */
export function momentOf({ programme }: Scenario, minute: number): Moment {
  const named = performances(programme);
  const begun = named.findLast(({ at }) => at <= minute) ?? null;
  const coming = named.find(({ at }) => at > minute) ?? null;
  let mood: Mood | null = null;
  let about: Act | null = null;
  let height = 0;
  for (const act of programme) {
    const stands = standing(act, minute);
    const weight = wave(act, minute) * act.draw;
    if (stands === null || weight <= height) continue;
    mood = stands;
    about = act;
    height = weight;
  }
  if (about?.performs === false) about = begun ?? coming;
  if (mood === null && coming === null && begun !== null) mood = "over";
  about ??= coming ?? begun;
  return { mood, act: about, next: coming ?? about };
}

/** A short swell on one channel that nobody has planned: something is shared, somebody with many readers writes. */
export interface Gust {
  readonly at: number;
  readonly width: number;
  readonly height: number;
}

/** The gusts of a channel: one in about forty minutes. */
export function gustsOf(random: Random, lasts: number): Gust[] {
  const gusts: Gust[] = [];
  for (let at = random.gap() * 40; at < lasts; at += random.gap() * 40) {
    gusts.push({ at, width: random.between(1.5, 4), height: random.between(0.6, 2.4) });
  }
  return gusts;
}

/** How many times a quiet stretch's traffic a channel has at a minute of the script. */
export function intensity(
  scenario: Scenario,
  channel: ScenarioChannel,
  kind: Kind,
  minute: number,
  gusts: readonly Gust[],
): number {
  let height = 1;
  let isOver = true;
  for (const act of scenario.programme) {
    const mood = standing(act, minute);
    if (mood !== null || act.at > minute) isOver = false;
    if (mood !== null) height += (act.draw - 1) * wave(act, minute) * leaning[mood][kind];
  }
  if (kind === "comment") {
    for (const post of scenario.posts) {
      if (post.at <= minute && post.platforms.includes(channel.platform))
        height += 2 * Math.exp(-(minute - post.at) / 7);
    }
  }
  for (const gust of gusts) height += gust.height * Math.exp(-(((minute - gust.at) / gust.width) ** 2));
  return isOver ? height * 0.7 : height;
}
