import { mapChannels } from "@flowdesk/server/intake/sources/simulator/channel-map.ts";
import { incomingOf } from "@flowdesk/server/intake/sources/simulator/incoming.ts";
import { festival } from "@flowdesk/server/intake/sources/simulator/scenarios/festival/festival.ts";
import { scenarios } from "@flowdesk/server/intake/sources/simulator/scenarios.ts";
import { makeScript, makeScriptInTurns, mostRate } from "@flowdesk/server/intake/sources/simulator/script.ts";
import type { ScriptArrival } from "@flowdesk/server/intake/sources/simulator/script-event.ts";
import { channelId } from "@flowdesk/shared/desk/channel/channel.ts";
import { incomingMessageSchema } from "@flowdesk/shared/protocol/incoming-message.ts";
import fc from "fast-check";
import { describe, expect, test } from "vitest";

const minute = 60_000;

/** A short evening, so that a property can make many of them. */
const short = { ...festival, lasts: 40, programme: festival.programme.slice(0, 2), incidents: [] };

function arrivalsOf(script: ReturnType<typeof makeScript>): ScriptArrival[] {
  return [...script.arrivals.values()];
}

describe("a script", () => {
  test("is the same evening for the same seed, and another for another", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 4_294_967_295 }), (seed) => {
        const first = makeScript(short, { seed });
        expect(makeScript(short, { seed }).events).toEqual(first.events);
        expect(makeScript(short, { seed: (seed + 1) >>> 0 }).events).not.toEqual(first.events);
      }),
      { numRuns: 8 },
    );
  });

  test("is the same when it is made in turns", async () => {
    const script = await makeScriptInTurns(short, { seed: 3 });
    expect(script.events).toEqual(makeScript(short, { seed: 3 }).events);
  });

  test("keeps its times in order, and what comes of a message after it", () => {
    const { events, arrivals } = makeScript(festival, { seed: 5 });
    let last = 0;
    const come = new Set<number>();
    for (const event of events) {
      expect(event.at).toBeGreaterThanOrEqual(last);
      last = event.at;
      if (event.what === "arrives") {
        const { follows } = event.arrival;
        if (follows !== null) expect(come.has(follows)).toBe(true);
        come.add(event.ref);
      } else expect(come.has(event.ref)).toBe(true);
    }
    expect(arrivals.size).toBe(come.size);
    expect(events.some(({ what }) => what === "edited")).toBe(true);
    expect(events.some(({ what }) => what === "deleted")).toBe(true);
  });

  test("comes to the rate that it is given, and bursts all the same", () => {
    const script = makeScript(festival, { seed: 2, rate: 20 });
    const incidents = new Set(festival.incidents.map(({ id }) => id));
    const ordinary = arrivalsOf(script).filter(({ theme, follows }) => !incidents.has(theme) && follows === null);
    expect(ordinary.length / festival.lasts).toBeGreaterThan(19);
    expect(ordinary.length / festival.lasts).toBeLessThan(21);
    expect(mostRate).toBeGreaterThan(100);
  });

  test("says the times of its acts by the clock it is laid on", () => {
    const texts = (begins?: string) =>
      arrivalsOf(makeScript(festival, { seed: 1, ...(begins === undefined ? {} : { begins }) })).map(
        ({ answer }) => answer,
      );
    expect(texts().some((answer) => answer?.includes("21:30"))).toBe(true);
    expect(texts("02:00").some((answer) => answer?.includes("04:30"))).toBe(true);
    expect(texts("02:00").some((answer) => answer?.includes("21:30"))).toBe(false);
  });
});

