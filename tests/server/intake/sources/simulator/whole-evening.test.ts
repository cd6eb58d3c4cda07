import { type Cause, causesOf, concerns, isRipe } from "@flowdesk/client/store/alarm.ts";
import { AlarmGate } from "@flowdesk/client/store/alarm-gate.ts";
import type { DeskService, Submission } from "@flowdesk/server/desk/desk-service.ts";
import { colleagues } from "@flowdesk/server/intake/sources/simulator/colleague.ts";
import { festival } from "@flowdesk/server/intake/sources/simulator/scenarios/festival/festival.ts";
import type { Time } from "@flowdesk/server/intake/sources/simulator/script-clock.ts";
import { SimulationRun } from "@flowdesk/server/intake/sources/simulator/simulation-run.ts";
import { itemSubmissions } from "@flowdesk/server/jobs/clockwork.ts";
import { targetPresets } from "@flowdesk/shared/clock/target.ts";
import { type Change, idOf, isItemChange } from "@flowdesk/shared/desk/change.ts";
import { evolve } from "@flowdesk/shared/desk/evolve.ts";
import { loadsOf } from "@flowdesk/shared/desk/item/deal.ts";
import type { Item } from "@flowdesk/shared/desk/item/item.ts";
import { firstPolicy } from "@flowdesk/shared/desk/policy/policy.ts";
import { emptyState } from "@flowdesk/shared/desk/state.ts";
import { liveNeeds } from "@flowdesk/shared/need/presets.ts";
import { instant, millis, minute, second } from "@flowdesk/shared/time/instant.ts";
import { expect, test } from "vitest";
import { until } from "../../../../fixtures/memory-desk.ts";
import { aisha, jonas } from "../../../../fixtures/people.ts";
import { Rehearsal } from "../../../../fixtures/rehearsal.ts";
import type { SteeredTime } from "../../../../fixtures/steered-time.ts";

/** A person meets about one alarm in ten minutes: 18 in three hours. */
const evening = festival.lasts * minute;
const isFew = (alarms: number | undefined) => alarms !== undefined && alarms <= 18;

/** How often the desk's timers are looked at here. */
const tick = 30 * second;

/** A clock by which everybody waits for so long at least: an evening is played in a fraction of its moments. */
function inSteps(time: SteeredTime, least: number): Time {
  return { now: () => time.now(), wait: (ms, signal) => time.wait(Math.max(ms, least), signal) };
}

/** How often alarms come to each of some members who go through a log as it happens. */
function alarmsIn(
  log: readonly Change[],
  policy: typeof firstPolicy,
  ...members: string[]
): ReadonlyMap<string, number> {
  const gates = new Map(members.map((me) => [me, new AlarmGate()]));
  const alarms = new Map(members.map((me) => [me, 0]));
  let state = emptyState({ id: "rehearsal", name: "Rehearsal", zone: "Europe/Copenhagen", policy });
  let now = millis(log[0]?.at ?? "");
  const look = () => {
    for (const [me, gate] of gates) {
      const stands = (cause: Cause) => concerns(cause, state, me);
      if (gate.take(stands, now, (cause) => isRipe(cause, state, me, now)).length > 0)
        alarms.set(me, (alarms.get(me) ?? 0) + 1);
    }
  };
  for (const change of log) {
    for (const at = millis(change.at); now < at; now = Math.min(at, now + second)) look();
    state = evolve(state, change);
    const causes = causesOf([change]);
    for (const [me, gate] of gates)
      gate.hear(
        causes.filter((cause) => concerns(cause, state, me)),
        now,
      );
  }
  look();
  return alarms;
}

/** What was claimed by members who had as much as they are to have, and was not urgent. */
function claimedWithHandsFull(log: readonly Change[], policy: typeof firstPolicy): Item[] {
  let state = emptyState({ id: "rehearsal", name: "Rehearsal", zone: "Europe/Copenhagen", policy });
  const found: Item[] = [];
  for (const change of log) {
    state = evolve(state, change);
    if (change.type !== "item.claimed" || !isItemChange(change) || change.item === undefined) continue;
    const item = state.items.get(idOf(change.item));
    const holder = state.members.get(item?.assignee ?? "");
    if (item === undefined || holder === undefined || item.need === "urgent") continue;
    if ((loadsOf(state).get(holder.id) ?? 0) > holder.capacity) found.push(item);
  }
  return found;
}

