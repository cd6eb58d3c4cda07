import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { importPosts, type PostsImportOptions } from "@flowdesk/server/commands/posts-import.ts";
import type { Where } from "@flowdesk/server/compose.ts";
import type { Change } from "@flowdesk/shared/desk/change.ts";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { bothPlaces, databaseLine } from "../../fixtures/both-places.ts";
import { commandRun } from "../../fixtures/command-run.ts";
import { Follower } from "../../fixtures/follower.ts";
import { type CommandResult, deskWithTokens, flowdeskIn, type Served, serve } from "../../fixtures/served.ts";

const desk = "care";
const sprout = "date,time_24hr,message_text,public_image_url";

/** What a command said with --json: one line, and nothing else for programs to step over. */
const counts = ({ status, stdout }: CommandResult): unknown => {
  expect([status, stdout.split("\n").length]).toEqual([0, 2]);
  return JSON.parse(stdout);
};

describe.each(bothPlaces)("posts import on %s", (_name, open) => {
  let where: Where;
  let served: Served;
  let follower: Follower;
  const at = (name: string) => join(where.data, name);
  const write = (name: string, lines: readonly string[]) => {
    writeFileSync(at(name), `${lines.join("\n")}\n`);
    return at(name);
  };
  /** As where the environment says once for all commands which desks are meant; what is refused stays in the folder. */
  const run = (...args: string[]) => flowdeskIn(where.data, "posts", "import", ...args, "--desk", desk);
  const planned = () =>
    follower.changes.flatMap((change: Change) => {
      const post = change.type === "post.planned" ? change.post : null;
      return post === null || typeof post === "string" ? [] : [{ ...post, by: change.by }];
    });

  beforeAll(async () => {
    where = await open();
    const [manager = ""] = await deskWithTokens(where, desk, "flow-manager");
    served = await serve(where.data, { args: databaseLine(where) });
    follower = new Follower(desk, manager);
    await follower.join(served.origin);
    vi.stubEnv("FLOWDESK_DATA", where.data);
    vi.stubEnv("FLOWDESK_DATABASE", where.database);
  });
  afterAll(async () => {
    vi.unstubAllEnvs();
    follower?.leave();
    await served?.stop();
  });

  test("a dry run shows what would be planned, and plans and makes nothing", async () => {
    const file = write("soon.csv", [sprout, '13/06/2099,9:05,"Nu, på scenen\n#fest27",', "14/06/2099,21:30,Tak,"]);
    const shown = await run(file, "--format", "sprout", "--dry-run");
    expect(shown).toEqual({
      status: 0,
      stdout:
        "2099-06-13T09:05:00 Europe/Copenhagen  Nu, på scenen #fest27\n2099-06-14T21:30:00 Europe/Copenhagen  Tak\n",
      stderr: "This was a dry run: nothing was planned.\n",
    });
    expect(counts(await run(file, "--format", "sprout", "--dry-run", "--json"))).toEqual({
      read: 2,
      accepted: 0,
      duplicates: 0,
      rejected: 0,
    });
  });

  test("T1, S1: plans what can be planned, which consoles see, says what the clock change does, and keeps what is refused", async () => {
    const rows = [
      "13/06/2099,9:05,Doors open,https://fest.dk/a.jpg",
      "29/03/2099,02:30,In the hour that is skipped,",
      "31/06/2099,10:00,No such day,",
      "13/06/2020,10:00,Long ago,",
    ];
    const file = write("calendar.csv", [sprout, ...rows]);
    const first = await run(file, "--format", "sprout");
    expect(first).toMatchObject({ status: 0, stdout: "4 read: 2 planned, 0 here already, 2 refused.\n" });
    const refused = at("calendar.refused.csv");
    const said = first.stderr.trimEnd().split("\n");
    expect(said).toEqual([
      `Made the channel web:${desk}.`,
      expect.stringMatching(/^Row 4: .*31\/06\/2099.* \(post\.at\.form\)$/u),
      expect.stringMatching(/^Row 5: .*2020-06-13 10:00 in Europe\/Copenhagen.* \(post\.at\.past\)$/u),
      expect.stringMatching(/^Row 3: the clock change in Europe\/Copenhagen skips 2099-03-29T02:30:00/u),
      expect.stringContaining(`The refused rows are in ${refused}`),
    ]);
    await follower.until(() => planned().length >= 2);
    expect(planned()).toMatchObject([
      {
        by: "command-line",
        title: "Doors open",
        planned: { local: "2099-06-13T09:05:00", zone: "Europe/Copenhagen" },
      },
      { title: "In the hour that is skipped", shifted: "skipped" },
    ]);
    const again = await run(file, "--format", "sprout", "--json");
    expect(counts(again)).toEqual({ read: 4, accepted: 0, duplicates: 2, rejected: 2 });
    expect(existsSync(at("calendar.refused-2.csv"))).toBe(true);

    const mended = readFileSync(refused, "utf8").replace(",31/06/2099", ",30/06/2099").replace("/2020,", "/2099,");
    const channels = ["--channel", `web:${desk}`, "x:care"];
    const third = await run(write("mended.csv", [mended]), "--format", "sprout", ...channels, "--json");
    expect(counts(third)).toEqual({ read: 2, accepted: 2, duplicates: 0, rejected: 0 });
    expect(third.stderr).toBe("Made the channel x:care.\n");
    await follower.until(() => planned().length >= 4);
    expect(planned().map(({ variants }) => variants.map(({ channel }) => channel))).toEqual([
      [`web:${desk}`],
      [`web:${desk}`],
      [`web:${desk}`, "x:care"],
      [`web:${desk}`, "x:care"],
    ]);
  });

  test("reads Buffer's calendars in the zone that is named, with their tags", async () => {
    const before = planned().length;
    const file = write("buffer.csv", [
      "Text,Image URL,Tags,Posting Time,Board Name",
      'Velkommen,,"fest27,scene",2099-06-13 20:15,Plakater',
    ]);
    const answer = await run(file, "--format", "buffer", "--zone", "Europe/Oslo", "--json");
    expect(counts(answer)).toEqual({ read: 1, accepted: 1, duplicates: 0, rejected: 0 });
    expect(answer.stderr).toMatch(/^1 rows name a board/u);
    await follower.until(() => planned().length > before);
    expect(planned().at(-1)).toMatchObject({
      note: "Tags: fest27, scene",
      planned: { local: "2099-06-13T20:15:00", zone: "Europe/Oslo" },
    });
  });

  test("S1: a file that cannot be read as a whole ends it with a sentence, its code and status 1, and plans nothing", async () => {
    const unclear = write("unclear.csv", [sprout, "07/08/2099,10:00,In July or in August,"]);
    const refused = await run(unclear, "--format", "sprout", "--json");
    expect([refused.status, refused.stdout]).toEqual([1, ""]);
    expect(refused.stderr).toMatch(/^“07\/08\/2099” can be read both ways: .*\. \(dates\.ambiguous\)\n$/u);
    const good = write("good.csv", [sprout, "13/06/2099,10:00,Good,"]);
    const cases: ReadonlyArray<readonly [string, Partial<PostsImportOptions>]> = [
      ["file.not.found", { file: at("none.csv") }],
      ["file.empty", { file: write("empty.csv", []) }],
      ["file.rows.none", { file: write("header.csv", [sprout]) }],
      ["file.column.missing", { format: "buffer" }],
      ["zone.unknown", { zone: "+02:00" }],
      ["channel.unknown", { channels: ["care"] }],
      ["desk.unknown", { desk: "nobody" }],
    ];
    for (const [code, options] of cases) {
      const { status, stdout, stderr } = await commandRun(() =>
        importPosts({ ...where, desk, format: "sprout", file: good, ...options }),
      );
      expect([code, status, stdout]).toEqual([code, 1, ""]);
      expect(stderr).toMatch(new RegExp(`^\\S[^\\n]*\\. \\(${code.replaceAll(".", "\\.")}\\)\\n$`, "u"));
    }
    expect(planned().map(({ title }) => title)).not.toContain("Good");
    const chosen = await run(unclear, "--format", "sprout", "--dates", "mm/dd", "--dry-run");
    expect(chosen.stdout).toMatch(/^2099-07-08T10:00:00 /u);
  });
});
