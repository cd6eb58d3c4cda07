import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { copy } from "@flowdesk/server/commands/copy.ts";
import { createDesk } from "@flowdesk/server/commands/desk-create.ts";
import { placeWords } from "@flowdesk/server/commands/place-words.ts";
import { afterAll, afterEach, describe, expect, test, vi } from "vitest";
import { commandRun } from "../../fixtures/command-run.ts";
import { temporaryFolder } from "../../fixtures/served.ts";

const folder = temporaryFolder();
const at = (name: string) => join(folder.path, name);
const address = "postgres://me:s3cret@db.example.org/flowdesk";
afterEach(() => vi.unstubAllEnvs());
afterAll(() => folder.remove());

describe("What the next command is told of where the desks are", () => {
  test.each([
    ["the folder that is usual", { data: "./data" }, {}, ""],
    ["another", { data: "./other" }, {}, " --data ./other"],
    ["the one of the shell", { data: "/d" }, { FLOWDESK_DATA: "/d" }, ""],
    ["one, and the shell names a database", { data: "./x" }, { FLOWDESK_DATABASE: address }, " --data ./x"],
    [
      "the usual one, and the shell names a database",
      { data: "./data" },
      { FLOWDESK_DATABASE: address },
      " --data ./data",
    ],
    ["the shell's database", { data: "./data", database: address }, { FLOWDESK_DATABASE: address }, ""],
    ["the line's", { data: "./data", database: address }, {}, " --database ..."],
    [
      "with a folder beside it",
      { data: "b", database: address },
      { FLOWDESK_DATABASE: "x" },
      " --data b --database ...",
    ],
  ])("%s", (_what, where, shell, words) => {
    expect(placeWords(where, shell)).toBe(words);
  });

  test.runIf(process.platform !== "win32")("a folder with odd characters stands as a shell takes it", () => {
    for (const data of ["my desks", "$HOME", "~desks", "a;b", ""])
      expect(placeWords({ data }, {})).toBe(` --data '${data}'`);
    expect(placeWords({ data: "tonight's" }, {})).toBe(" --data 'tonight'\\''s'");
  });

  test("desk create says it in what it proposes, copy and restore in how to serve", async () => {
    vi.stubEnv("FLOWDESK_DATABASE", address);
    vi.stubEnv("FLOWDESK_DATA", undefined);
    mkdirSync(at("live"));
    const making = () => createDesk({ data: at("live"), id: "care", name: "Care", zone: "UTC" });
    const made = await commandRun(making);
    expect(made).toMatchObject({ status: 0, stdout: "" });
    const invite = "npm run -s flowdesk -- user invite --desk care --role administrator";
    expect(made.stderr.trim().endsWith(`${invite} --data ${at("live")}`)).toBe(true);
    const copied = await commandRun(() => copy({ from: at("live"), to: at("copied") }));
    const told = `Serve it with --data ${at("copied")}, and without FLOWDESK_DATABASE, which is set. Stop the old one`;
    expect([copied.status, copied.stderr.includes(told)]).toEqual([0, true]);
    vi.stubEnv("FLOWDESK_DATABASE", undefined);
    const again = await commandRun(() => copy({ from: at("live"), to: at("my desks") }));
    expect(again.stderr).toMatch(/Serve it with --data ['"]\S+my desks['"]\. Stop the old one/u);
    expect(made.stderr + copied.stderr).not.toContain("s3cret");
  });
});
