import { newId } from "@flowdesk/server/desk/new-id.ts";
import { colleagues } from "@flowdesk/server/intake/sources/simulator/colleague.ts";
import { isOfSimulation } from "@flowdesk/server/intake/sources/simulator/incoming.ts";
import { festival } from "@flowdesk/server/intake/sources/simulator/scenarios/festival/festival.ts";
import type { SimulationRun } from "@flowdesk/server/intake/sources/simulator/simulation-run.ts";
import { targetPresets } from "@flowdesk/shared/clock/target.ts";
import { isSimulated } from "@flowdesk/shared/desk/member/simulated.ts";
import { firstPolicy } from "@flowdesk/shared/desk/policy/policy.ts";
import { instant, millis } from "@flowdesk/shared/time/instant.ts";
import { afterEach, describe, expect, test } from "vitest";
import { incoming } from "../../../../fixtures/desk.ts";
import { sofie } from "../../../../fixtures/people.ts";
import { Rehearsal } from "../../../../fixtures/rehearsal.ts";

const minute = 60_000;
/** Mentions are watched, as on an evening with an audience. */
const live = {
  ...firstPolicy,
  targets: [...targetPresets.live],
  needs: [{ kind: "mention" as const, need: "watch" as const }],
};
const spec = { scenario: festival, seed: 1, speed: 1, team: true, from: 40 };
const ids = new Set(colleagues.map(({ id }) => id));

let run: SimulationRun | null = null;

afterEach(async () => {
  await run?.stop();
  run = null;
});

