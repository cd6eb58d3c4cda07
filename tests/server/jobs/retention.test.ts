import { RetentionRounds } from "@flowdesk/server/jobs/retention.ts";
import { firstRetention } from "@flowdesk/shared/desk/policy/retention.ts";
import { day } from "@flowdesk/shared/time/instant.ts";
import { expect, test } from "vitest";

const now = Date.parse("2026-06-27T18:00:00.000Z");

test("what is over its time goes a few rows at a time until nothing is left, desk by desk as each has decided, and one that fails stops no other", async () => {
  const lines = new Map([
    ["one", 1_200],
    ["broken", 1],
    ["two", 0],
  ]);
  const messages = new Map([
    ["one", 0],
    ["two", 450],
  ]);
  const asked: Array<[what: string, desk: string, days: number]> = [];
  const failed: string[] = [];
  const taking = (what: string, left: Map<string, number>) => async (desk: string, before: number, limit: number) => {
    asked.push([what, desk, (now - before) / day]);
    if (desk === "broken") throw new Error("away");
    const taken = Math.min(limit, left.get(desk) ?? 0);
    left.set(desk, (left.get(desk) ?? 0) - taken);
    return taken;
  };
  const rounds = new RetentionRounds({
    desks: async () => [...lines.keys(), "unknown"].map((id) => ({ id })),
    retentionOf: async (desk) =>
      desk === "unknown" ? null : desk === "two" ? { archiveAfterMs: 2 * day, logLastsMs: 8 * day } : firstRetention,
    cut: taking("cut", lines),
    archive: taking("archive", messages),
    now: () => now,
    failed: (desk) => failed.push(desk),
  });
  await rounds.walk();
  expect([lines.get("one"), messages.get("two")]).toEqual([0, 0]);
  expect(asked).toEqual([
    ...[1, 2, 3].map(() => ["cut", "one", 90]),
    ["archive", "one", 30],
    ["cut", "broken", 90],
    ["cut", "two", 8],
    ...[1, 2, 3].map(() => ["archive", "two", 2]),
  ]);
  expect(failed).toEqual(["broken"]);
  await rounds.stop();
  await rounds.walk();
  expect(asked.length).toBe(9);
});
