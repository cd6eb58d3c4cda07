import { afterAll, expect, test } from "vitest";
import { Databases } from "./databases.ts";
import { floodSeeds } from "./flood.ts";
import { sabotages } from "./sabotage.ts";
import { simulate } from "./simulate.ts";

const databases = new Databases();
afterAll(() => databases.close());

const seeds = Array.from({ length: 200 }, (_, index) => index + 1);

test.for(Object.entries(sabotages))(
  "%s: found in one of the worlds that are tested, and not there without it",
  {
    timeout: 240_000,
  },
  async ([, make]) => {
    const { within = "memory", floods = false, breaks } = make();
    const engine = await databases.open(within);
    for (const seed of floods ? floodSeeds : seeds) {
      const flaws = await simulate(seed, { engine, floods, sabotage: make() });
      if (flaws.length === 0) continue;
      if (breaks !== undefined) expect(flaws).toContainEqual(expect.stringMatching(new RegExp(`^${breaks}\\b`, "u")));
      // Otherwise it is not the fault that was found.
      expect(await simulate(seed, { engine, floods, desk: `mended-${seed}` })).toEqual([]);
      return;
    }
    expect.fail("It was not found");
  },
);
