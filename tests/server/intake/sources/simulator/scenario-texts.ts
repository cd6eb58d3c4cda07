import type { ByVoice, Scenario, Theme, Voice } from "@flowdesk/server/intake/sources/simulator/scenario.ts";
import { voices } from "@flowdesk/server/intake/sources/simulator/scenario.ts";
import type { Kind } from "@flowdesk/shared/desk/item/need.ts";

/** One text of a scenario, and where it stands. */
export interface ScenarioText {
  readonly where: string;
  readonly voice: Voice;
  readonly text: string;
  readonly kinds: readonly Kind[];
  /** What the desk says, as opposed to what people write to it. */
  readonly isOurs: boolean;
}

/** The texts of a list by voice, with their voices. */
export function spoken<T>(texts: ByVoice<T> | undefined): Array<readonly [Voice, T]> {
  return voices.flatMap((voice) => (texts?.[voice] ?? []).map((text) => [voice, text] as const));
}

/** Every text of a theme: what people write, what they write later, and what they are answered. */
export function textsOf(theme: Theme): ScenarioText[] {
  const { id, kinds } = theme;
  const of = (part: string, texts: ByVoice<string> | undefined, isOurs: boolean) =>
    spoken(texts).map(([voice, text]) => ({ where: `${id} ${part}`, voice, text, kinds, isOurs }));
  return [
    ...of("text", theme.texts, false),
    ...of("follow-up", theme.followUps, false),
    ...of("answer", theme.answers, true),
  ];
}

/** Every text of the incidents, each way of a crowd too, with the platforms on which it can be said. */
export function incidentTexts(scenario: Scenario) {
  return scenario.incidents.flatMap(({ id, lines }) =>
    lines.flatMap((line, index) => {
      const { platform, kind, voice, text, answer, editedTo, crowd } = line;
      const anywhere = scenario.channels.filter(({ traffic }) => (traffic[kind] ?? 0) > 0).map((one) => one.platform);
      const platforms = crowd === undefined ? [platform] : anywhere;
      const one = { where: `${id} ${index}`, voice, kinds: [kind], platforms, isOurs: false };
      return [
        { ...one, text },
        ...(answer === undefined ? [] : [{ ...one, text: answer, isOurs: true }]),
        ...(editedTo === undefined ? [] : [{ ...one, text: editedTo.text }]),
        ...spoken(crowd?.variants).map(([voice, text]) => ({ ...one, voice, text })),
        ...voices.flatMap((voice) => {
          const text = crowd?.answers?.[voice];
          return text === undefined ? [] : [{ ...one, voice, text, isOurs: true }];
        }),
      ];
    }),
  );
}

const choices = /\[([^[\]]*\|[^[\]]*)\]/gu;
const slot = /\{(\w+)\}/gu;

/** What the engine fills by itself. */
export const ownSlots: readonly string[] = ["act", "stage", "time", "next", "nextStage", "nextTime", "tag", "name"];

/** The slots that a text names. */
export function slotsIn(text: string): string[] {
  return [...text.matchAll(slot)].map(([, name = ""]) => name);
}

/** The longest that a text can become: each choice and each slot at its longest. */
export function longest(text: string, scenario: Scenario, voice: Voice): string {
  const filled = (template: string) =>
    template.replace(slot, (_all, name: string) => longestOf(valuesOf(name, scenario, voice)));
  return filled(text.replace(choices, (_all, ways: string) => longestOf(ways.split("|"), (way) => filled(way).length)));
}

/** One way of saying a text, the `turn`-th. */
export function oneWay(text: string, scenario: Scenario, voice: Voice, turn: number): string {
  const pick = (values: readonly string[]) => values[turn % Math.max(1, values.length)] ?? "";
  return text
    .replace(choices, (_all, ways: string) => pick(ways.split("|")))
    .replace(slot, (_all, name: string) => pick(valuesOf(name, scenario, voice)));
}

/** In how many different ways a text can be said. */
export function waysOf(text: string, scenario: Scenario, voice: Voice): number {
  let ways = 1;
  for (const [, list = ""] of text.matchAll(choices)) ways *= list.split("|").length;
  for (const name of new Set(slotsIn(text))) if (name !== "tag") ways *= valuesOf(name, scenario, voice).length;
  return ways;
}

function valuesOf(name: string, { slots, programme, hashtags }: Scenario, voice: Voice): readonly string[] {
  if (name === "act" || name === "next") return programme.map((act) => act.name);
  if (name === "stage" || name === "nextStage") return programme.map((act) => act.stage);
  if (name === "time" || name === "nextTime") return ["20:45"];
  if (name === "name") return ["Kristoffersen"];
  if (name === "tag") return hashtags.flatMap(({ tag, wrong }) => [tag, ...wrong]).map((tag) => `#${tag}`);
  const own = slots[name];
  return own?.[voice] ?? own?.nb ?? own?.da ?? own?.en ?? [];
}

/** The longest tag that somebody may put behind a text. */
export function longestTag(scenario: Scenario): string {
  return longestOf(valuesOf("tag", scenario, "da"));
}

function longestOf(values: readonly string[], length = (value: string) => value.length): string {
  return values.reduce((best, value) => (length(value) > length(best) ? value : best), "");
}
