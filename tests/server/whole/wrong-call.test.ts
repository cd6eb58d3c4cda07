import { execFile } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";

const program = (name: string) => fileURLToPath(new URL(`../../${name}/main.ts`, import.meta.url));
/** What the last run of faults left; null if there was none. */
const faults = fileURLToPath(new URL("../../output/faults.json", import.meta.url));
const left = () => (existsSync(faults) ? readFileSync(faults, "utf8") : null);

/** Programs of the house, called as they cannot be, and what is said of it. */
const calls: ReadonlyArray<readonly [name: string, args: readonly string[], said: RegExp]> = [
  ["faults", ["--engine", "nope"], /^There is no engine "nope"\. There are: postgres, sqlite, both\.$/mu],
  ["faults", ["--only", "frames", "--engine", "nope"], /^There is no engine "nope"\./mu],
  ["faults", ["--engine", "sqlite", "--only", "server killed,nope"], /^There is no fault "nope" .*"server killed"/mu],
  ["faults", ["--rounds", "abc"], /^--rounds is a whole number from 1 on, and not "abc"\.$/mu],
  ["faults", ["--minutes", "x"], /^--minutes is a number above 0/mu],
  ["faults", ["--frames", "0"], /^--frames is a whole number/mu],
  ["faults", ["--round", "1"], /--round/u],
  ["simulation", ["--seeds", "0"], /^--seeds is a whole number from 1 on, and not "0"\.$/mu],
  ["simulation", ["--from", ""], /^--from is a whole number from 0 on, and not ""\.$/mu],
  ["simulation", ["--engine", "nope"], /^There is no engine "nope"\. There are: memory, sqlite, postgres\.$/mu],
  ["bench", ["--engine", "nope"], /^There is no engine "nope"\. There are: sqlite, postgres, both\.$/mu],
  ["bench", ["--only", "import", "--engine", "postgres"], /^import is not taken on postgres, but on: sqlite\.$/mu],
  ["bench", ["--only", "nodes", "--quick"], /^nodes is not taken on sqlite, but on: postgres\.$/mu],
];

test.for(calls)("%s %j is refused with a sentence, and nothing is written", async ([name, args, said]) => {
  const before = left();
  const { status, stdout, stderr } = await new Promise<{ status: unknown; stdout: string; stderr: string }>((resolve) =>
    execFile(process.execPath, [program(name), ...args], { timeout: 30_000 }, (error, stdout, stderr) =>
      resolve({ status: error?.code ?? (error === null ? 0 : error.signal), stdout, stderr }),
    ),
  );
  expect(stderr).toMatch(said);
  expect(stderr).not.toMatch(/^ +at /mu);
  expect([status, stdout]).toEqual([2, ""]);
  expect(left() === before).toBe(true);
});
