import { stampChange } from "@flowdesk/shared/desk/change.ts";
import { commandTypes, ruleOf } from "@flowdesk/shared/desk/commands.ts";
import { decideRaw } from "@flowdesk/shared/desk/decide.ts";
import { evolve } from "@flowdesk/shared/desk/evolve.ts";
import { rejectionCodes, rejectionSchema } from "@flowdesk/shared/desk/rejection.ts";
import type { DeskState } from "@flowdesk/shared/desk/state.ts";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { plain } from "../../fixtures/console.ts";
import { DeskUnderTest, emptyDesk, festival } from "../../fixtures/desk.ts";
import { histories, take } from "../../fixtures/history.ts";
import { everyone, jonas, solveig } from "../../fixtures/people.ts";

/** Freezes everything that a value holds, so that writing to any of it throws. */
function frozen<T>(value: T): T {
  if (typeof value === "object" && value !== null && !Object.isFrozen(value)) {
    Object.freeze(value);
    for (const inner of Object.values(value)) frozen(inner);
  }
  return value;
}

function frozenState(state: DeskState): DeskState {
  for (const table of [state.items, state.posts, state.members, state.channels, state.threads])
    for (const [, entity] of table) frozen<unknown>(entity);
  for (const [, known] of state.lookups?.known ?? []) frozen(known);
  frozen(state.desk);
  return Object.freeze(state);
}

/** A desk that decides and evolves everything twice, on frozen inputs, and compares. */
class Doubting extends DeskUnderTest {
  readonly codes = new Set<string>();

  override runRaw(...[who, type, data]: Parameters<DeskUnderTest["runRaw"]>) {
    const before = frozenState(this.state);
    const actor = "kind" in who ? who : { kind: "member" as const, member: this.state.members.get(who.id) ?? who };
    const decideOnce = () => {
      let ids = 0;
      const context = {
        now: this.now,
        actor: frozen(actor),
        command: "c",
        newId: () => `d${this.log.length}-${++ids}`,
      };
      return decideRaw(before, type, frozen(data), Object.freeze(context));
    };
    const first = decideOnce();
    expect(decideOnce()).toEqual(first);
    if (!first.ok) {
      expect(rejectionSchema.parse(first.rejection)).toEqual(JSON.parse(JSON.stringify(first.rejection)));
      this.codes.add(first.rejection.code);
    }
    const decision = super.runRaw(who, type, data);
    expect(decision.ok).toBe(first.ok);
    return decision;
  }
}

test("D1: decide and evolve are pure: frozen inputs, and the same from the same", () => {
  fc.assert(
    fc.property(histories(80), (steps) => {
      const desk = new Doubting(emptyDesk(festival, [...everyone, solveig]));
      for (const step of steps) take(desk, step);
      const again = () => desk.log.reduce((state, change) => evolve(state, frozen(change)), begun());
      const begun = () => frozenState(emptyDesk(festival, [...everyone, solveig]));
      expect(plain(again())).toEqual(plain(desk.state));
    }),
    { seed: 11, numRuns: 12 },
  );
});

test("D3: every rejection has a code of the closed list and a sentence", () => {
  const codes = new Set<string>();
  fc.assert(
    fc.property(histories(150), (steps) => {
      const desk = new Doubting(emptyDesk(festival, [...everyone, solveig]));
      for (const step of steps) take(desk, step);
      for (const code of desk.codes) codes.add(code);
    }),
    { seed: 7, numRuns: 10 },
  );
  for (const code of codes) expect(rejectionCodes).toHaveProperty([code]);
  expect(codes.size).toBeGreaterThan(12);
});

describe("S1: whatever is sent is read by the schema of its type", () => {
  const context = { now: "2026-07-04T18:00:00.000Z", command: "c", newId: () => "n" };
  const actor = { kind: "member" as const, member: solveig };

  test("a type that there is not", () => {
    for (const type of ["item.steal", "constructor", "__proto__", ""])
      expect(decideRaw(emptyDesk(), type, {}, { ...context, actor })).toMatchObject({
        rejection: { code: "command.unknown" },
      });
  });

  test.each([...commandTypes()])("%s survives any data", (type) => {
    fc.assert(
      fc.property(fc.anything(), (data) => {
        const decision = decideRaw(emptyDesk(), type, data, { ...context, actor });
        if (!decision.ok) expect(rejectionCodes).toHaveProperty([decision.rejection.code]);
      }),
      { numRuns: 50 },
    );
  });

  test("every type has one rule", () => {
    expect(new Set(commandTypes()).size).toBe(commandTypes().length);
    for (const type of commandTypes()) expect(ruleOf(type)?.type).toBe(type);
  });
});

test("a change has its keys in the order that the wire promises", () => {
  const stamp = { seq: 1, at: "2026-07-04T18:00:00.000Z", by: jonas.id, command: "c1" };
  const change = stampChange({ type: "item.claimed", item: "i1", set: { version: 2 } }, stamp);
  expect(Object.keys(change)).toEqual(["seq", "at", "by", "type", "command", "item", "set"]);
});
