import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { fileURLToPath } from "node:url";
import type { Row } from "./figure.ts";
import type { Machine } from "./machine.ts";
import type { Engine } from "./place.ts";

/** A figure as it was taken: when, on which machine, how busy that was before. */
export interface Result {
  readonly name: string;
  readonly title: string;
  readonly engine: Engine;
  readonly at: string;
  readonly machine: Machine;
  readonly quick: boolean;
  readonly seconds: number;
  readonly rows: readonly Row[];
  readonly failed?: string;
}

const path = fileURLToPath(new URL("../output/bench.json", import.meta.url));

/** What earlier runs left. */
export function earlierResults(): readonly Result[] {
  if (!existsSync(path)) return [];
  const { figures } = JSON.parse(readFileSync(path, "utf8")) as { figures: Array<Result & { engine?: Engine }> };
  // Before PostgreSQL was measured no engine was named.
  return figures.map((result) => ({ ...result, engine: result.engine ?? "sqlite" }));
}

/** Leaves results as JSON. What was not taken now, or not in this form, stays as it was taken before. */
export function keepResults(results: readonly Result[]): void {
  const taken = new Set(results.map(keyOf));
  const figures = [...earlierResults().filter((result) => !taken.has(keyOf(result))), ...results];
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, `${JSON.stringify({ figures }, null, 2)}\n`);
}

function keyOf({ name, engine, quick }: Result): string {
  return `${name} ${engine} ${quick}`;
}
