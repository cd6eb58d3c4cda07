import type { Moment } from "./intensity.ts";
import type { Random } from "./random.ts";
import type { ByVoice, Scenario, Voice } from "./scenario.ts";

/** What a text can speak of while it is written. The same values fill question and answer. */
export interface Wording {
  readonly scenario: Scenario;
  readonly random: Random;
  readonly voice: Voice;
  readonly moment: Moment;
  /** What slots have been filled with so far. */
  readonly filled: Map<string, string>;
}

/** Norwegians, Danes and Swedes read each other: what one voice has no word for is said in a neighbour's. */
const neighbours: Readonly<Record<Voice, readonly Voice[]>> = {
  da: ["da", "nb", "en"],
  nb: ["nb", "da", "en"],
  sv: ["sv", "nb", "da", "en"],
  en: ["en", "da", "nb"],
};

/** The texts of a voice, or of the nearest that has any. */
export function heardIn<T>(texts: ByVoice<T> | undefined, voice: Voice): readonly T[] {
  for (const one of neighbours[voice]) {
    const found = texts?.[one];
    if (found !== undefined && found.length > 0) return found;
  }
  return [];
}

/** A text with its choices made and its slots filled. A slot that the scenario does not know stands as it is. */
export function word(template: string, wording: Wording): string {
  const { random } = wording;
  const chosen = template.replace(/\[([^[\]]*\|[^[\]]*)\]/gu, (_all, choices: string) =>
    random.pick(choices.split("|")),
  );
  return chosen.replace(/\{(\w+)\}/gu, (all, slot: string) => fill(slot, wording) ?? all);
}

function fill(slot: string, { scenario, random, voice, moment, filled }: Wording): string | null {
  if (slot === "tag") return `#${tagOf(scenario, random)}`;
  const before = filled.get(slot);
  if (before !== undefined) return before;
  const value =
    slot === "name" ? null : (ofMoment(slot, scenario, moment) ?? ofScenario(slot, scenario, random, voice));
  if (value !== null) filled.set(slot, value);
  return value;
}

function ofMoment(slot: string, scenario: Scenario, { act, next }: Moment): string | null {
  if (act === null || next === null) return null;
  switch (slot) {
    case "act":
      return act.name;
    case "stage":
      return act.stage;
    case "time":
      return wallClock(scenario, act.at);
    case "next":
      return next.name;
    case "nextStage":
      return next.stage;
    case "nextTime":
      return wallClock(scenario, next.at);
    default:
      return null;
  }
}

function ofScenario(slot: string, { slots }: Scenario, random: Random, voice: Voice): string | null {
  const words = heardIn(slots[slot], voice);
  return words.length === 0 ? null : random.pick(words);
}

/** The wall-clock time, `HH:MM`, at so many minutes of the script. */
export function wallClock({ begins }: Pick<Scenario, "begins">, minute: number): string {
  const [hours = 0, minutes = 0] = begins.split(":").map(Number);
  const total = (((hours * 60 + minutes + Math.floor(minute)) % 1440) + 1440) % 1440;
  return `${String(Math.floor(total / 60)).padStart(2, "0")}:${String(total % 60).padStart(2, "0")}`;
}

/** A hashtag of the evening as somebody spells it: rightly a little more often than not. */
export function tagOf({ hashtags }: Scenario, random: Random): string {
  const { tag, wrong } = random.pick(hashtags);
  return wrong.length === 0 || random.chance(0.55) ? tag : random.pick(wrong);
}
