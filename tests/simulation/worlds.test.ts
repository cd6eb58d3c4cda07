import { afterAll, expect, test } from "vitest";
import { testDatabase } from "../fixtures/postgres.ts";
import { flawsOf, outcomeOf } from "./checks.ts";
import { Databases } from "./databases.ts";
import { pinned } from "./pinned.ts";
import { shrink } from "./shrink.ts";
import { type Engine, simulate, worldOf } from "./simulate.ts";
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

const seedsTo = (last: number) => Array.from({ length: last }, (_, at) => at + 1);

/** How worlds end in memory, by their seeds: what every other engine is held against. */
const inMemory = new Map<number, Promise<string>>();

async function expectAsInMemory(engine: Engine, seeds: readonly number[]): Promise<void> {
  let archived = 0;
  for (const seed of seeds) {
    const there = await worldOf(seed, { engine });
    const here = inMemory.get(seed) ?? worldOf(seed).then(outcomeOf);
    inMemory.set(seed, here);
    expect(differenceOf(await outcomeOf(there), await here), `seed ${seed}`).toBeNull();
    archived += there.storage.archived;
  }
  expect(archived).toBeGreaterThan(0);
}

async function openPostgres(): Promise<Engine> {
  const database = await testDatabase();
  closing.push(() => database.drop());
  return databases.open("postgres", database.url);
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

test.for(pinned)("the world $seed does not fail any more", async ({ seed, steps, floods = false }) => {
  const engine = await databases.open(floods ? "sqlite" : "memory");
  expect(await simulate(seed, { engine, steps, floods })).toEqual([]);
});

test("a seed comes to the same world every time", async () => {
  expect(differenceOf(await outcomeOf(await worldOf(5)), await outcomeOf(await worldOf(5)))).toBeNull();
});

test("L1, L2: in SQLite, with an archive, every world ends as in memory", { timeout: 240_000 }, async () => {
  await expectAsInMemory(await databases.open("sqlite"), seedsTo(60));
});

test("L1, L2: in PostgreSQL, with an archive, every world ends as in memory", { timeout: 240_000 }, async () => {
  await expectAsInMemory(await openPostgres(), seedsTo(40));
});

test.for([
  { name: "SQLite", open: () => databases.open("sqlite"), seeds: seedsTo(12) },
  { name: "PostgreSQL", open: openPostgres, seeds: seedsTo(8) },
])(
  "D2 to D5, L1, L2, F1, F2, A2 hold in $name where batches of floods follow each other",
  {
    timeout: 240_000,
  },
  async ({ open, seeds }) => {
    const engine = await open();
    const batches = { followed: 0, leftBehind: 0, elsewhere: 0 };
    for (const seed of seeds) {
      const world = await worldOf(seed, { engine, floods: true });
      expect(await flawsOf(world), `seed ${seed}`).toEqual([]);
      batches.followed += world.writing?.followed ?? 0;
      batches.leftBehind += world.writing?.leftBehind ?? 0;
      batches.elsewhere += world.writing?.elsewhere ?? 0;
    }
    // Otherwise nothing was held against the rules here that is not elsewhere.
    expect(Math.min(...Object.values(batches)), JSON.stringify(batches)).toBeGreaterThan(0);
  },
);
