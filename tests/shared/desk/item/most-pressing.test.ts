import { mostPressing } from "@flowdesk/shared/desk/item/most-pressing.ts";
import { needs } from "@flowdesk/shared/desk/item/need.ts";
import { compareQueued } from "@flowdesk/shared/desk/item/queue.ts";
import fc from "fast-check";
import { expect, test } from "vitest";
import { DeskUnderTest, later } from "../../../fixtures/desk.ts";

test("the most pressing of the queue are those that stand first when all of it is sorted", () => {
  const desk = new DeskUnderTest();
  const one = desk.item(desk.receive());
  const items = fc.array(
    fc.record({ need: fc.constantFrom(...needs), priority: fc.nat(3), due: fc.option(fc.nat(20)), waits: fc.nat(5) }),
    { maxLength: 60 },
  );
  fc.assert(
    fc.property(items, fc.integer({ min: 1, max: 70 }), (drawn, count) => {
      const queue = drawn.map(({ need, priority, due, waits }, n) => ({
        ...one,
        id: `i${n}`,
        need,
        priority,
        dueAt: due === null ? null : later(due * 1000),
        awaitingSince: later(-waits),
      }));
      expect(mostPressing(queue, count)).toEqual([...queue].sort(compareQueued).slice(0, count));
    }),
    { seed: 12, numRuns: 200 },
  );
});
