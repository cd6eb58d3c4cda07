import { changeSchema } from "@flowdesk/shared/desk/change.ts";
import { kinds } from "@flowdesk/shared/desk/item/need.ts";
import type { DeskState } from "@flowdesk/shared/desk/state.ts";
import { seesItem, type View, viewKey, viewOf } from "@flowdesk/shared/desk/view.ts";
import fc from "fast-check";
import { expect, test } from "vitest";
import { freshLoad, plain, replayed, scopesOf } from "../../fixtures/console.ts";
import { DeskUnderTest, emptyDesk, festival } from "../../fixtures/desk.ts";
import { changeTypes } from "../../fixtures/golden/logs.ts";
import { histories, take } from "../../fixtures/history.ts";
import { everyone, solveig } from "../../fixtures/people.ts";

const views: readonly View[] = [
  ...new Map([...everyone, solveig].map((member) => [viewKey(viewOf(member)), viewOf(member)])).values(),
  { kinds, channels: ["x:festival", "x:new"] },
  { kinds: ["dm"], channels: ["instagram:festival"] },
];

test("D2: for every history and view a fresh load equals an older one with the changes replayed", () => {
  const seen = new Set<string>();
  fc.assert(
    fc.property(histories(250), fc.nat(60), (steps, every) => {
      const desk = new DeskUnderTest(emptyDesk(festival, [...everyone, solveig]));
      const loads: Array<{ view: View; load: DeskState; seq: number; threads: ReadonlySet<string> }> = [];
      steps.forEach((step, index) => {
        if (index % (every + 20) === 0) {
          const threads = new Set([...desk.state.threads].map(([id]) => id));
          for (const view of views)
            loads.push({ view, load: freshLoad(desk.state, view, threads), seq: desk.log.length, threads });
        }
        take(desk, step);
      });
      const scopes = scopesOf(desk.log);
      for (const { view, load, seq, threads } of loads) {
        const seenThreads = new Set(
          [...threads].filter((id) => {
            const item = desk.state.items.get(id);
            return item !== undefined && seesItem(view, item);
          }),
        );
        const start = { ...load, threads: freshLoad(load, view, seenThreads).threads };
        const now = replayed(start, view, desk.log.slice(seq), scopes.slice(seq));
        expect(plain(now)).toEqual(plain(freshLoad(desk.state, view, seenThreads)));
      }
      for (const { type } of desk.log) seen.add(type);
    }),
    { seed: 20260704, numRuns: 40 },
  );
  // An erasure is the store's to do and renews the log: every copy is loaded anew, and nothing is replayed onto it.
  expect(changeTypes.filter((type) => !seen.has(type))).toEqual(["author.erased"]);
});

test("every change of a history is of the form that the wire has, and survives it", () => {
  fc.assert(
    fc.property(histories(250), (steps) => {
      const desk = new DeskUnderTest(emptyDesk(festival, [...everyone, solveig]));
      for (const step of steps) take(desk, step);
      for (const change of desk.log) expect(changeSchema.parse(JSON.parse(JSON.stringify(change)))).toEqual(change);
    }),
    { seed: 4711, numRuns: 15 },
  );
});
