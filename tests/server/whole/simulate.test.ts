import { spawn } from "node:child_process";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type CommandResult, deskWithTokens, flowdesk, temporaryFolder } from "../../fixtures/served.ts";

const main = fileURLToPath(new URL("../../../server/src/main.ts", import.meta.url));
const folder = temporaryFolder();
const simulate = (...args: string[]) => flowdesk(folder.path, "simulate", "--desk", "fest", ...args);
const counts = ({ stdout }: CommandResult) => JSON.parse(stdout) as Record<string, unknown>;

beforeAll(async () => {
  await deskWithTokens(folder.path, "fest");
});
afterAll(() => folder.remove());

describe("simulate", () => {
  test.each([
    [["--scenario", "carnival"], "scenario.unknown", "festival, election-night, product-outage"],
    [["--scenario", "festival", "--speed", "0"], "speed.invalid", "pause"],
    [["--scenario", "festival", "--speed", "fast"], "speed.invalid", "at most 1,000"],
    [["--scenario", "festival", "--rate", "1000000"], "rate.invalid", "at most 600"],
    [["--scenario", "festival", "--rate", ""], "rate.invalid", "above 0"],
    [["--scenario", "festival", "--from", "12:00"], "from.invalid", "from 19:00 to 22:35"],
    [["--scenario", "festival", "--from", "half past"], "from.invalid", "HH:MM"],
    [["--scenario", "festival", "--seed", "1.5"], "seed.invalid", "whole number"],
    [["--scenario", "festival", "--seed", "lucky"], "seed.invalid", "whole number"],
  ])("%j is refused in a sentence", async (args, code, words) => {
    const { status, stdout, stderr } = await simulate(...args);
    expect(status).toBe(1);
    expect(stdout).toBe("");
    expect(stderr).toContain(words);
    expect(stderr.trimEnd().endsWith(`(${code})`)).toBe(true);
    expect(stderr.trimEnd()).not.toContain("\n");
  });

  test("refuses a desk that does not exist", async () => {
    const { status, stderr } = await flowdesk(folder.path, "simulate", "--desk", "no", "--scenario", "festival");
    expect(status).toBe(1);
    expect(stderr).toContain("(desk.unknown)");
  });

  test("plays to the script's end with a team, ends by itself, and says what it came to", async () => {
    const args = ["--scenario", "festival", "--from", "22:15", "--speed", "400", "--team", "--json"];
    const ended = await simulate(...args);
    expect(ended.stderr).toBe("");
    const { arrivals, of, ...rest } = counts(ended);
    expect(arrivals).toBe(of);
    expect(Number(of)).toBeGreaterThan(300);
    expect(rest).toMatchObject({ scenario: "festival", seed: 1, refused: 0, state: "ended" });
    // The same evening once more, with ids of its own.
    expect(counts(await simulate(...args))).toMatchObject({ arrivals, of, refused: 0 });
  });

  test("stops at a signal, and says how far it came", async () => {
    const child = spawn(
      process.execPath,
      [main, "simulate", "--desk", "fest", "--scenario", "festival", "--speed", "60", "--json", "--data", folder.path],
      { stdio: ["ignore", "pipe", "pipe"] },
    );
    let printed = "";
    child.stdout.on("data", (chunk: Buffer) => {
      printed += chunk.toString();
    });
    const ended = new Promise<number | null>((resolve) => child.once("exit", (code) => resolve(code)));
    // It takes a while to begin; whenever the signal comes it is to end in order.
    await new Promise((resume) => setTimeout(resume, 4_000));
    child.kill("SIGINT");
    expect(await ended).toBe(0);
    expect(JSON.parse(printed)).toMatchObject({ state: "stopped", refused: 0 });
  });
});
