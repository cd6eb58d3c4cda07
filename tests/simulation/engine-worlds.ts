import { afterAll, expect, test } from "vitest";
import { differenceFromMemory } from "./against-memory.ts";
import { flawsOf } from "./checks.ts";
import { Databases } from "./databases.ts";
import { type Engine, worldOf } from "./simulate.ts";

/** What is held against the rules and against memory in an engine. */
export interface EngineWorlds {
  readonly name: string;
  readonly open: (databases: Databases) => Promise<Engine>;
  /** Which worlds of floods. */
  readonly floods: readonly number[];
}

/** Runs 200 worlds in an engine, each of which has to end as it does in memory, and some of floods. */
export function testWorldsIn({ name, open, floods }: EngineWorlds): void {
  const databases = new Databases();
  afterAll(() => databases.close());

  test(`L1, L2: in ${name}, with an archive, each of 200 worlds ends as in memory`, { timeout: 900_000 }, async () => {
    const engine = await open(databases);
    let archived = 0;
    for (let seed = 1; seed <= 200; seed++) {
      const world = await worldOf(seed, { engine });
      expect(await differenceFromMemory(world), `seed ${seed}`).toBeNull();
      archived += world.storage.archived;
    }
    expect(archived).toBeGreaterThan(0);
  });

  test(`D2 to D5, L1, L2, F1, F2, A2 hold in ${name} where batches of floods follow each other`, {
    timeout: 600_000,
  }, async () => {
    const engine = await open(databases);
    const batches = { followed: 0, leftBehind: 0, elsewhere: 0 };
    for (const seed of floods) {
      const world = await worldOf(seed, { engine, floods: true });
      expect(await flawsOf(world), `seed ${seed}`).toEqual([]);
      batches.followed += world.writing?.followed ?? 0;
      batches.leftBehind += world.writing?.leftBehind ?? 0;
      batches.elsewhere += world.writing?.elsewhere ?? 0;
    }
    // Otherwise nothing was held against the rules here that is not elsewhere.
    expect(Math.min(...Object.values(batches)), JSON.stringify(batches)).toBeGreaterThan(0);
  });
}