describe.each(scenarios)("the scenario $id", (scenario) => {
  const script = makeScript(scenario, { seed: 1 });
  const arrivals = arrivalsOf(script);
  const incidents = new Set(scenario.incidents.map(({ id }) => id));

  test("repeats no text within ten minutes, crowds apart", () => {
    const last = new Map<string, number>();
    for (const { text, at, theme } of arrivals) {
      if (incidents.has(theme)) continue;
      const before = last.get(text);
      if (before !== undefined) expect(at - before, text).toBeGreaterThanOrEqual(10 * minute);
      last.set(text, at);
    }
  });

  test("leaves no slot unfilled and no choice unmade", () => {
    for (const { text, answer, media, post } of arrivals) {
      for (const written of [text, answer ?? "", post?.text ?? "", ...media.map(({ alt }) => alt ?? "")])
        expect(written).not.toMatch(/[{}]|\[[^\]]*\|/u);
    }
  });

  test("brings in nothing that a source could not (rule S1)", () => {
    const map = mapChannels(
      scenario,
      scenario.channels.map(({ platform, handle }) => channelId(`${platform}:${handle}`) ?? ""),
    );
    if (map === null) throw new Error("The scenario has no channel on which anything comes in");
    for (const event of script.events) {
      const arrival = script.arrivals.get(event.ref);
      if (arrival === undefined) throw new Error(`${event.ref} has no arrival`);
      const read = incomingMessageSchema.safeParse(
        incomingOf(event, arrival, { run: "sim1", map, at: 1_700_000_000_000 }),
      );
      expect(read.error).toBeUndefined();
    }
  });

  test("answers fit the channel that they go to", () => {
    for (const { answer, channel } of arrivals) {
      if (answer !== null && channel.platform === "x") expect(answer.length).toBeLessThanOrEqual(280);
    }
  });

  test("is heard in Danish most of all, in Norwegian and English, and in some Swedish", () => {
    const share = (voice: string) => arrivals.filter((arrival) => arrival.voice === voice).length / arrivals.length;
    expect(share("da")).toBeGreaterThan(0.4);
    expect(share("nb")).toBeGreaterThan(0.08);
    expect(share("en")).toBeGreaterThan(0.05);
    expect(share("sv")).toBeGreaterThan(0.01);
  });

  test("has hashtags in several wrong spellings", () => {
    const wrong = new Set<string>();
    for (const { hashtags } of [scenario]) for (const tag of hashtags) for (const one of tag.wrong) wrong.add(one);
    const seen = [...wrong].filter((tag) => arrivals.some(({ text }) => text.includes(`#${tag}`)));
    expect(seen.length).toBeGreaterThanOrEqual(Math.min(5, wrong.size));
  });

  test("swells with its acts and ebbs between", () => {
    const perMinute = new Array<number>(Math.ceil(scenario.lasts)).fill(0);
    for (const { at } of arrivals) perMinute[Math.floor(at / minute)] = (perMinute[Math.floor(at / minute)] ?? 0) + 1;
    const loudest = scenario.programme.toSorted((a, b) => b.draw - a.draw)[0];
    if (loudest === undefined) throw new Error("There is no programme");
    const around = (from: number, minutes: number) =>
      perMinute
        .slice(Math.max(0, Math.floor(from)), Math.floor(from + minutes))
        .reduce((sum, count) => sum + count, 0) / minutes;
    expect(around(loudest.at, 5)).toBeGreaterThan(2 * around(0, 5));
  });

  test("does not ask for an answer with everything", () => {
    const waiting = arrivals.filter(({ answer }) => answer !== null).length;
    expect(waiting).toBeLessThan(arrivals.length * 0.7);
    expect(waiting).toBeGreaterThan(arrivals.length * 0.1);
  });
});

describe("the festival", () => {
  const arrivals = arrivalsOf(makeScript(festival, { seed: 1 }));

  test("has exactly one lost child, written about in a dm and in a comment", () => {
    const emergencies = arrivals.filter(({ intent }) => intent === "emergency");
    expect(emergencies.map(({ kind, theme }) => [theme, kind])).toEqual([
      ["lost-child", "dm"],
      ["lost-child", "comment"],
    ]);
  });

  test("has one influencer, one journalist, a hundred people with one question, one who edits and one who deletes", () => {
    const by = (theme: string) => arrivals.filter((arrival) => arrival.theme === theme);
    expect(
      arrivals.filter(({ author }) => (author.followers ?? 0) > 400_000).map(({ author }) => author.handle),
    ).toEqual(["camillaogverden", "camillaogverden"]);
    expect(new Set(by("journalist").map(({ author }) => author.handle))).toEqual(new Set(["kulturnyt_hanne"]));
    expect(new Set(by("toilets-crowd").map(({ channel, author }) => `${channel.platform} ${author.handle}`)).size).toBe(
      100,
    );
    expect(new Set(by("toilets-crowd").map(({ text }) => text)).size).toBeGreaterThan(30);
    expect(
      festival.incidents.flatMap(({ lines }) => lines).filter(({ editedTo }) => editedTo !== undefined),
    ).toHaveLength(1);
    expect(
      festival.incidents.flatMap(({ lines }) => lines).filter(({ deletedAfter }) => deletedAfter !== undefined),
    ).toHaveLength(1);
  });

  test("has names that lists have to bear, and pictures", () => {
    expect(arrivals.some(({ author }) => /\p{Cf}/u.test(author.handle))).toBe(true);
    expect(arrivals.some(({ author }) => author.handle.length > 60)).toBe(true);
    expect(arrivals.filter(({ media }) => media.length > 0).length).toBeGreaterThan(100);
  });

  test("is heard over all its themes", () => {
    const heard = new Set(arrivals.map(({ theme }) => theme));
    expect(festival.themes.filter(({ id }) => !heard.has(id))).toEqual([]);
    expect(festival.themes.length + festival.incidents.length).toBeGreaterThanOrEqual(40);
  });
});
