import type { Answer, DeskService } from "@flowdesk/server/desk/desk-service.ts";
import { festival } from "@flowdesk/server/intake/sources/simulator/scenarios/festival/festival.ts";
import { scenarios } from "@flowdesk/server/intake/sources/simulator/scenarios.ts";
import { makeScript } from "@flowdesk/server/intake/sources/simulator/script.ts";
import type { SimulationRun } from "@flowdesk/server/intake/sources/simulator/simulation-run.ts";
import { firstPolicy } from "@flowdesk/shared/desk/policy/policy.ts";
import { reject } from "@flowdesk/shared/desk/rejection.ts";
import { afterEach, describe, expect, test } from "vitest";
import { Rehearsal } from "../../../../fixtures/rehearsal.ts";

const minute = 60_000;
const spec = { scenario: festival, seed: 7, speed: 60, team: false, from: 0 };
const all = makeScript(festival, { seed: 7 });

let run: SimulationRun | null = null;

afterEach(async () => {
  await run?.stop();
  run = null;
});

/** A desk that now and then cannot answer, or has more than it can take; what it refuses it has not done. */
class Moody implements DeskService {
  readonly #desk: DeskService;
  refused = 0;
  #calls = 0;

  constructor(desk: DeskService) {
    this.#desk = desk;
  }

  submit: DeskService["submit"] = (desk, submission) => this.#desk.submit(desk, submission);