describe("simulated colleagues", () => {
  test("come on shift, answer as the scenario has it, end what needs no answer, take breaks one at a time, and go", async () => {
    const rehearsal = await Rehearsal.open(live, ["x:mine", "instagram:mine"]);
    run = await rehearsal.play({ ...spec, speed: 10 });
    await rehearsal.time.pass(5 * minute);
    const playing = run;
    const stopped = playing.stop();
    await rehearsal.time.pass(1_000);
    await stopped;
    const tally = await rehearsal.tally();
    expect(tally["item.replied"]).toBeGreaterThan(120);
    expect(tally["item.sent"]).toBe(tally["item.replied"]);
    expect(tally["item.dismissed"]).toBeGreaterThan(5);
    expect(tally["item.needed"]).toBeGreaterThan(5);
    const away = new Set<string>();
    let breaks = 0;
    for (const change of await rehearsal.changes()) {
      if (change.type !== "member.shift.set") continue;
      const who = typeof change.member === "string" ? change.member : change.member.id;
      if (change.set?.shift === "break") {
        breaks++;
        away.add(who);
      } else away.delete(who);
      expect(away.size).toBeLessThanOrEqual(1);
    }
    expect(breaks).toBeGreaterThanOrEqual(2);
    const open = (await rehearsal.items()).filter(
      ({ assignee, awaitingSince }) => ids.has(assignee ?? "") && awaitingSince !== null,
    );
    expect(open).toEqual([]);
    const roster = await rehearsal.store.copy(rehearsal.desk);
    for (const { id } of colleagues) {
      expect(roster?.state.members.get(id)).toMatchObject({ shift: "off", user: null });
      expect(isSimulated(roster?.state.members.get(id) ?? sofie)).toBe(true);
    }
  });

  test("see what is urgent within two minutes, whatever the evening brings", async () => {
    const rehearsal = await Rehearsal.open(live, ["x:mine", "instagram:mine", "facebook:mine"]);
    run = await rehearsal.play({ ...spec, from: 60 });
    await rehearsal.time.pass(9 * minute);
    const urgent = (await rehearsal.items()).filter(({ need }) => need === "urgent");
    expect(urgent.length).toBeGreaterThanOrEqual(2);
    for (const item of urgent) {
      expect(item.seenAt).not.toBeNull();
      const message = (await rehearsal.store.item(rehearsal.desk, item.id))?.thread.messages[0]?.message;
      expect(millis(item.seenAt ?? "") - millis(message?.at ?? "")).toBeLessThan(2 * minute);
      expect(item.answeredBefore).toBe(true);
    }
  });

  test("leave alone what a person has, what others brought in, and nearly all that is only watched", async () => {
    const rehearsal = await Rehearsal.open(live, ["x:mine", "instagram:mine"]);
    const { id, name, roles } = sofie;
    await rehearsal.must("member.add", { member: id, name, roles: [...roles] });
    await rehearsal.must("member.shift", { shift: "on" }, sofie);
    run = await rehearsal.play({ ...spec, seed: 99, team: false });
    await rehearsal.time.pass(2 * minute);
    await run.stop();
    await rehearsal.must(
      "message.receive",
      incoming({ channel: "x:mine", kind: "dm", at: instant(rehearsal.time.now()) }),
    );
    // A dm may go on with whoever wrote before; what is public is an item of its own.
    const before = (await rehearsal.items()).filter(({ kind, channel }) => kind !== "dm" || channel === "x:mine");
    const earlier = new Set(before.map((item) => item.id));
    run = await rehearsal.play(spec);
    await rehearsal.time.pass(30_000);
    const waiting = (await rehearsal.items()).filter((item) => !earlier.has(item.id) && item.assignee === null);
    const mine = waiting.slice(0, 5).map((item) => item.id);
    await rehearsal.must("item.claim", { items: mine }, sofie);
    await rehearsal.time.pass(7 * minute);
    const items = await rehearsal.items();
    for (const item of items) {
      if (mine.includes(item.id)) expect(item.assignee).toBe(id);
      if (earlier.has(item.id)) expect(item).toMatchObject({ assignee: null, status: "waiting", seenAt: null });
    }
    const watched = items.filter(({ need }) => need === "watch");
    const touched = watched.filter(({ seenAt }) => seenAt !== null);
    expect(watched.length).toBeGreaterThan(30);
    expect(touched.length).toBeLessThan(watched.length * 0.05 + mine.length);
  });

  test("put back what real people wrote, should it be given to them", async () => {
    const rehearsal = await Rehearsal.open(live, ["x:mine"]);
    run = await rehearsal.play(spec);
    await rehearsal.time.pass(30_000);
    await rehearsal.must(
      "message.receive",
      incoming({ channel: "x:mine", kind: "dm", at: instant(rehearsal.time.now()) }),
    );
    const given = (await rehearsal.items()).find(({ newest }) => newest.externalId === "e1");
    if (given === undefined) throw new Error("It did not come in");
    await rehearsal.must("item.assign", { item: given.id, to: "simulated-liv" });
    await rehearsal.time.pass(minute);
    expect((await rehearsal.items()).find(({ id }) => id === given.id)).toMatchObject({
      assignee: null,
      status: "waiting",
      leaving: [],
    });
  });

  test("keep what real people wrote where it is given to them a second time", async () => {
    const rehearsal = await Rehearsal.open(live, ["x:mine"]);
    run = await rehearsal.play(spec);
    await rehearsal.time.pass(30_000);
    await rehearsal.must(
      "message.receive",
      incoming({ channel: "x:mine", kind: "dm", at: instant(rehearsal.time.now()) }),
    );
    const found = async () => (await rehearsal.items()).find(({ newest }) => newest.externalId === "e1");
    const item = (await found())?.id ?? "";
    for (let times = 0; times < 2; times++) {
      await rehearsal.must("item.assign", { item, to: "simulated-liv" });
      await rehearsal.time.pass(minute);
    }
    expect(await found()).toMatchObject({ assignee: "simulated-liv", leaving: [], answeredBefore: false });
  });

  test("take nothing for simulated whose id only begins like one", () => {
    const of = (externalId: string) => isOfSimulation({ newest: { externalId } });
    expect([of("simone-12"), of("sim"), of("simulated-20261122-1"), of("sim-demo-x-1")]).toEqual([
      false,
      false,
      false,
      false,
    ]);
    const id = newId();
    expect([of(`sim${id}-7`), of(`sim${id}-7-answer`), of(`sim-demo-${id}-overlooked`), of("sim-earlier-1-7")]).toEqual(
      [true, true, true, true],
    );
  });

  test("answer what another simulation has left, should it be given to them", async () => {
    const rehearsal = await Rehearsal.open(live, ["x:mine", "instagram:mine"]);
    const before = await rehearsal.play({ ...spec, seed: 99, team: false });
    await rehearsal.time.pass(2 * minute);
    await before.stop();
    const left = (await rehearsal.items()).find(({ need, kind }) => need === "answer" && kind !== "dm");
    if (left === undefined) throw new Error("Nothing was left");
    run = await rehearsal.play(spec);
    await rehearsal.time.pass(30_000);
    await rehearsal.must("item.assign", { item: left.id, to: "simulated-liv" });
    await rehearsal.time.pass(4 * minute);
    const after = await rehearsal.store.item(rehearsal.desk, left.id);
    expect(after?.item).toMatchObject({ assignee: "simulated-liv", answeredBefore: true });
    expect(after?.thread.messages.at(-1)?.message).toMatchObject({ direction: "out" });
  });

  test("answer only in languages that they have, as long as somebody at work has it", async () => {
    const rehearsal = await Rehearsal.open(live, ["x:mine", "instagram:mine"]);
    run = await rehearsal.play(spec);
    await rehearsal.time.pass(7 * minute);
    for (const item of await rehearsal.items()) {
      const owner = colleagues.find((colleague) => colleague.id === item.assignee);
      if (owner === undefined || item.lang === null) continue;
      expect(owner.languages).toContain(item.lang);
    }
  });
});
