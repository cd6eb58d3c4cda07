import { arrivalMinutes } from "@flowdesk/client/store/arrivals.ts";
import { compareDeadlines } from "@flowdesk/client/store/deadline.ts";
import { DeskIndex } from "@flowdesk/client/store/desk-index.ts";
import { loadsOf } from "@flowdesk/shared/desk/item/deal.ts";
import { isQueued } from "@flowdesk/shared/desk/item/item.ts";
import { compareQueued } from "@flowdesk/shared/desk/item/queue.ts";
import type { DeskState } from "@flowdesk/shared/desk/state.ts";
import { viewOf } from "@flowdesk/shared/desk/view.ts";
import { Altered } from "@flowdesk/shared/replica/altered.ts";
import { millis, minute } from "@flowdesk/shared/time/instant.ts";
import fc from "fast-check";
import { expect, test } from "vitest";
import { freshLoad } from "../../fixtures/console.ts";
import { DeskUnderTest, emptyDesk, festival, later } from "../../fixtures/desk.ts";
import { histories, take } from "../../fixtures/history.ts";
import { everyone, jonas, sofie, solveig } from "../../fixtures/people.ts";

const pause = () => Promise.resolve();

/** The same figures, worked out anew from all items. */
function bruteForce(state: DeskState, me: string, now: string) {
  const items = [...state.items.values()];
  const waiting = items.filter((item) => item.awaitingSince !== null && item.need !== "watch");
  const mine = items.filter(({ assignee }) => assignee === me).sort(compareDeadlines);
  return {
    queue: items.filter(isQueued).sort(compareQueued),
    mine: mine.filter(({ status, promise }) => status !== "snoozed" && (status !== "answered" || promise !== null)),
    mineLater: mine.filter(({ status }) => status === "snoozed"),
    counters: {
      unseenUrgent: waiting.filter(({ need, seenAt }) => need === "urgent" && seenAt === null).length,
      practicalLate: waiting.filter(
        ({ need, awaitingSince }) =>
          need === "practical" && awaitingSince !== null && millis(awaitingSince) < millis(now) - 15 * minute,
      ).length,
      open: items.length,
      unanswered: waiting.length,
      notTaken: items.filter(isQueued).length,
      atRisk: waiting.filter(({ mark }) => mark === "at-risk").length,
      overdue: waiting.filter(({ mark }) => mark === "overdue").length,
      promises: items.filter(({ promise }) => promise !== null).length,
    },
  };
}

test("lists, counters and loads kept change by change are those worked out anew from all items", async () => {
  const view = viewOf(solveig);
  await fc.assert(
    fc.asyncProperty(histories(200), async (steps) => {
      const desk = new DeskUnderTest(emptyDesk(festival, [...everyone, solveig]));
      const index = await DeskIndex.build(freshLoad(desk.state, view), null, pause);
      steps.forEach((step, at) => {
        const before = desk.log.length;
        take(desk, step);
        const altered = new Altered();
        for (const change of desk.log.slice(before)) altered.note(change);
        const state = freshLoad(desk.state, view);
        index.update(state, altered.items);
        if (at % 10 !== 0) return;
        for (const me of [jonas.id, solveig.id]) {
          const reading = index.read(state, me, millis(desk.now));
          const anew = bruteForce(state, me, desk.now);
          expect(reading.queue).toEqual(anew.queue.map(({ id }) => id));
          expect(reading.mine).toEqual(anew.mine.map(({ id }) => id));
          expect(reading.mineLater).toEqual(anew.mineLater.map(({ id }) => id));
          expect(reading.counters).toEqual(anew.counters);
          const loads = loadsOf(state);
          for (const { id } of everyone) expect(reading.loads.get(id)?.waiting ?? 0).toBe(loads.get(id) ?? 0);
        }
      });
    }),
    { seed: 77, numRuns: 25, endOnFailure: true },
  );
});

