import { expectedAt } from "@flowdesk/shared/desk/member/expected.ts";
import { expect, test } from "vitest";

/** Friday and Saturday nights, Saturday afternoons too. */
const hours = [
  { days: [5, 6], from: "18:00", to: "01:00" },
  { days: [6], from: "12:00", to: "16:00" },
];

test.each([
  ["before the evening", "2026-07-03T17:59:00", { from: "18:00", to: "01:00", isNow: false }],
  ["in the evening", "2026-07-03T18:00:00", { from: "18:00", to: "01:00", isNow: true }],
  ["after midnight", "2026-07-04T00:59:00", { from: "18:00", to: "01:00", isNow: true }],
  ["the earlier of two first", "2026-07-04T01:00:00", { from: "12:00", to: "16:00", isNow: false }],
  ["between the two", "2026-07-04T16:00:00", { from: "18:00", to: "01:00", isNow: false }],
  ["into Sunday", "2026-07-05T00:30:00", { from: "18:00", to: "01:00", isNow: true }],
  ["not today", "2026-07-05T01:00:00", null],
])("who is expected when: %s", (_, local, expected) => {
  expect(expectedAt({ hours }, local)).toEqual(expected);
});

test("where it is not said, nobody is expected", () => {
  expect(expectedAt({}, "2026-07-04T20:00:00")).toBeNull();
});
