import { wrongCall } from "../fixtures/wrong-call.ts";
import type { Fault, Ground } from "./grounds/ground.ts";

/** An engine with the faults that are to befall it. */
export interface Struck {
  readonly engine: string;
  readonly ground: Ground;
  readonly faults: readonly Fault[];
}

const quoted = (names: Iterable<string>) => [...names].map((name) => `"${name}"`).join(", ");

/**
 * The engines that faults are to befall: all faults, or those of the names given. Ends the program, with nothing left of
 * the grounds, where a name is no fault's that this machine lets be made.
 */
export async function struckOf(
  grounds: ReadonlyMap<string, () => Promise<Ground>>,
  wanted: readonly string[] | undefined,
): Promise<readonly Struck[]> {
  const all: Struck[] = [];
  for (const [engine, make] of grounds) {
    const ground = await make();
    all.push({ engine, ground, faults: ground.faults });
  }
  const there = new Set(all.flatMap(({ faults }) => faults.map(({ name }) => name)));
  const unknown = wanted?.filter((name) => !there.has(name)) ?? [];
  if (unknown.length > 0) {
    for (const { ground } of all) await ground.remove();
    const leftOut = all.flatMap(({ engine, ground }) => ground.leftOut.map((why) => ` Left out on ${engine}: ${why}.`));
    wrongCall(
      `There is no fault ${quoted(unknown)} here. There are: ${quoted(there)}; and "frames", by itself.${leftOut.join("")}`,
    );
  }
  const struck: Struck[] = [];
  for (const { engine, ground, faults } of all) {
    const theirs = faults.filter(({ name }) => wanted === undefined || wanted.includes(name));
    if (theirs.length > 0) struck.push({ engine, ground, faults: theirs });
    else await ground.remove();
  }
  return struck;
}