test("a channel's line has what came in minute by minute, who covers it, and since when it is silent", async () => {
  const desk = new DeskUnderTest();
  desk.receive({ channel: "x:festival" });
  const view = viewOf(solveig);
  const index = await DeskIndex.build(freshLoad(desk.state, view), null, pause);
  const from = desk.log.length;
  desk.wait(3 * minute);
  desk.receive({ channel: "x:festival", externalId: "two" });
  desk.receive({ channel: "x:festival", externalId: "three" });
  const state = freshLoad(desk.state, view);
  index.arrivals(state, desk.log.slice(from));
  index.update(
    state,
    [...desk.state.items].map(([id]) => id),
  );
  const lineOf = (channel: string, now: string) =>
    index.read(state, jonas.id, millis(now)).lines.find((line) => line.channel === channel);
  const x = lineOf("x:festival", desk.now);
  expect(x?.arrivals).toHaveLength(arrivalMinutes);
  expect(x?.arrivals.slice(-4)).toEqual([1, 0, 0, 2]);
  expect(x?.open).toBe(3);
  expect(x?.coveredBy.toSorted()).toEqual([jonas.id, sofie.id]);
  expect(lineOf("screen:orange", desk.now)?.silentSince).toBeNull();
  expect(lineOf("x:festival", later(40 * minute))).toMatchObject({ perMinute: 0, silentSince: millis(desk.now) });
});

test("a reload keeps what is known of arrivals, and forgets items that are gone", async () => {
  const desk = new DeskUnderTest();
  const item = desk.receive();
  const view = viewOf(solveig);
  const index = await DeskIndex.build(freshLoad(desk.state, view), null, pause);
  desk.must(sofie, "item.claim", { item });
  desk.must(sofie, "item.dismiss", { item, reason: "spam" });
  const state = freshLoad(desk.state, view);
  const again = await DeskIndex.build(state, index, pause);
  const reading = again.read(state, sofie.id, millis(desk.now));
  expect(reading.queue).toEqual([]);
  expect(reading.counters.open).toBe(0);
  expect(reading.lines.find(({ channel }) => channel === "x:festival")).toMatchObject({
    open: 0,
    silentSince: millis(desk.now),
  });
});

test("an index built at once is the one that was kept change by change", async () => {
  await fc.assert(
    fc.asyncProperty(histories(150), async (steps) => {
      const desk = new DeskUnderTest(emptyDesk(festival, [...everyone, solveig]));
      const view = viewOf(solveig);
      for (const step of steps) take(desk, step);
      const state = freshLoad(desk.state, view);
      const built = await DeskIndex.build(state, null, pause);
      const anew = bruteForce(state, jonas.id, desk.now);
      const reading = built.read(state, jonas.id, millis(desk.now));
      expect(reading.queue).toEqual(anew.queue.map(({ id }) => id));
      expect(reading.mine).toEqual(anew.mine.map(({ id }) => id));
      expect(reading.counters).toEqual(anew.counters);
      for (const [member, load] of loadsOf(state)) expect(reading.loads.get(member)?.waiting).toBe(load);
    }),
    { seed: 78, numRuns: 10, endOnFailure: true },
  );
});

test("on a desk of one there is one list by deadline of what waits and what is theirs, and none once another comes", async () => {
  await fc.assert(
    fc.asyncProperty(histories(100), async (steps) => {
      const desk = new DeskUnderTest(emptyDesk(festival, [solveig]));
      const view = viewOf(solveig);
      const index = await DeskIndex.build(freshLoad(desk.state, view), null, pause);
      for (const step of steps) {
        const before = desk.log.length;
        take(desk, step);
        const altered = new Altered();
        for (const change of desk.log.slice(before)) altered.note(change);
        const state = freshLoad(desk.state, view);
        index.update(state, altered.items);
        const { everything } = index.read(state, solveig.id, millis(desk.now));
        const { queue, mine } = bruteForce(state, solveig.id, desk.now);
        const people = [...state.members.values()].filter(({ removedAt, program }) => removedAt === null && !program);
        const anew = people.length > 1 ? [] : [...queue, ...mine].sort(compareDeadlines);
        expect(everything).toEqual(anew.map(({ id }) => id));
      }
      const together = { ...desk.state, members: desk.state.members.put(jonas.id, jonas) };
      expect(index.read(freshLoad(together, view), solveig.id, millis(desk.now)).everything).toEqual([]);
    }),
    { seed: 78, numRuns: 15, endOnFailure: true },
  );
});
