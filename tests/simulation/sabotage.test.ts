import { afterAll, expect, test } from "vitest";
import { Databases } from "./databases.ts";
import { sabotages } from "./sabotage.ts";
import { simulate } from "./simulate.ts";

const databases = new Databases();
afterAll(() => databases.close());

test.for(Object.entries(sabotages))("%s: found within 200 worlds", { timeout: 240_000 }, async ([, make]) => {
  const { within = "memory", floods = false } = make();
  const engine = await databases.open(within);
  let flaws: readonly string[] = [];
  for (let seed = 1; seed <= 200 && flaws.length === 0; seed++)
    flaws = await simulate(seed, { engine, floods, sabotage: make() });
  expect(flaws).not.toEqual([]);
});
