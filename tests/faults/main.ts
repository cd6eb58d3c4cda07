import { mkdirSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { machine } from "../bench/machine.ts";
import { runFrames } from "./frame-run.ts";
import type { Ground } from "./grounds/ground.ts";
import { postgresGround } from "./grounds/postgres-ground.ts";
import { sqliteGround } from "./grounds/sqlite-ground.ts";
import { runRounds } from "./rounds.ts";
import { Tally } from "./tally.ts";

/**
 * `npm run test:faults [-- --rounds N] [--engine postgres|sqlite] [--only NAME[,NAME]] [--seed N] [--minutes N]` makes real
 * faults befall real servers under load, prints what came of it, and leaves it in `tests/output/faults.json`. `--list`
 * names the faults. `--only frames [--frames N]` throws random and mutated frames instead.
 */
const { values } = parseArgs({
  options: {
    rounds: { type: "string", default: "12" },
    engine: { type: "string" },
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

const grounds: Readonly<Record<string, () => Promise<Ground>>> = { postgres: postgresGround, sqlite: sqliteGround };
const engines = values.engine === undefined ? Object.keys(grounds) : [values.engine];
const rounds = Number(values.rounds);
const seed = Number(values.seed);
const began = Date.now();
const lasts = values.minutes === undefined ? Number.POSITIVE_INFINITY : Number(values.minutes) * 60_000;
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

if (values.only === "frames") {
  let told = 0;
  const { problems, ...thrown } = await runFrames(Number(values.frames), seed, (count) => {
    if (count - told < 10_000) return;
    told = count;
    console.log(`${count} frames`);
  });
  console.log(`${JSON.stringify(thrown)}; problems: ${problems.length}`);
  for (const problem of problems) console.error(problem);
  process.exit(problems.length === 0 ? 0 : 1);
}

for (const [place, engine] of engines.entries()) {
  const make = grounds[engine];
  if (make === undefined) throw new Error(`There is no engine ${engine}: ${Object.keys(grounds).join(", ")}.`);
  const ground = await make();
  try {
    if (values.list) {
      for (const { name } of ground.faults) console.log(`${engine}  ${name}`);
      continue;
    }
    for (const sentence of ground.leftOut) console.log(`Left out on ${engine}: ${sentence}.`);
    const wanted = values.only?.split(",");
    const faults = ground.faults.filter(({ name }) => wanted === undefined || wanted.includes(name));
    if (faults.length === 0) continue;
    // The rounds are shared out among the engines by how many faults each has.
    const share =
      engines.length === 1 ? rounds : place === 0 ? Math.ceil((rounds * 8) / 12) : Math.floor((rounds * 4) / 12);
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
      isOver: () => isStopped || Date.now() - began > (lasts * (place + 1)) / engines.length,
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
