import { afterAll, expect, test } from "vitest";
import { testDatabase } from "../fixtures/postgres.ts";
import { outcomeOf } from "./checks.ts";
import { Databases } from "./databases.ts";
import { pinned } from "./pinned.ts";
import { shrink } from "./shrink.ts";
import { simulate, worldOf } from "./simulate.ts";
import { describe, scheduleOf } from "./step.ts";

const databases = new Databases();
const closing: Array<() => Promise<void>> = [() => databases.close()];

/** Where two texts part, in short: they are long. */
function differenceOf(a: string, b: string): string | null {
  if (a === b) return null;
  let at = 0;
  while (a[at] === b[at]) at++;
  return `${a.slice(Math.max(0, at - 200), at + 100)}\n${b.slice(Math.max(0, at - 200), at + 100)}`;
}

afterAll(async () => {
  for (const close of closing) await close();
});

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

test.for(pinned)("the world $seed does not fail any more", async ({ seed, steps }) => {
  expect(await simulate(seed, { steps })).toEqual([]);
});

test("a seed comes to the same world every time", async () => {
  expect(differenceOf(await outcomeOf(await worldOf(5)), await outcomeOf(await worldOf(5)))).toBeNull();
});

test("L1, L2: in SQLite, with an archive, every world ends as in memory", async () => {
  const engine = await databases.open("sqlite");
  let archived = 0;
  for (const seed of [1, 2, 3, 4, 17, 23]) {
    const [there, here] = [await worldOf(seed, { engine }), await worldOf(seed)];
    expect(differenceOf(await outcomeOf(there), await outcomeOf(here)), `seed ${seed}`).toBeNull();
    archived += there.storage.archived;
  }
  expect(archived).toBeGreaterThan(0);
});

test("L1, L2: in PostgreSQL, with an archive, every world ends as in memory", async () => {
  const database = await testDatabase();
  closing.push(() => database.drop());
  const engine = await databases.open("postgres", database.url);
  let archived = 0;
  for (const seed of [7, 8, 17, 71]) {
    const [there, here] = [await worldOf(seed, { engine }), await worldOf(seed)];
    expect(differenceOf(await outcomeOf(there), await outcomeOf(here)), `seed ${seed}`).toBeNull();
    archived += there.storage.archived;
  }
  expect(archived).toBeGreaterThan(0);
});
