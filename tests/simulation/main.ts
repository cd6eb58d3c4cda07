import { parseArgs } from "node:util";
import { differenceFromMemory } from "./against-memory.ts";
import { flawsOf } from "./checks.ts";
import { Databases, engineNames } from "./databases.ts";
import { sabotages } from "./sabotage.ts";
import { shrink } from "./shrink.ts";
import { type Setting, simulate, worldOf } from "./simulate.ts";
import { describe, scheduleOf } from "./step.ts";

const usage = `Runs simulated worlds, each from its seed, and looks whether the rules held in them.

  --seeds COUNT   how many (200)
  --from SEED     the first (1)
  --seed SEED     this one alone
  --engine NAME   what desks are kept in: ${engineNames.join(", ")} (memory)
  --floods        worlds in which sources bring floods, and writing takes its time
  --as-in-memory  each is to end to the letter as it does in memory, too
  --fault NAME    with a deliberate fault, until it is found:
${Object.keys(sabotages)
  .map((name) => `                    ${name}`)
  .join("\n")}`;

/** Says what is wrong with how this was called, and ends. */
function refuse(sentence: string): never {
  console.error(`${sentence}\n\n${usage}`);
  process.exit(2);
}

function read() {
  const text = { type: "string" } as const;
  try {
    return parseArgs({
      options: {
        seeds: text,
        from: text,
        seed: text,
        engine: text,
        fault: text,
        floods: { type: "boolean" },
        "as-in-memory": { type: "boolean" },
        help: { type: "boolean" },
      },
    }).values;
  } catch (error) {
    return refuse(error instanceof Error ? error.message : String(error));
  }
}

function number(given: string | undefined, otherwise: number): number {
  const asked = given === undefined ? otherwise : Number(given);
  return Number.isSafeInteger(asked) && asked >= 0 ? asked : refuse(`${given} is no whole number.`);
}

const asked = read();
if (asked.help === true) {
  console.log(usage);
  process.exit(0);
}
const { fault } = asked;
if (fault !== undefined && !Object.hasOwn(sabotages, fault)) refuse(`There is no fault ${fault}.`);
const sabotaged = () => (fault === undefined ? undefined : sabotages[fault]?.());
const engineName = asked.engine ?? sabotaged()?.within ?? "memory";
if (!engineNames.includes(engineName)) refuse(`There is no engine ${engineName}.`);
const floods = asked.floods ?? sabotaged()?.floods ?? false;
const first = number(asked.seed ?? asked.from, 1);
const last = asked.seed === undefined ? first + number(asked.seeds, 200) - 1 : first;

const isCompared = asked["as-in-memory"] === true;
if (isCompared && (floods || fault !== undefined)) refuse("Only worlds without floods and faults end as in memory.");

const databases = new Databases();
const engine = await databases.open(engineName);
let desks = 0;
const setting = (): Setting => {
  const sabotage = sabotaged();
  desks++;
  return { engine, floods, desk: `world-${desks}`, ...(sabotage === undefined ? {} : { sabotage }) };
};

process.on("unhandledRejection", (error) => {
  console.error("Something failed that nobody waited for:", error);
  process.exit(1);
});

/** What is wrong with the world of a seed; nothing if nothing is. */
async function flawsIn(seed: number): Promise<readonly string[]> {
  if (!isCompared) return simulate(seed, setting());
  const there = await worldOf(seed, { engine });
  const difference = await differenceFromMemory(there);
  return [
    ...(await flawsOf(there)),
    ...(difference === null ? [] : [`L1, L2: in memory it ends otherwise: ${difference}`]),
  ];
}

let failed = 0;
try {
  for (let seed = first; seed <= last; seed++) {
    const flaws = await flawsIn(seed);
    if ((seed - first + 1) % 1_000 === 0) console.log(`${seed - first + 1} worlds, ${failed} failed`);
    if (flaws.length === 0) continue;
    failed++;
    console.log(`\nSeed ${seed} fails:`);
    for (const flaw of flaws) console.log(`  ${flaw}`);
    if (isCompared) continue;
    const fewest = await shrink(
      scheduleOf(seed, floods),
      async (steps) => (await simulate(seed, { ...setting(), steps })).length > 0,
    );
    console.log(
      `with these of its ${scheduleOf(seed, floods).length} steps, to be pinned in tests/simulation/pinned.ts:`,
    );
    console.log(describe(fewest));
    if (fault !== undefined) break;
  }
} finally {
  await databases.close();
}
const count = last - first + 1;
if (fault === undefined)
  console.log(`${count} worlds in ${engineName}${isCompared ? ", held against memory" : ""}, ${failed} failed.`);
else console.log(failed === 0 ? `The fault was not found in ${count} worlds.` : "The fault was found.");
process.exitCode = failed === 0 ? 0 : 1;
