import { type Cause, causesOf, concerns } from "@flowdesk/client/store/alarm.ts";
import { AlarmGate } from "@flowdesk/client/store/alarm-gate.ts";
import { itemSubmissions } from "@flowdesk/server/jobs/clockwork.ts";
import { colleagues } from "@flowdesk/server/intake/sources/simulator/colleague.ts";
import { festival } from "@flowdesk/server/intake/sources/simulator/scenarios/festival/festival.ts";
import { targetPresets } from "@flowdesk/shared/clock/target.ts";
import type { Change } from "@flowdesk/shared/desk/change.ts";
import { evolve } from "@flowdesk/shared/desk/evolve.ts";
import { firstPolicy } from "@flowdesk/shared/desk/policy/policy.ts";
import { emptyState } from "@flowdesk/shared/desk/state.ts";
import { liveNeeds } from "@flowdesk/shared/need/presets.ts";
import { instant, millis, minute, second } from "@flowdesk/shared/time/instant.ts";
import { expect, test } from "vitest";
import { aisha } from "../../../../fixtures/people.ts";
import { Rehearsal } from "../../../../fixtures/rehearsal.ts";

/** An evening's three hours, of which a person meets about one alarm in ten minutes. */
const evening = 180 * minute;
const mostAlarms = 18;

/** How often the desk's timers are looked at here. */
const tick = 5 * second;

/** When each alarm comes to a member who goes through a log as it happens, in ms. */
function alarmsOf(log: readonly Change[], me: string, policy: typeof firstPolicy): number[] {
  const gate = new AlarmGate();
  const alarms: number[] = [];
  let state = emptyState({ id: "rehearsal", name: "Rehearsal", zone: "Europe/Copenhagen", policy });
  let now = millis(log[0]?.at ?? "");
  const look = () => {
    if (gate.take((cause: Cause) => concerns(cause, state, me), now).length > 0) alarms.push(now);
  };
  for (const change of log) {
    for (const at = millis(change.at); now < at; now = Math.min(at, now + second)) look();
    state = evolve(state, change);
    gate.hear(
      causesOf([change]).filter((cause) => concerns(cause, state, me)),
      now,
    );
  }
  look();
  return alarms;
}

test("an evening of three hours with a team of three: all of it comes in, what is urgent is seen in time, alarms are few", async () => {
  const policy = { ...firstPolicy, targets: [...targetPresets.live], needs: [...liveNeeds.needs], authorLists: [...liveNeeds.authorLists] };
  const rehearsal = await Rehearsal.open(policy, ["instagram:mine", "facebook:mine", "x:mine", "tiktok:mine"]);
  await rehearsal.must("member.add", { member: aisha.id, name: aisha.name, roles: ["flow-manager"], capacity: 0 });
  await rehearsal.must("member.shift", { member: aisha.id, shift: "on" });
  const run = await rehearsal.play({ scenario: festival, seed: 20260704, speed: 1, team: true, from: 0 });
  for (let passed = 0; passed < evening + 10 * minute && !run.isOver; passed += tick) {
    await rehearsal.time.pass(tick, () => run.isOver);
    const now = instant(rehearsal.time.now());
    const due = await rehearsal.store.due(rehearsal.desk, now, 500);
    const timers = due.flatMap((entry) => ("item" in entry ? itemSubmissions(entry.item, policy, now) : []));
    await rehearsal.authority.submitAll(rehearsal.desk, timers);
  }
  expect(run.state).toMatchObject({ state: "ended", error: null });
  const { done, all } = run.state.arrivals;
  expect(done).toBe(all);
  expect(all).toBeGreaterThan(3_000);
  const log = await rehearsal.changes();
  const messages = log.filter(({ type }) => type === "item.received" || type === "item.continued");
  expect(messages).toHaveLength(all);

  const items = await rehearsal.items();
  const urgent = items.filter(({ need }) => need === "urgent");
  expect(urgent.length).toBeGreaterThan(1);
  const unseen = urgent.filter(({ seenAt, seeBy }) => seeBy !== null && (seenAt === null || seenAt > seeBy));
  expect(unseen.map(({ preview }) => preview)).toEqual([]);

  const alarms = new Map([aisha.id, ...colleagues.map(({ id }) => id)].map((id) => [id, alarmsOf(log, id, policy)]));
  for (const [who, times] of alarms) expect(times.length, who).toBeLessThanOrEqual(mostAlarms);
}, 300_000);
