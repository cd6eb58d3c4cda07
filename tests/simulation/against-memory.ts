import { outcomeOf } from "./checks.ts";
import { worldOf } from "./simulate.ts";
import type { World } from "./world.ts";

/** Where a world ends otherwise than that of its seed does in memory, in short; null if it ends the same to the letter. */
export async function differenceFromMemory(world: World): Promise<string | null> {
  return differenceOf(await outcomeOf(world), await outcomeOf(await worldOf(world.seed)));
}

function differenceOf(a: string, b: string): string | null {
  if (a === b) return null;
  let at = 0;
  while (a[at] === b[at]) at++;
  // They are long.
  return `${a.slice(Math.max(0, at - 200), at + 100)}\n${b.slice(Math.max(0, at - 200), at + 100)}`;
}
