import { expect, test } from "vitest";
import { sabotages } from "./sabotage.ts";
import { simulate } from "./simulate.ts";

test.for(Object.entries(sabotages))("%s: found within 200 worlds", { timeout: 240_000 }, async ([, make]) => {
  let flaws: readonly string[] = [];
  for (let seed = 1; seed <= 200 && flaws.length === 0; seed++) flaws = await simulate(seed, { sabotage: make() });
  expect(flaws).not.toEqual([]);
});
