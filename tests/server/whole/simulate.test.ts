import { spawn } from "node:child_process";
import { fileURLToPath } from "node:url";
import { simulate as playEvening } from "@flowdesk/server/commands/simulate.ts";
import { openDesks, type Where } from "@flowdesk/server/compose.ts";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { bothPlaces, databaseLine } from "../../fixtures/both-places.ts";
import { commandRun } from "../../fixtures/command-run.ts";
import { type CommandResult, deskWithTokens, flowdesk, temporaryFolder } from "../../fixtures/served.ts";

const main = fileURLToPath(new URL("../../../server/flowdesk.mjs", import.meta.url));
const folder = temporaryFolder();
const simulate = (...args: string[]) => flowdesk(folder.path, "simulate", "--desk", "fest", ...args);
const usual = { data: folder.path, desk: "fest", scenario: "festival", seed: "1", speed: "1" };
const counts = ({ stdout }: CommandResult) => JSON.parse(stdout) as Record<string, unknown>;

beforeAll(async () => {
  await deskWithTokens(folder.path, "fest");
});
afterAll(() => folder.remove());

describe("simulate", () => {
  test("says on one line, with a code, what is wrong", async () => {
    const { status, stdout, stderr } = await simulate("--scenario", "carnival");
    expect([status, stdout]).toEqual([1, ""]);
    expect(stderr).toMatch(/^.*festival, election-night, product-outage.*\(scenario\.unknown\)\n$/u);
  });

  test.each([
    [{ scenario: undefined }, "scenario.missing", "festival, election-night, product-outage"],
    [{ scenario: "carnival" }, "scenario.unknown", "festival, election-night, product-outage"],
    [{ speed: "0" }, "speed.invalid", "pause"],
    [{ speed: "fast" }, "speed.invalid", "at most 1,000"],
    [{ rate: "1000000" }, "rate.invalid", "at most 600"],
    [{ rate: "" }, "rate.invalid", "above 0"],
    [{ from: "12:00" }, "from.invalid", "from 19:00 to 22:35"],
    [{ from: "half past" }, "from.invalid", "HH:MM"],
    [{ seed: "1.5" }, "seed.invalid", "whole number"],
    [{ seed: "lucky" }, "seed.invalid", "whole number"],
    [{ desk: "no" }, "desk.unknown", "fest"],
  ])("%j is refused in a sentence", async (options, code, words) => {
    const { status, stdout, stderr } = await commandRun(() => playEvening({ ...usual, ...options }));
    expect([status, stdout]).toEqual([1, ""]);
    expect(stderr).toContain(words);
    expect(stderr.trimEnd().endsWith(`(${code})`)).toBe(true);
    expect(stderr.trimEnd()).not.toContain("\n");
  });
});

describe.each(bothPlaces)("simulate on %s", (_name, open) => {
  let where: Where;
  const play = (...args: string[]) =>
    flowdesk(where.data, "simulate", "--desk", "fest", ...databaseLine(where), ...args);

  beforeAll(async () => {
    where = await open();
    await deskWithTokens(where, "fest");
  });

  test("plays to the script's end with a team, ends by itself, and says what it came to", async () => {
    const args = ["--scenario", "festival", "--from", "22:25", "--speed", "400", "--team", "--json"];
    const ended = await play(...args);
    expect(ended.stderr.trimEnd().split("\n")).toEqual([
      'The desk "fest" has no channels: it is given those of the evening, and keeps them.',
      'Simulated colleagues join the desk "fest", and stay among its people: Aisha, Mikkel, Liv.',
      expect.stringMatching(/^The desk "fest" has no rules for needs/u),
    ]);
    const { arrivals, of, ...rest } = counts(ended);
    expect(arrivals).toBe(of);
    expect(Number(of)).toBeGreaterThan(100);
    expect(rest).toMatchObject({ scenario: "festival", seed: 1, refused: 0, state: "ended" });
    // The same evening once more, with ids of its own.
    expect(counts(await play(...args))).toMatchObject({ arrivals, of, refused: 0 });
  });

  test("stops at a signal, and says how far it came", async () => {
    const desks = await openDesks(where);
    const head = (await desks.store.copy("fest"))?.head.seq ?? 0;
    const line = ["--desk", "fest", "--scenario", "festival", "--speed", "60", "--json"];
    const child = spawn(process.execPath, [main, "simulate", ...line, "--data", where.data, ...databaseLine(where)], {
      stdio: ["ignore", "pipe", "pipe"],
    });
    let printed = "";
    child.stdout.on("data", (chunk: Buffer) => {
      printed += chunk.toString();
    });
    const ended = new Promise<number | null>((resolve) => child.once("exit", (code) => resolve(code)));
    // Whenever the signal comes it is to end in order: here as soon as something has come in.
    await expect.poll(async () => (await desks.store.changes("fest", head, 1)).length, { timeout: 55_000 }).toBe(1);
    await desks.close();
    child.kill("SIGINT");
    expect(await ended).toBe(0);
    expect(JSON.parse(printed)).toMatchObject({ state: "stopped", refused: 0 });
  });
});
