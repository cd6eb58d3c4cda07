import { ErasureRounds } from "@flowdesk/server/jobs/erasure-rounds.ts";
import { instant } from "@flowdesk/shared/time/instant.ts";
import { expect, test } from "vitest";

test("S2: what is kept of a desk is dropped once for each time that somebody was erased there, whenever that was", async () => {
  const at = Date.parse("2026-07-04T19:00:00.000Z");
  const erased = new Map([["festival", [{ seq: 7, at }]]]);
  const dropped: string[] = [];
  const failed: string[] = [];
  const rounds = new ErasureRounds({
    kept: async () => ["festival", "care", "broken"],
    erasedSince: async (desk, since) => {
      if (desk === "broken") throw new Error("away");
      const last = (erased.get(desk) ?? []).findLast(({ seq }) => seq > since);
      return { at: last?.at ?? null, seq: 9 };
    },
    drop: async (desk, erasedAt) => void dropped.push(`${desk} ${erasedAt}`),
    failed: (desk) => failed.push(desk),
  });
  await rounds.walk();
  await rounds.walk();
  expect(dropped).toEqual([`festival ${instant(at)}`]);
  erased.get("festival")?.push({ seq: 12, at: at + 1_000 });
  await rounds.walk();
  expect(dropped).toEqual([`festival ${instant(at)}`, `festival ${instant(at + 1_000)}`]);
  expect(failed.length).toBe(3);
});
