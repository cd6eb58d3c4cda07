import { calledWith, wrongCall } from "../fixtures/wrong-call.ts";
import type { Figure } from "./figure.ts";
import { acknowledgement } from "./figures/acknowledgement.ts";
import { consoles } from "./figures/consoles.ts";
import { deliveries } from "./figures/deliveries.ts";
import { fullDesk } from "./figures/full-desk.ts";
import { imported } from "./figures/imported.ts";
import { memory } from "./figures/memory.ts";
import { messagesIn } from "./figures/messages-in.ts";
import { nodes } from "./figures/nodes.ts";
import { painted } from "./figures/painted.ts";
import { reported } from "./figures/reported.ts";
import { resumed } from "./figures/resumed.ts";
import { screen } from "./figures/screen.ts";
import { machine, sentenceOf } from "./machine.ts";
import { earlierResults, keepResults, type Result } from "./results.ts";
import { markdown, table } from "./table.ts";

/**
 * `npm run bench [-- --quick] [--only NAME[,NAME]] [--engine ENGINE] [--profile FOLDER]` takes the figures, prints them,
 * and leaves them in `tests/output/bench.json`. The engine is `sqlite`, `postgres` or `both`: both by default, and SQLite
 * alone in the quick form. `--list` names them; `--markdown` takes nothing, and prints
 * what earlier runs left, in the quick form or the whole.
 */
const figures: readonly Figure[] = [
  imported,
  messagesIn,
  acknowledgement,
  consoles,
  deliveries,
  resumed,
  nodes,
  memory,
  fullDesk,
  painted,
  screen,
  reported,
];

const { values } = calledWith({
  options: {
    quick: { type: "boolean", default: false },
    only: { type: "string" },
    engine: { type: "string" },
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
  const quoted = unknown.map((name) => `"${name}"`).join(", ");
  wrongCall(`There is no figure ${quoted}. There are: ${figures.map(({ name }) => name).join(", ")}.`);
}

const say = (what: string) => process.stderr.write(`  ${what}\n`);
const { quick, profile } = values;
const results: Result[] = [];
const engine = values.engine ?? (quick ? "sqlite" : "both");
const engineNames = ["sqlite", "postgres", "both"];
if (!engineNames.includes(engine)) wrongCall(`There is no engine "${engine}". There are: ${engineNames.join(", ")}.`);
/** Each figure with each of the engines on which it is taken. */
const taken = figures
  .filter(({ name }) => wanted === undefined || wanted.includes(name))
  .flatMap((figure) => (figure.engines ?? ["sqlite" as const]).map((on) => ({ ...figure, engine: on })))
  .filter((figure) => engine === "both" || figure.engine === engine);
for (const { name, engines = ["sqlite"] } of figures)
  if (wanted?.includes(name) && taken.every((figure) => figure.name !== name))
    wrongCall(`${name} is not taken on ${engine}, but on: ${engines.join(", ")}.`);
for (const { name, title: plain, engine, measure } of taken) {
  const title = engine === "sqlite" ? plain : `${plain} (PostgreSQL)`;
  process.stderr.write(`${title}\n`);
  const began = performance.now();
  const about = { name, title, engine, at: new Date().toISOString(), machine: machine(), quick };
  const seconds = () => Math.round((performance.now() - began) / 100) / 10;
  try {
    const rows = await measure({ engine, quick, profile, say });
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
