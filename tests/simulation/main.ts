import { calledWith, wholeNumber, wrongCall } from "../fixtures/wrong-call.ts";
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

const text = { type: "string" } as const;
const { values: asked } = calledWith({
  options: {
    seeds: { ...text, default: "200" },
    from: { ...text, default: "1" },
    seed: text,
    engine: text,
    fault: text,
    floods: { type: "boolean" },
    "as-in-memory": { type: "boolean" },
    help: { type: "boolean" },
  },
});
if (asked.help === true) {
  console.log(usage);
  process.exit(0);
}
const { fault } = asked;
if (fault !== undefined && !Object.hasOwn(sabotages, fault))
  wrongCall(`There is no fault "${fault}". There are: ${Object.keys(sabotages).join("; ")}.`);
const sabotaged = () => (fault === undefined ? undefined : sabotages[fault]?.());
const engineName = asked.engine ?? sabotaged()?.within ?? "memory";
if (!engineNames.includes(engineName))
  wrongCall(`There is no engine "${engineName}". There are: ${engineNames.join(", ")}.`);
const floods = asked.floods ?? sabotaged()?.floods ?? false;
const first = asked.seed === undefined ? wholeNumber("from", asked.from, 0) : wholeNumber("seed", asked.seed, 0);
const last = asked.seed === undefined ? first + wholeNumber("seeds", asked.seeds, 1) - 1 : first;

const isCompared = asked["as-in-memory"] === true;
if (isCompared && (floods || fault !== undefined)) wrongCall("Only worlds without floods and faults end as in memory.");

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
