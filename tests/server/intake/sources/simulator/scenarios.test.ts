import type { IncidentLine, Intent } from "@flowdesk/server/intake/sources/simulator/scenario.ts";
import { voices } from "@flowdesk/server/intake/sources/simulator/scenario.ts";
import { scenarioOf, scenarios } from "@flowdesk/server/intake/sources/simulator/scenarios.ts";
import { makeScript } from "@flowdesk/server/intake/sources/simulator/script.ts";
import type { Kind } from "@flowdesk/shared/desk/item/need.ts";
import { nearMiss } from "@flowdesk/shared/hashtag/near-miss.ts";
import { countText } from "@flowdesk/shared/text/count.ts";
import { languageOf } from "@flowdesk/shared/text/language.ts";
import type { TextUse } from "@flowdesk/shared/text/limit.ts";
import { wellFormed } from "@flowdesk/shared/text/well-formed.ts";
import { describe, expect, test } from "vitest";
import { foreignWords } from "./foreign-spelling.ts";
import {
  incidentTexts,
  longest,
  longestTag,
  oneWay,
  ownSlots,
  slotsIn,
  spoken,
  textsOf,
  waysOf,
} from "./scenario-texts.ts";

const asking: readonly Intent[] = ["question", "complaint", "emergency"];

/** As what a text counts on its platform: what mentions us is a post of theirs, what answers it a reply. */
function useOf(kind: Kind, isOurs: boolean): TextUse {
  if (kind === "dm") return "dm";
  return kind === "mention" && !isOurs ? "post" : "comment";
}

test("each scenario is found by its id, and no other", () => {
  for (const scenario of scenarios) expect(scenarioOf(scenario.id)).toBe(scenario);
  expect(new Set(scenarios.map(({ id }) => id)).size).toBe(scenarios.length);
  expect(scenarioOf("constructor")).toBeNull();
});