let covers = 0;
const coverQueue = (): Submission => ({
  id: `cover ${++covers}`,
  type: "items.cover",
  data: { within: [{ channels: "all" }] },
  actor: { kind: "system", id: "desk" },
  lane: "timers",
});

test("an evening of three hours with a team of three: all of it comes in, what is urgent is seen in time, alarms are few", async () => {
  const policy = {
    ...firstPolicy,
    targets: [...targetPresets.live],
    needs: [...liveNeeds.needs],
    authorLists: [...liveNeeds.authorLists],
  };
  const rehearsal = await Rehearsal.open(policy, ["instagram:mine", "facebook:mine", "x:mine", "tiktok:mine"]);
  await rehearsal.must("member.add", { member: aisha.id, name: aisha.name, roles: ["flow-manager"], capacity: 0 });
  await rehearsal.must("member.shift", { member: aisha.id, shift: "on" });
  for (const { id, name, languages } of colleagues) {
    await rehearsal.must("member.add", { member: id, name, roles: ["community-manager"], languages: [...languages] });
    await rehearsal.must("member.cover", { member: id, cover: [{ channels: "all" }] });
  }
  // Who has no cover of their own, and answers nothing either.
  await rehearsal.must("member.add", { member: jonas.id, name: jonas.name, roles: ["community-manager"], capacity: 0 });
  await rehearsal.must("member.shift", { member: jonas.id, shift: "on" });
  // What comes in is handed to the cover at once, as the server does within a fifth of a second.
  const service: DeskService = {
    submit: (desk, submission) => rehearsal.authority.submit(desk, submission),
    submitAll: async (desk, submissions) => {
      const answers = await rehearsal.authority.submitAll(desk, submissions);
      if (submissions.some(({ type }) => type === "message.receive"))
        await rehearsal.authority.submit(desk, coverQueue());
      return answers;
    },
    isBusy: (desk) => rehearsal.authority.isBusy(desk),
    drain: () => rehearsal.authority.drain(),
  };
  const run = new SimulationRun(
    { service, store: rehearsal.store, time: inSteps(rehearsal.time, 5 * second) },
    { desk: rehearsal.desk, scenario: festival, seed: 20260704, speed: 1, rate: 15, team: true, from: 0 },
  );
  await until(() => run.state.state !== "preparing");
  for (let passed = 0; passed < evening + 20 * minute && !run.isOver; passed += tick) {
    await rehearsal.time.pass(tick, () => run.isOver);
    const now = instant(rehearsal.time.now());
    const due = await rehearsal.store.due(rehearsal.desk, now, 500);
    const timers = due.flatMap((entry) => ("item" in entry ? itemSubmissions(entry.item, policy, now) : []));
    await rehearsal.authority.submitAll(rehearsal.desk, [...timers, coverQueue()]);
  }
  expect(run.state).toMatchObject({ state: "ended", error: null });
  const { done, all } = run.state.arrivals;
  expect(done).toBe(all);
  expect(all).toBeGreaterThan(2_500);
  const log = await rehearsal.changes();
  const messages = log.filter(({ type }) => type === "item.received" || type === "item.continued");
  expect(messages).toHaveLength(all);

  const items = await rehearsal.items();
  const urgent = items.filter(({ need }) => need === "urgent");
  expect(urgent.length).toBeGreaterThan(1);
  const unseen = urgent.filter(({ seenAt, seeBy }) => seeBy !== null && (seenAt === null || seenAt > seeBy));
  expect(unseen.map(({ preview }) => preview)).toEqual([]);

  const people = [aisha.id, jonas.id, ...colleagues.map(({ id }) => id)];
  const alarms = alarmsIn(log, policy, ...people);
  for (const me of people) expect([me, alarms.get(me)]).toEqual([me, expect.toSatisfy(isFew)]);
  expect(claimedWithHandsFull(log, policy)).toEqual([]);
}, 240_000);
