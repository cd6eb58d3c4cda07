import { LogCutter } from "@flowdesk/server/jobs/log-cutter.ts";
import { day } from "@flowdesk/shared/time/instant.ts";
import { expect, test } from "vitest";

const now = Date.parse("2026-06-27T18:00:00.000Z");

test("logs are cut a few lines at a time until nothing is left to cut, desk by desk, and one that fails stops no other", async () => {
  const left = new Map([
    ["one", 1_200],
    ["broken", 1],
    ["two", 0],
  ]);
  const asked: string[] = [];
  const failed: string[] = [];
  const cutter = new LogCutter({
    desks: async () => [...left.keys()].map((id) => ({ id })),
    cut: async (desk, before, limit) => {
      expect(before).toBe(now - 90 * day);
      asked.push(desk);
      if (desk === "broken") throw new Error("away");
      const lines = Math.min(limit, left.get(desk) ?? 0);
      left.set(desk, (left.get(desk) ?? 0) - lines);
      return lines;
    },
    now: () => now,
    failed: (desk) => failed.push(desk),
  });
  await cutter.cutAll();
  expect(left.get("one")).toBe(0);
  expect(asked).toEqual(["one", "one", "one", "broken", "two"]);
  expect(failed).toEqual(["broken"]);
  await cutter.stop();
  await cutter.cutAll();
  expect(asked.length).toBe(5);
});
