import { afterAll, expect, test } from "vitest";
import { differenceFromMemory } from "./against-memory.ts";
import { Databases } from "./databases.ts";
import { pinned } from "./pinned.ts";
import { shrink } from "./shrink.ts";
import { simulate, worldOf } from "./simulate.ts";
import { describe, scheduleOf } from "./step.ts";

const databases = new Databases();
afterAll(() => databases.close());

test("D2 to D5, L1, L2, L4, L5, F1, F2, A2 and the clock hold in 200 simulated worlds", {
  timeout: 240_000,
}, async () => {
  for (let seed = 1; seed <= 200; seed++) {
    const flaws = await simulate(seed);
    if (flaws.length === 0) continue;
    const fails = async (steps: ReturnType<typeof scheduleOf>) => (await simulate(seed, { steps })).length > 0;
    const fewest = await shrink(scheduleOf(seed), fails, 100);
    expect.fail(
      `Seed ${seed}: ${flaws.join("\n")}\nwith these steps, to be pinned in tests/simulation/pinned.ts:\n${describe(fewest)}`,
    );
  }
});

test.for(pinned)("the world $seed does not fail any more", async ({ seed, steps, floods = false }) => {
  const engine = await databases.open(floods ? "sqlite" : "memory");
  expect(await simulate(seed, { engine, steps, floods })).toEqual([]);
});

test("a seed comes to the same world every time", async () => {
  expect(await differenceFromMemory(await worldOf(5))).toBeNull();
});
