import { mkdirSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { machine } from "../bench/machine.ts";
import { calledWith, wholeNumber, wrongCall } from "../fixtures/wrong-call.ts";
import { type FrameTarget, postgresTarget, runFrames, sqliteTarget } from "./frame-run.ts";
import type { Ground } from "./grounds/ground.ts";
import { postgresGround } from "./grounds/postgres-ground.ts";
import { sqliteGround } from "./grounds/sqlite-ground.ts";
import { runRounds } from "./rounds.ts";
import { struckOf } from "./struck.ts";
import { Tally } from "./tally.ts";

/**
 * `npm run test:faults [-- --rounds N] [--engine postgres|sqlite|both] [--only NAME[,NAME]] [--seed N] [--minutes N]` makes
 * real faults befall real servers under load, prints what came of it, and leaves it in `tests/output/faults.json`. The
 * rounds are shared out between the engines; both by default. `--list` names the faults. `--only frames [--frames N]`
 * throws random and mutated frames instead, N at each engine, and prints what came of it on each.
 */
const { values } = calledWith({
  options: {
    rounds: { type: "string", default: "12" },
    engine: { type: "string", default: "both" },
    only: { type: "string" },
    seed: { type: "string", default: "1" },
    minutes: { type: "string" },
    frames: { type: "string", default: "20000" },
    list: { type: "boolean", default: false },
  },
});
// A stop ends the servers and takes the disk away, too.
let isStopped = false;
for (const signal of ["SIGINT", "SIGTERM"] as const)
  process.on(signal, () => {
    isStopped = true;
  });
// What the servers say of faults is no news here.
process.env.FLOWDESK_LOG ??= values.only === "frames" ? "error" : "fatal";

/** What is made for each engine: where faults befall it, and where frames are thrown at it. */
const engines = new Map<
  string,
  { readonly ground: () => Promise<Ground>; readonly target: () => Promise<FrameTarget> }
>([
  ["postgres", { ground: postgresGround, target: postgresTarget }],
  ["sqlite", { ground: sqliteGround, target: sqliteTarget }],
]);
const { engine: only } = values;
if (only !== "both" && !engines.has(only))
  wrongCall(`There is no engine "${only}". There are: ${[...engines.keys(), "both"].join(", ")}.`);
const chosen = [...engines].filter(([engine]) => only === "both" || engine === only);
const rounds = wholeNumber("rounds", values.rounds, 1);
const seed = wholeNumber("seed", values.seed, 0);
const frames = wholeNumber("frames", values.frames, 1);
const minutes = values.minutes === undefined ? Number.POSITIVE_INFINITY : Number(values.minutes);
if (!(minutes > 0)) wrongCall(`--minutes is a number above 0, and not "${values.minutes}".`);
const began = Date.now();
const lasts = minutes * 60_000;
const output = fileURLToPath(new URL("../output/faults.json", import.meta.url));
const tally = new Tally();

function report(isWhole: boolean): void {
  mkdirSync(fileURLToPath(new URL("../output/", import.meta.url)), { recursive: true });
  const { total, rows, problems } = tally;
  const seconds = Math.round((Date.now() - began) / 1_000);
  const at = new Date(began).toISOString();
  const all = { at, seed, isWhole, seconds, machine: machine(), total, rows, problems };
  writeFileSync(output, `${JSON.stringify(all, null, 2)}\n`);
}

/** Whether the turn of this one of so many engines has to end. */
function isOver(place: number, of: number): boolean {
  return isStopped || Date.now() - began > (lasts * (place + 1)) / of;
}

if (values.only === "frames") {
  let holds = true;
  for (const [place, [engine, { target }]] of chosen.entries()) {
    let told = 0;
    const { problems, ...thrown } = await runFrames(target, {
      frames,
      seed,
      told: (count) => {
        if (count - told < 10_000) return;
        told = count;
        console.log(`${engine}: ${count} frames`);
      },
      isOver: () => isOver(place, chosen.length),
    });
    console.log(`${engine}: ${JSON.stringify(thrown)}; problems: ${problems.length}`);
    for (const problem of problems) console.error(`${engine}: ${problem}`);
    holds &&= problems.length === 0 && thrown.frames > 0;
  }
  process.exit(holds ? 0 : 1);
}

const grounds = new Map(chosen.map(([engine, { ground }]) => [engine, ground]));
const struck = await struckOf(grounds, values.only?.split(","));
for (const [place, { engine, ground, faults }] of struck.entries()) {
  try {
    if (values.list) {
      for (const { name } of faults) console.log(`${engine}  ${name}`);
      continue;
    }
    for (const sentence of ground.leftOut) console.log(`Left out on ${engine}: ${sentence}.`);
    // The rounds are shared out among the engines by how many faults each has.
    const share =
      struck.length === 1 ? rounds : place === 0 ? Math.ceil((rounds * 8) / 12) : Math.floor((rounds * 4) / 12);
    await runRounds({
      engine,
      ground,
      faults,
      rounds: share,
      seed,
      tally,
      told: (round, fault) => {
        const { acknowledged, lost, doubled, outOfOrder } = tally.total;
        const said = `${acknowledged} acknowledged, ${lost} lost, ${doubled} doubled, ${outOfOrder} out of order`;
        console.log(`${engine} ${round}/${share} ${fault}: ${said}`);
        report(false);
      },
      isOver: () => isOver(place, struck.length),
    });
  } catch (error) {
    tally.problems.push(`${engine}: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`);
  } finally {
    await ground.remove();
  }
}
if (!values.list) {
  report(true);
  console.log(`\n${tally.table}`);
  for (const problem of tally.problems) console.error(problem);
  process.exit(tally.holds && tally.total.rounds > 0 ? 0 : 1);
}
