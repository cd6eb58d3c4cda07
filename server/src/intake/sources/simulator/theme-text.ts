import type { Kind } from "@flowdesk/shared/desk/item/need.ts";
import type { Moment } from "./intensity.ts";
import type { Random } from "./random.ts";
import type { Said } from "./said.ts";
import type { Scenario, ScenarioChannel, Theme, Voice } from "./scenario.ts";
import { type Wording, word } from "./wording.ts";

export interface Asked {
  readonly scenario: Scenario;
  readonly random: Random;
  readonly said: Said;
  readonly moment: Moment;
  readonly channel: ScenarioChannel;
  readonly kind: Kind;
  /** Ms after the script's beginning. */
  readonly at: number;
}

export interface Chosen {
  readonly theme: Theme;
  readonly voice: Voice;
  readonly text: string;
  readonly wording: Wording;
}

/** So many times another text is looked for before one is said that was said lately. */
const tries = 40;

/** What somebody writes there then: a theme by its weight and mood, a voice of the channel, a text not said lately. */
export function chooseText(asked: Asked): Chosen | null {
  const { scenario, random, said, moment, channel, kind, at } = asked;
  const minute = at / 60_000;
  const voices = Object.keys(channel.voices) as Voice[];
  const voiceWeights = voices.map((voice) => channel.voices[voice] ?? 0);
  const themes = scenario.themes.filter(
    (theme) => isUp(theme, kind, minute) && voices.some((one) => speaks(theme, one)),
  );
  const weights = themes.map(({ weight, mood }) => weight * (moment.mood === null ? 1 : (mood?.[moment.mood] ?? 1)));
  let last: Chosen | null = null;
  for (let tried = 0; tried < tries; tried++) {
    const theme = themes[random.weighted(weights)];
    if (theme === undefined) return last;
    const voice = voices[random.weighted(voiceWeights.map((weight, at) => (speaks(theme, voices[at]) ? weight : 0)))];
    const texts = voice === undefined ? undefined : theme.texts[voice];
    if (voice === undefined || texts === undefined) continue;
    const template = random.pick(texts);
    const key = `${theme.id} ${template}`;
    // A text that is only filled differently reads as the same; after half of the tries that has to do.
    if (tried < tries / 2 && said.has(key, at)) continue;
    const wording: Wording = { scenario, random, voice, moment, filled: new Map() };
    const text = dress(word(template, wording), wording, asked);
    last = { theme, voice, text, wording };
    if (said.has(text, at)) continue;
    said.add(key, at);
    said.add(text, at);
    return last;
  }
  return last === null ? null : inOtherWords(last, asked);
}

/** Small words before a text, and signs behind it, with which the same is said again in another way. */
const openings: Readonly<Record<Voice, readonly string[]>> = {
  da: [
    "Altså, ",
    "Ok, ",
    "Hej! ",
    "Undskyld, men ",
    "Lige kort: ",
    "Hør her: ",
    "Nå, ",
    "Hov, ",
    "Seriøst: ",
    "Hilsen herfra: ",
    "Igen: ",
    "Mormor siger: ",
  ],
  nb: [
    "Altså, ",
    "Ok, ",
    "Hei! ",
    "Unnskyld, men ",
    "Kjapt: ",
    "Hør her: ",
    "Nei men, ",
    "Oi, ",
    "Seriøst: ",
    "Hilsen herfra: ",
    "Igjen: ",
  ],
  sv: ["Alltså, ", "Ok, ", "Hej! ", "Ursäkta, men ", "Kort bara: ", "Hörni: ", "Nämen, ", "Oj, ", "Seriöst: "],
  en: [
    "Well, ",
    "Ok, ",
    "Hi! ",
    "Sorry but ",
    "Quick one: ",
    "Listen: ",
    "Honestly, ",
    "Oh, ",
    "Again: ",
    "Just saying: ",
  ],
};
const endings = ["", " 🙏", " 😅", " ❤️", "!!", "...", " 🙈", " 🤷", " 👀", " 🎶", " 🌞", " 🙌"];

/** Where everything has been said lately, it is said again in other words. */
function inOtherWords(chosen: Chosen, { random, said, at }: Asked): Chosen {
  let text = chosen.text;
  for (let tried = 0; tried < 200 && said.hasExactly(text, at); tried++) {
    const opening = random.pick(openings[chosen.voice]);
    text = `${tried < 100 ? "" : random.pick(openings[chosen.voice])}${opening}${chosen.text}${random.pick(endings)}`;
  }
  said.add(text, at);
  return { ...chosen, text };
}

function isUp(theme: Theme, kind: Kind, minute: number): boolean {
  return (
    theme.kinds.includes(kind) && minute >= (theme.from ?? 0) && minute < (theme.until ?? Number.POSITIVE_INFINITY)
  );
}

function speaks(theme: Theme, voice: Voice | undefined): boolean {
  return voice !== undefined && (theme.texts[voice]?.length ?? 0) > 0;
}

/** A mention names us, and many carry a hashtag; on the quick platforms people do without capitals and full stops. */
function dress(text: string, wording: Wording, { channel, kind }: Asked): string {
  const { random } = wording;
  const isQuick = channel.platform === "tiktok" || channel.platform === "instagram" || channel.platform === "threads";
  let said = isQuick && random.chance(0.35) ? text.replace(/\.$/u, "") : text;
  if (isQuick && random.chance(0.25)) said = said.replace(/^\p{Lu}(?=\p{Ll})/u, (first) => first.toLowerCase());
  if (kind !== "mention") return said;
  if (!/#/u.test(said) && random.chance(0.4)) said = `${said} ${word("{tag}", wording)}`;
  if (/@/u.test(said) || random.chance(0.35)) return said;
  return random.chance(0.5) ? `@${channel.handle} ${said}` : `${said} @${channel.handle}`;
}