describe.each(scenarios.map((scenario) => [scenario.id, scenario] as const))("%s", (_id, scenario) => {
  const { themes, programme, posts, channels, hashtags, incidents, lasts, press } = scenario;
  const themeTexts = themes.flatMap(textsOf);
  const told = incidentTexts(scenario);
  const texts = [...themeTexts, ...told];

  test("is a whole evening", () => {
    expect(lasts).toBeGreaterThanOrEqual(180);
    expect(lasts).toBeLessThanOrEqual(240);
    expect(channels.length).toBeGreaterThanOrEqual(5);
    expect(channels.length).toBeLessThanOrEqual(8);
    expect(programme.length).toBeGreaterThanOrEqual(8);
    expect(programme.length).toBeLessThanOrEqual(12);
    expect(posts.length).toBeGreaterThanOrEqual(8);
    expect(posts.length).toBeLessThanOrEqual(14);
    expect(themes.length).toBeGreaterThanOrEqual(35);
    for (const intent of ["question", "complaint", "thanks", "chatter", "joke", "rumour", "spam", "abuse"] as const)
      expect(themes.filter((theme) => theme.intent === intent).length, intent).toBeGreaterThan(0);
  });

  test("has an id of its own for each theme, act, post and incident", () => {
    for (const list of [themes, programme, posts, incidents]) {
      const ids = list.map(({ id }) => id);
      expect(ids.filter((id, at) => ids.indexOf(id) !== at)).toEqual([]);
    }
  });

  test("names no slot that it cannot fill, in the voice that names it", () => {
    const missing = texts.flatMap(({ where, voice, text }) =>
      slotsIn(text)
        .filter((slot) => !ownSlots.includes(slot) && (scenario.slots[slot]?.[voice]?.length ?? 0) === 0)
        .map((slot) => `${where} ${voice} {${slot}}`),
    );
    expect(missing).toEqual([]);
  });

  test("S1: has only texts that are well-formed and whose brackets close", () => {
    for (const { where, voice, text } of texts) {
      expect(wellFormed(text).repaired, where).toBe(false);
      expect(text, where).toBe(text.trim());
      const filled = oneWay(text, scenario, voice, 0);
      expect(filled, where).not.toMatch(/[[\]{}|]|undefined| {2}/u);
      expect(filled.trim(), where).not.toBe("");
    }
  });

  test("has only texts that fit on each platform where they are heard", () => {
    const tooLong: string[] = [];
    const check = (platform: string, text: string, use: TextUse, where: string) => {
      const { valid, used, limit } = countText(platform, text, use);
      if (!valid) tooLong.push(`${where} on ${platform}: ${used} of ${limit}: ${text}`);
    };
    for (const { where, voice, text, kinds, isOurs } of themeTexts) {
      const full = longest(text, scenario, voice);
      for (const kind of kinds) {
        for (const { platform, handle, traffic } of channels) {
          if ((traffic[kind] ?? 0) === 0) continue;
          const dressed = kind === "mention" && !isOurs ? `@${handle} ${full} ${longestTag(scenario)}` : full;
          check(platform, dressed, useOf(kind, isOurs), `${where} ${voice} ${kind}`);
        }
      }
    }
    for (const { where, voice, text, kinds, platforms, isOurs } of told)
      for (const kind of kinds)
        for (const platform of platforms) check(platform, longest(text, scenario, voice), useOf(kind, isOurs), where);
    for (const { id, platforms, text } of posts)
      for (const platform of platforms) check(platform, longest(text, scenario, "da"), "post", id);
    expect(tooLong).toEqual([]);
  });

  test("answers whoever asks, in the asker's language or else in English", () => {
    const unanswered = themes
      .filter(({ intent }) => asking.includes(intent))
      .flatMap(({ id, texts, answers }) =>
        voices
          .filter((voice) => texts[voice] !== undefined && (answers?.[voice] ?? answers?.en ?? []).length === 0)
          .map((voice) => `${id} ${voice}`),
      );
    expect(unanswered).toEqual([]);
    const lines = incidents.flatMap(({ id, lines }) => lines.map((line) => [id, line] as const));
    const open = lines.filter(([, line]) => asking.includes(line.intent) && line.answer === undefined);
    expect(open.map(([id, line]) => `${id}: ${line.text}`)).toEqual([]);
  });

  test("is written in the language that it says, as far as function words show", () => {
    let right = 0;
    const wrong: string[] = [];
    const said = themeTexts.flatMap((one) => [0, 1].map((turn) => ({ ...one, turn })));
    for (const { where, voice, text, turn } of said) {
      const found = languageOf(oneWay(text, scenario, voice, turn));
      if (found === voice) right++;
      else if (found !== null) wrong.push(`${where} ${voice} as ${found}: ${text}`);
    }
    const share = (count: number) => count / said.length;
    console.info(
      `${scenario.id}: ${said.length} texts, language right ${(share(right) * 100).toFixed(1)} %, ` +
        `wrong ${(share(wrong.length) * 100).toFixed(1)} %, the rest does not show`,
    );
    expect(share(right)).toBeGreaterThan(0.5);
    expect(share(wrong.length), wrong.join("\n")).toBeLessThan(0.02);
  });

  test("spells Danish as Danes do, Norwegian as Norwegians, Swedish as Swedes", () => {
    const slotWords = Object.entries(scenario.slots).flatMap(([name, values]) =>
      spoken(values).map(([voice, text]) => ({ where: `{${name}}`, voice, text })),
    );
    const foreign = [...texts, ...slotWords].flatMap(({ where, voice, text }) => {
      const found = foreignWords(text.replace(/\{\w+\}/gu, " "), voice);
      return found.length === 0 ? [] : [`${where} ${voice} ${found.join(" ")}: ${text}`];
    });
    expect(foreign).toEqual([]);
  });

  test("has enough to say", () => {
    const own = themes.flatMap(({ texts }) => spoken(texts));
    expect(new Set(own.map(([voice, text]) => `${voice} ${text}`)).size, "no text twice").toBe(own.length);
    expect(own.length).toBeGreaterThanOrEqual(350);
    const ways = own.reduce((sum, [voice, text]) => sum + waysOf(text, scenario, voice), 0);
    expect(ways).toBeGreaterThanOrEqual(4_000);
    for (const voice of voices) expect(own.filter(([one]) => one === voice).length, voice).toBeGreaterThanOrEqual(30);
  });

  test("does not repeat itself within ten minutes at forty messages a minute", () => {
    const ordinary = new Set(themes.map(({ id }) => id));
    const { events } = makeScript(scenario, { seed: 7, rate: 40 });
    const last = new Map<string, number>();
    let repeated = 0;
    let all = 0;
    for (const event of events) {
      if (event.what !== "arrives" || !ordinary.has(event.arrival.theme)) continue;
      all++;
      const before = last.get(event.arrival.text);
      if (before !== undefined && event.at - before < 10 * 60_000) repeated++;
      last.set(event.arrival.text, event.at);
    }
    expect(all).toBeGreaterThan(lasts * 30);
    expect(repeated / all).toBeLessThan(0.001);
  });

  test("keeps acts, posts, themes and incidents within its length", () => {
    for (const { id, at, lasts: long, draw } of programme) {
      expect(at, id).toBeGreaterThanOrEqual(0);
      expect(at + long, id).toBeLessThanOrEqual(lasts);
      expect(draw, id).toBeGreaterThanOrEqual(1);
    }
    for (const { id, at } of posts) expect(at, id).toBeLessThan(lasts);
    for (const { id, from = 0, until = lasts } of themes) {
      expect(from, id).toBeLessThan(until);
      expect(until, id).toBeLessThanOrEqual(lasts);
    }
    for (const { id, at, lines } of incidents) {
      expect(at, id).toBeGreaterThan(0);
      for (const line of lines) expect(at * 60 + endOf(line), id).toBeLessThan(lasts * 60);
    }
  });

  test("sends what it says to channels that take it", () => {
    const platforms = channels.map(({ platform }) => platform);
    for (const post of posts) for (const platform of post.platforms) expect(platforms, post.id).toContain(platform);
    for (const { id, lines } of incidents)
      for (const { platform, kind } of lines)
        expect(
          channels.some((one) => one.platform === platform && (one.traffic[kind] ?? 0) > 0),
          id,
        ).toBe(true);
  });

  test("has what no evening goes without", () => {
    const lines = incidents.flatMap((incident) => incident.lines);
    expect(lines.filter(({ intent }) => intent === "emergency").length).toBeGreaterThan(0);
    expect(lines.some(({ followers = 0 }) => followers >= 50_000)).toBe(true);
    expect(lines.some(({ who }) => who !== undefined && press.includes(who))).toBe(true);
    expect(lines.some(({ intent }) => intent === "rumour")).toBe(true);
    expect(lines.some(({ editedTo }) => editedTo !== undefined)).toBe(true);
    expect(lines.some(({ deletedAfter }) => deletedAfter !== undefined)).toBe(true);
    const crowds = incidents.map(({ lines }) => ({
      people: sum(lines.map(({ crowd }) => crowd?.people ?? 0)),
      ways: sum(
        lines.flatMap(({ crowd }) => spoken(crowd?.variants)).map(([voice, text]) => waysOf(text, scenario, voice)),
      ),
    }));
    expect(crowds.some(({ people, ways }) => people >= 100 && ways >= 25)).toBe(true);
  });

  test("misspells its hashtags so that most are found", () => {
    const canonical = hashtags.map(({ tag }) => tag);
    const wrong = hashtags.flatMap((one) => one.wrong);
    expect([...canonical, ...wrong].filter((tag) => tag.startsWith("#"))).toEqual([]);
    expect(wrong.filter((tag) => canonical.includes(tag))).toEqual([]);
    const found = wrong.filter((tag) => nearMiss(tag.trim(), canonical) !== null);
    expect(found.length / wrong.length).toBeGreaterThan(0.6);
  });
});

/** Seconds after an incident's beginning at which all of a line has happened. */
function endOf({ after, crowd, editedTo, deletedAfter = 0 }: IncidentLine): number {
  return after + Math.max((crowd?.minutes ?? 0) * 60, editedTo?.after ?? 0, deletedAfter);
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
