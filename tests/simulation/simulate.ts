import type { Store } from "@flowdesk/server/desk/store.ts";
import { MemoryStore } from "../fixtures/memory-store.ts";
import { flawsOf } from "./checks.ts";
import type { Sabotage } from "./sabotage.ts";
import { type Step, scheduleOf } from "./step.ts";
import { World } from "./world.ts";

/** Opens what the desk of a world is kept in: a store for each node, all over one database. */
export type Engine = () => readonly Store[];

/** A desk in memory, new for each world. */
export const inMemory: Engine = () => [new MemoryStore()];

export interface Setting {
  readonly engine?: Engine;
  readonly sabotage?: Sabotage;
  /** Whether sources bring floods, and writing takes its time. */
  readonly floods?: boolean;
  /** Absent: all that the seed comes to. */
  readonly steps?: readonly Step[];
  /** The desk's id, unique in its database. Absent: by the seed. */
  readonly desk?: string;
}

/** Runs the world of a seed to its end. */
export async function worldOf(seed: number, setting: Setting = {}): Promise<World> {
  const { engine = inMemory, sabotage = null, floods = false, desk = `world-${seed}` } = setting;
  const { steps = scheduleOf(seed, floods) } = setting;
  const world = new World(seed, { desk, engines: engine(), sabotage, floods });
  await world.run(steps);
  return world;
}

/** Runs the world of a seed and says what is wrong with how it ended; nothing if nothing is. */
export async function simulate(seed: number, setting: Setting = {}): Promise<readonly string[]> {
  return await flawsOf(await worldOf(seed, setting));
}
