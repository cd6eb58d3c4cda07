import { mkdirSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import type { Figure, Row } from "./figure.ts";
import { acknowledgement } from "./figures/acknowledgement.ts";
import { consoles } from "./figures/consoles.ts";
import { deliveries } from "./figures/deliveries.ts";
import { imported } from "./figures/imported.ts";
import { memory } from "./figures/memory.ts";
import { messagesIn } from "./figures/messages-in.ts";
import { painted } from "./figures/painted.ts";
import { reported } from "./figures/reported.ts";
import { resumed } from "./figures/resumed.ts";
import { screen } from "./figures/screen.ts";
import { machine } from "./machine.ts";
import { table } from "./table.ts";

/** `npm run bench [-- --quick] [--only NAME[,NAME]] [--profile FOLDER]`: prints the figures, and leaves them as JSON. */
const figures: readonly Figure[] = [
  imported,
  messagesIn,
  acknowledgement,
  consoles,
  deliveries,
  resumed,
  memory,
  painted,
  screen,
  reported,
];

const { values } = parseArgs({
  options: {
    quick: { type: "boolean", default: false },
    only: { type: "string" },
    profile: { type: "string" },
    list: { type: "boolean", default: false },
  },
});
if (values.list) {
  for (const { name, title } of figures) console.log(`${name.padEnd(18)} ${title}`);
  process.exit(0);
}
const wanted = values.only?.split(",");
const unknown = wanted?.filter((name) => figures.every((figure) => figure.name !== name)) ?? [];
if (unknown.length > 0) {
  console.error(`There is no figure ${unknown.join(", ")}. There are: ${figures.map(({ name }) => name).join(", ")}.`);
  process.exit(1);
}

const say = (what: string) => process.stderr.write(`  ${what}\n`);
const about = { ...machine(), at: new Date().toISOString(), quick: values.quick };
const results: Array<{ name: string; title: string; rows: readonly Row[]; seconds: number; failed?: string }> = [];
for (const { name, title, measure } of figures) {
  if (wanted !== undefined && !wanted.includes(name)) continue;
  process.stderr.write(`${title}\n`);
  const began = performance.now();
  const seconds = () => Math.round((performance.now() - began) / 100) / 10;
  try {
    const rows = await measure({ quick: values.quick, profile: values.profile, say });
    results.push({ name, title, rows, seconds: seconds() });
  } catch (error) {
    // One figure that cannot be taken does not cost the others.
    console.error(error);
    results.push({ name, title, rows: [], seconds: seconds(), failed: String(error) });
  }
}

console.log(table(results));
console.log(
  `${about.cpu}, ${about.cores} cores, ${about.memory} GB, Node ${about.node}, load before ${about.load.toFixed(1)}, load made on the same machine${values.quick ? "; quick form" : ""}`,
);
const output = fileURLToPath(new URL("../output/bench.json", import.meta.url));
mkdirSync(fileURLToPath(new URL("../output", import.meta.url)), { recursive: true });
writeFileSync(output, `${JSON.stringify({ ...about, figures: results }, null, 2)}\n`);
process.exit(results.some(({ failed }) => failed !== undefined) ? 1 : 0);
