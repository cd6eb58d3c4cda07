import { deriveWaits } from "@flowdesk/shared/clock/derive-waits.ts";
import { wakesOf } from "@flowdesk/shared/clock/wakes.ts";
import { type Item, isOpen, itemSchema } from "@flowdesk/shared/desk/item/item.ts";
import fc from "fast-check";
import { expect, test } from "vitest";
import { DeskUnderTest, emptyDesk, festival } from "../../../fixtures/desk.ts";
import { histories, take } from "../../../fixtures/history.ts";
import { everyone, solveig } from "../../../fixtures/people.ts";

/** What holds of an item whatever has been done with it. */
function check(item: Item, desk: DeskUnderTest): void {
  expect(itemSchema.parse(item)).toEqual(item);
  const waits = item.awaitingSince !== null;
  if (item.status === "waiting") expect({ waits, assignee: item.assignee }).toEqual({ waits: true, assignee: null });
  if (item.status === "assigned") expect(item.assignee).not.toBeNull();
  if (item.status === "answered") expect(waits).toBe(false);
  if (item.status === "dismissed") expect(item.dismissed).not.toBeNull();
  else expect(item.dismissed).toBeNull();
  expect(item.status === "snoozed").toBe(item.snoozedUntil !== null);
  expect(item.status === "on-others").toBe(item.passedOn !== null);
  expect(isOpen(item)).toBe(item.closedAt === null);
  if (!waits) expect([item.targetMs, item.dueAt, item.riskAt, item.mark]).toEqual([null, null, null, "calm"]);
  if (item.targetMs !== null && item.dueAt !== null && item.dueAt <= desk.now) {
    const runs = wakesOf(item, desk.state.desk.policy).some(({ wake }) => wake === "expires");
    expect(item.mark === "overdue" || runs).toBe(true);
  }
}

test("an item's status, hands and clock agree after every step of any history", () => {
  fc.assert(
    fc.property(histories(200), (steps) => {
      const desk = new DeskUnderTest(emptyDesk(festival, [...everyone, solveig]));
      for (const step of steps) {
        const before = desk.log.length;
        take(desk, step);
        for (const change of desk.log.slice(before)) {
          if (!("item" in change) || change.item === undefined) continue;
          check(desk.item(typeof change.item === "string" ? change.item : change.item.id), desk);
        }
      }
    }),
    { seed: 21, numRuns: 40 },
  );
});

test("the clock that the commands keep is the one that the thread comes to", () => {
  fc.assert(
    fc.property(histories(200), (steps) => {
      const desk = new DeskUnderTest(emptyDesk(festival, [...everyone, solveig]));
      const dismissed = new Set<string>();
      for (const step of steps) {
        const before = desk.log.length;
        take(desk, step);
        for (const change of desk.log.slice(before)) {
          if (change.type === "item.dismissed" && "item" in change && typeof change.item === "string")
            dismissed.add(change.item);
        }
      }
      for (const item of desk.state.items.values()) {
        if (dismissed.has(item.id)) continue;
        const { messages, responses } = desk.thread(item.id);
        const { ended, awaitingSince } = deriveWaits(messages);
        expect(item.awaitingSince).toBe(awaitingSince);
        expect(ended.map(({ from }) => from)).toEqual(expect.arrayContaining(responses.map(({ from }) => from)));
        expect(responses.length).toBeLessThanOrEqual(ended.length);
      }
    }),
    { seed: 22, numRuns: 40 },
  );
});