  async submitAll(...[desk, submissions]: Parameters<DeskService["submitAll"]>): Promise<readonly Answer[]> {
    this.#calls++;
    return Promise.all(
      submissions.map((submission, place) => {
        if ((this.#calls + place) % 3 !== 0) return this.#desk.submit(desk, submission);
        this.refused++;
        const code = place % 2 === 0 ? "desk.unavailable" : "storage.full";
        return { ok: false as const, error: reject(code, "Send it again.") };
      }),
    );
  }

  isBusy = () => this.#calls % 5 === 4 && this.#calls++ > 0;

  drain = () => this.#desk.drain();
}

/** The texts that stand in the desk by the number of their message in the script; null where it is deleted. */
async function inDesk(rehearsal: Rehearsal, name: string): Promise<Map<number, string | null>> {
  const found = new Map<number, string | null>();
  for (const { id } of await rehearsal.items()) {
    const item = await rehearsal.store.item(rehearsal.desk, id);
    for (const { message } of item?.thread.messages ?? []) {
      if (!message.externalId.startsWith(`${name}-`) || message.direction !== "in") continue;
      found.set(
        Number(message.externalId.slice(name.length + 1)),
        message.deletedAt === undefined ? message.text : null,
      );
    }
  }
  return found;
}

/** What should stand there when all of the script is over. */
function afterwards(): Map<number, string | null> {
  const texts = new Map<number, string | null>();
  for (const event of all.events) {
    if (event.what === "arrives") texts.set(event.ref, event.arrival.text);
    else texts.set(event.ref, event.what === "edited" ? event.text : null);
  }
  return texts;
}

describe("an evening that is played", () => {
  test("brings every message in, and what its author changes and deletes", async () => {
    const rehearsal = await Rehearsal.open(firstPolicy, ["x:mine", "instagram:mine"]);
    run = await rehearsal.play(spec);
    await rehearsal.time.pass((festival.lasts * minute) / 60, () => run?.isOver === true);
    expect(run.state).toMatchObject({ state: "ended", arrivals: { done: all.arrivals.size, all: all.arrivals.size } });
    expect(run.played).toMatchObject({ refused: 0, reason: null });
    expect(await inDesk(rehearsal, run.name)).toEqual(afterwards());
  });

  test("loses nothing with pauses, other speeds and a desk that cannot always answer", async () => {
    const rehearsal = await Rehearsal.open(firstPolicy, ["x:mine"]);
    const moody = new Moody(rehearsal.authority);
    const playing = await rehearsal.play(spec, moody);
    run = playing;
    await rehearsal.time.pass(20_000);
    playing.pause();
    // What was on its way when it was paused still arrives.
    await rehearsal.time.pass(20_000);
    const { at, arrivals } = playing.state;
    await rehearsal.time.pass(10 * minute);
    expect(playing.state).toMatchObject({ state: "paused", at, arrivals });
    playing.resume();
    playing.setSpeed(200);
    await rehearsal.time.pass(5_000);
    playing.setSpeed(1000);
    await rehearsal.time.pass(10 * minute, () => playing.isOver);
    expect(moody.refused).toBeGreaterThan(100);
    expect(playing.state.arrivals).toEqual({ done: all.arrivals.size, all: all.arrivals.size });
    expect(await inDesk(rehearsal, playing.name)).toEqual(afterwards());
  });

  test("lets messages have the time at which they came about", async () => {
    const rehearsal = await Rehearsal.open(firstPolicy, ["x:mine"]);
    const begun = rehearsal.time.now();
    run = await rehearsal.play(spec);
    await rehearsal.time.pass(30_000);
    for (const { newest } of await rehearsal.items()) {
      const arrival = all.arrivals.get(Number(newest.externalId.split("-")[1]));
      expect(Math.abs(Date.parse(newest.at) - begun - (arrival?.at ?? 0) / 60)).toBeLessThanOrEqual(2);
    }
  });

  test("can begin in its middle, without what was before", async () => {
    const rehearsal = await Rehearsal.open(firstPolicy, ["x:mine"]);
    run = await rehearsal.play({ ...spec, from: 150 });
    await rehearsal.time.pass(10_000);
    const refs = [...(await inDesk(rehearsal, run.name)).keys()];
    const times = refs.map((ref) => all.arrivals.get(ref)?.at ?? 0);
    expect(Math.min(...times)).toBeGreaterThanOrEqual(150 * minute);
    expect(Math.max(...times)).toBeLessThanOrEqual(161 * minute);
  });

  test("can bring in what came before, most of what wanted an answer answered", async () => {
    const rehearsal = await Rehearsal.open(firstPolicy, ["x:mine"]);
    run = await rehearsal.play({ ...spec, from: 60, lead: 30, speed: 1 });
    await rehearsal.time.pass(5_000);
    const items = await rehearsal.items();
    expect(items.length).toBeGreaterThan(200);
    expect(items.filter(({ status }) => status === "answered").length).toBeGreaterThan(60);
    expect(items.every(({ newest }) => Date.parse(newest.at) <= rehearsal.time.now())).toBe(true);
  });

  test("lies over the channels that the team has, and makes its own only where there are none", async () => {
    const own = await Rehearsal.open(firstPolicy, ["facebook:kundeservice", "linkedin:os", "web:os.dk"]);
    run = await own.play(spec);
    await own.time.pass(20_000);
    await run.stop();
    const channels = new Set((await own.items()).map(({ channel }) => channel));
    expect(channels).toEqual(new Set(["facebook:kundeservice", "linkedin:os"]));
    const bare = await Rehearsal.open(firstPolicy);
    run = await bare.play(spec);
    await bare.time.pass(5_000);
    const made = (await bare.changes()).filter(({ type }) => type === "channel.added");
    expect(made).toHaveLength(festival.channels.length);
    expect(JSON.stringify(made)).not.toContain("by-hand");
  });

  test("has ids of its own each time, so that the same evening can be played again", async () => {
    const rehearsal = await Rehearsal.open(firstPolicy, ["x:mine"]);
    run = await rehearsal.play(spec);
    await rehearsal.time.pass(5_000);
    await run.stop();
    const { name, state } = run;
    run = await rehearsal.play(spec);
    await rehearsal.time.pass(5_000);
    expect(run.state.arrivals).toEqual(state.arrivals);
    const texts = [...(await inDesk(rehearsal, run.name)).values()].toSorted();
    expect(texts).toEqual([...(await inDesk(rehearsal, name)).values()].toSorted());
  });

  test("ends as failed, with the reason, where there is no such desk", async () => {
    const rehearsal = await Rehearsal.open(firstPolicy);
    Object.assign(rehearsal, { desk: "nowhere" });
    run = await rehearsal.play(spec);
    await run.ended;
    expect(run.state).toMatchObject({ state: "failed", error: { code: "desk.unknown" } });
  });

  test.each(scenarios)("$id plays", async (scenario) => {
    const rehearsal = await Rehearsal.open(firstPolicy);
    run = await rehearsal.play({ ...spec, scenario });
    await rehearsal.time.pass(10_000);
    expect(run.state.arrivals.done).toBeGreaterThan(50);
    expect(run.played.refused).toBe(0);
  });
});
