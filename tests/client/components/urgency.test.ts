import { itemDeadline, spanText, urgencyAt } from "@flowdesk/client/components/urgency.ts";
import { expect, test } from "vitest";

const start = Date.parse("2026-07-04T18:00:00.000Z");
const instantAt = (minutes: number) => new Date(start + minutes * 60_000).toISOString();
const wait = {
  awaitingSince: instantAt(0),
  riskAt: instantAt(12),
  dueAt: instantAt(16),
  promise: null,
  answeredAt: null,
};

test("A wait is calm, soon from half its target, at risk and overdue at its own times", () => {
  const deadline = itemDeadline(wait);
  if (deadline === null) throw new Error("No deadline");
  const at = (minutes: number) => urgencyAt(deadline, start + minutes * 60_000);
  expect([at(0), at(7.9), at(8), at(12), at(15.9), at(16), at(90)]).toEqual([
    "calm",
    "calm",
    "soon",
    "at-risk",
    "at-risk",
    "overdue",
    "overdue",
  ]);
});

test("Of a wait and a promise the sooner counts", () => {
  const promise = { until: instantAt(10), by: "jonas", overdue: false };
  expect(itemDeadline({ ...wait, promise })?.kind).toBe("promise");
  expect(itemDeadline({ ...wait, promise: { ...promise, until: instantAt(20) } })?.kind).toBe("wait");
  expect(itemDeadline({ ...wait, awaitingSince: null, riskAt: null, dueAt: null })).toBeNull();
});

test("Spans keep to a narrow column", () => {
  expect(spanText(79_000, "en")).toBe("1:19");
  expect(spanText(-79_000, "en")).toBe("1:19");
  expect(spanText(3_599_000, "en")).toBe("59:59");
  expect(spanText(200 * 60_000, "en")).toBe("3h 20m");
  expect(spanText(23.7 * 3_600_000, "en")).toBe("23h");
  expect(spanText(9 * 86_400_000, "en")).toBe("9d");
});
