import type { Row, Unit } from "./figure.ts";
import type { Result } from "./results.ts";

/** The figures as text: what, budget, measured, ratio to a peer, and what has to be known. */
export function table(figures: ReadonlyArray<{ readonly title: string; readonly rows: readonly Row[] }>): string {
  const lines: string[][] = [["figure", "must", "beyond", "measured", "", "peer in the same run", "ratio"]];
  const notes: string[] = [];
  for (const { title, rows } of figures) {
    lines.push([title]);
    for (const row of rows) {
      lines.push(cellsOf(row, notes));
    }
  }
  const widths = lines[0]?.map((_, index) =>
    Math.max(...lines.map((line) => (line.length === 1 ? 0 : (line[index]?.length ?? 0)))),
  );
  const text = lines.map((line) =>
    line.length === 1
      ? `\n${line[0]}`
      : line
          .map((cell, index) =>
            index === 0 || index === 5 ? cell.padEnd(widths?.[index] ?? 0) : cell.padStart(widths?.[index] ?? 0),
          )
          .join("  ")
          .trimEnd(),
  );
  return [...text, "", ...notes].join("\n");
}

function cellsOf(row: Row, notes: string[]): string[] {
  const { what, unit, measured, budget, peer, note, runs } = row;
  const runsOf = (all: readonly number[] | undefined, whose: string) =>
    all === undefined || all.length < 2 ? [] : [`${whose} ${all.map((run) => shown(run, "")).join(", ")}`];
  const said = [
    ...runsOf(runs, "runs"),
    ...(peer === undefined ? [] : runsOf(peer.runs, `${peer.name}:`)),
    ...(note === undefined ? [] : [note]),
  ];
  let mark = "";
  if (said.length > 0) {
    mark = ` [${notes.length + 1}]`;
    notes.push(`[${notes.length + 1}] ${said.join("; ")}`);
  }
  return [
    `  ${what}${mark}`,
    budget?.must === undefined ? "" : shown(budget.must, unit),
    budget?.beyond === undefined ? "" : shown(budget.beyond, unit),
    shown(measured, unit),
    verdict(row),
    peer === undefined ? "" : `${peer.name}: ${shown(peer.measured, unit)}`,
    peer === undefined || peer.measured === 0 ? "" : (peer.ratio ?? measured / peer.measured).toFixed(2),
  ];
}

/** `+` is beyond, `ok` what must be, `MISSED` neither. */
function verdict({ measured, budget }: Row): string {
  if (budget === undefined) return "";
  const holds = (bound: number | undefined) =>
    bound !== undefined && (budget.better === "more" ? measured >= bound : measured <= bound);
  if (holds(budget.beyond)) return "+";
  if (holds(budget.must)) return "ok";
  return budget.must === undefined ? "" : "MISSED";
}

function shown(value: number, unit: Unit): string {
  const digits = Math.abs(value) >= 100 ? 0 : Math.abs(value) >= 10 ? 1 : 2;
  const number = value.toLocaleString("en", { maximumFractionDigits: digits });
  return unit === "" || unit === "/s" || unit === "%" ? `${number}${unit}` : `${number} ${unit}`;
}

/** The figures as a table in Markdown. */
export function markdown(results: readonly Result[]): string {
  const lines = [
    "| figure | must | beyond | measured | | peer in the same run | ratio |",
    "|---|--:|--:|--:|---|---|--:|",
  ];
  const notes: string[] = [];
  for (const { title, rows, machine, quick } of results) {
    lines.push(`| **${title}**, load ${machine.load.toFixed(1)} before${quick ? ", quick form" : ""} | | | | | | |`);
    for (const row of rows)
      lines.push(
        `| ${cellsOf(row, notes)
          .map((cell) => cell.trim())
          .join(" | ")} |`,
      );
  }
  return [...lines, "", ...notes.map((note) => `${note}  `)].join("\n");
}
