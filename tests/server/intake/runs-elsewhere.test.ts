import { type Runs, RunsElsewhere } from "@flowdesk/server/intake/runs-elsewhere.ts";
import { expect, test } from "vitest";

test("nodes know what others bring in and play, until they say otherwise or are silent", () => {
  let now = 0;
  let own: Runs = { imports: [], simulations: [] };
  const said: unknown[] = [];
  const here = new RunsElsewhere({ own: () => own, tell: (_topic, runs) => said.push(runs), monotonic: () => now });
  here.tellOthers();
  expect(said).toEqual([]);
  own = {
    imports: Array.from({ length: 60 }, (_, n) => ["festival", `i${n}`, n === 0] as const),
    simulations: ["care"],
  };
  here.tellOthers();
  expect(JSON.stringify(said[0]).length).toBeLessThan(3_500);
  own = { imports: [], simulations: [] };
  here.tellOthers();
  here.tellOthers();
  expect(said.length).toBe(2);

  const there = new RunsElsewhere({ own: () => own, tell: null, monotonic: () => now });
  const known = () => [
    there.hasImport("festival", "i0"),
    there.hasImport("care", "i0"),
    there.isImporting("festival"),
    there.isPlaying("care"),
    there.isPlaying("festival"),
  ];
  for (const [about, wrong] of [
    ["presence", said[0]],
    ["runs", null],
    ["runs", { imports: [[1]] }],
  ] as const)
    there.hear("a", about, wrong);
  expect(known()).toEqual([false, false, false, false, false]);
  there.hear("a", "runs", said[0]);
  expect(known()).toEqual([true, false, true, true, false]);
  there.hear("a", "runs", said[1]);
  expect(known()).toEqual([false, false, false, false, false]);
  there.hear("a", "runs", said[0]);
  now = 6_000;
  expect(known()).toEqual([false, false, false, false, false]);
});
