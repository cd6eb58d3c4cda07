import { parseArgs } from "node:util";
import type { Figure } from "./figure.ts";
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
import { machine, sentenceOf } from "./machine.ts";
import { earlierResults, keepResults, type Result } from "./results.ts";
import { markdown, table } from "./table.ts";

/**
 * `npm run bench [-- --quick] [--only NAME[,NAME]] [--profile FOLDER]` takes the figures, prints them, and leaves them in
 * `tests/output/bench.json`. `--list` names them; `--markdown` takes nothing, and prints
 * what earlier runs left, in the quick form or the whole.
 */
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
    markdown: { type: "boolean", default: false },
  },
});
if (values.list) {
  for (const { name, title } of figures) console.log(`${name.padEnd(18)} ${title}`);
  process.exit(0);
}
if (values.markdown) {
  const earlier = earlierResults().filter((result) => result.quick === values.quick);
  console.log(markdown(figures.flatMap(({ name }) => earlier.filter((result) => result.name === name))));
  process.exit(0);
}
const wanted = values.only?.split(",");
const unknown = wanted?.filter((name) => figures.every((figure) => figure.name !== name)) ?? [];
if (unknown.length > 0) {
  console.error(`There is no figure ${unknown.join(", ")}. There are: ${figures.map(({ name }) => name).join(", ")}.`);
  process.exit(1);
}

const say = (what: string) => process.stderr.write(`  ${what}\n`);
const { quick, profile } = values;
const results: Result[] = [];
for (const { name, title, measure } of figures) {
  if (wanted !== undefined && !wanted.includes(name)) continue;
  process.stderr.write(`${title}\n`);
  const began = performance.now();
  const about = { name, title, at: new Date().toISOString(), machine: machine(), quick };
  const seconds = () => Math.round((performance.now() - began) / 100) / 10;
  try {
    const rows = await measure({ quick, profile, say });
    const result = { ...about, rows, seconds: seconds() };
    results.push(result);
    keepResults([result]);
  } catch (error) {
    // One figure that cannot be taken does not cost the others.
    console.error(error);
    results.push({ ...about, rows: [], seconds: seconds(), failed: String(error) });
  }
}

console.log(table(results));
const [first] = results;
if (first !== undefined) console.log(sentenceOf(first.machine));
process.exit(results.some(({ failed }) => failed !== undefined) ? 1 : 0);
