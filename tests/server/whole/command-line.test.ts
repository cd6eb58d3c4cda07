import { spawn } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { createToken } from "@flowdesk/server/account/token.ts";
import { openDesks, type Where } from "@flowdesk/server/compose.ts";
import type { ChangesAnswer } from "@flowdesk/shared/protocol/http.ts";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { bothPlaces, databaseLine } from "../../fixtures/both-places.ts";
import { freePort } from "../../fixtures/free-port.ts";
import {
  type CommandResult,
  connect,
  deskWithTokens,
  flowdesk,
  mention,
  postMessages,
  serve,
  temporaryFolder,
} from "../../fixtures/served.ts";

const main = fileURLToPath(new URL("../../../server/flowdesk.mjs", import.meta.url));
const desk = "shop";
const folder = temporaryFolder();
let manager = "";
let source = "";

const run = (...args: string[]) => flowdesk(folder.path, ...args);
const write = (name: string, content: string | Buffer) => {
  const path = join(folder.path, name);
  writeFileSync(path, content);
  return path;
};
const counts = ({ stdout }: CommandResult): Record<string, number> => {
  expect(stdout.endsWith("\n")).toBe(true);
  expect(stdout.trimEnd()).not.toContain("\n");
  return JSON.parse(stdout) as Record<string, number>;
};
const header = "id;who;kind;text;at";
const map = JSON.stringify({
  externalId: "{id}",
  "author.handle": "{who}",
  channel: "x:shop",
  kind: "{kind}",
  text: "{text}",
  at: "{at}",
});

beforeAll(async () => {
  [manager = "", source = ""] = await deskWithTokens(folder.path, desk, "flow-manager", "source");
  write("map.json", map);
});
afterAll(() => folder.remove());

const toDesk = () => ["--desk", desk, "--map", join(folder.path, "map.json")];

describe("The command line", () => {
  test("A2: closes the connection of a token at its end, and tells it from then on why it is refused", async () => {
    const served = await serve(folder.path);
    const desks = await openDesks({ data: folder.path });
    try {
      const token = await createToken(desks.accounts, { desk, name: "Tonight", roles: ["analyst"] });
      const socket = await connect(served.origin, token);
      expect(await socket.emitWithAck("desk.join", { desk })).toMatchObject({ ok: true });
      const gone = new Promise((resolve) => socket.once("disconnect", resolve));
      const until = new Date(Date.now() + 3_000).toISOString();
      expect(await desks.command(desk, "member.until", { member: `t-${token.split("_")[2]}`, until })).toMatchObject({
        ok: true,
      });
      expect(await gone).toBe("io server disconnect");
      await expect(connect(served.origin, token)).rejects.toMatchObject({ data: { code: "token.expired" } });
      expect(await postMessages(served.origin, token, desk, [mention(2)])).toMatchObject({
        status: 401,
        body: { error: { code: "token.expired" } },
      });
    } finally {
      await desks.close();
      await served.stop();
    }
  });

  test("names the desks there are, and what else it cannot find, with status 1", async () => {
    const path = write("one.csv", `${header}\n1;ann;mention;hello;2025-01-01T10:00:00Z\n`);
    const results = await Promise.all([
      run("import", path, "--desk", "care", "--map", join(folder.path, "map.json")),
      run("token", "create", "--desk", desk, "--role", "king"),
      run("token", "create", "--desk", desk, "--role", "source", "--until", "tomorrow"),
      run("desk", "create", desk, "--name", "Shop", "--zone", "Europe/Copenhagen"),
      run("desk", "create", "other", "--name", "Other", "--zone", "Europe/Nowhere"),
      run("import", join(folder.path, "none.csv"), ...toDesk()),
      run("replay", path, ...toDesk(), "--speed", "0"),
    ]);
    const said = [
      "There is: shop. (desk.unknown)",
      "(role.unknown)",
      "(time.unreadable)",
      "(desk.exists)",
      "(zone.unknown)",
    ];
    said.push("(file.not.found)", "above 0");
    for (const [index, { status, stdout, stderr }] of results.entries()) {
      expect(stderr).toContain(said[index]);
      expect({ status, stdout, lines: stderr.trim().split("\n").length }).toEqual({ status: 1, stdout: "", lines: 1 });
    }
  });

  test("reads semicolons after a byte order mark, and Windows-1252; a dry run changes nothing", async () => {
    const bom = write("bom.csv", `\uFEFF${header}\r\n1;bjørn;mention;"blå; grød";2025-01-01T10:00:00Z\r\n`);
    const windows = Buffer.from(`${header}\r\n2;asa;dm;bl\xE5b\xE6r \x80 \x93hej\x94;2025-01-01T10:00:00Z`, "latin1");
    const windowsFile = write("windows.csv", windows);
    const [utf8, latin, counted] = await Promise.all([
      run("import", bom, ...toDesk(), "--dry-run"),
      run("import", windowsFile, ...toDesk(), "--dry-run"),
      run("import", bom, ...toDesk(), "--dry-run", "--json"),
    ]);
    expect(utf8.stdout).toContain("x:shop  mention ← @bjørn: blå; grød");
    expect(latin.stdout).toContain("dm ← @asa: blåbær € “hej”");
    expect(counts(counted)).toMatchObject({ read: 1, accepted: 0 });
    expect(counts(await run("import", bom, ...toDesk(), "--json"))).toMatchObject({ accepted: 1, items: 1 });
  });

  test("keeps refused rows so that they can be mended and imported, and knows what is here already", async () => {
    const rows = [
      "10;ann;mention;hello;2025-01-01T10:00:00Z",
      "11;ann;shout;hello;2025-01-01T10:01:00Z",
      "12;ann;mention;hello;yesterday",
      "13;ann;mention;1970;1970-01-01T00:00:00Z",
      `14;ann;mention;${"long".repeat(25_000)};2025-01-01T10:02:00Z`,
      "15;ann;mention;no newline at the end;2025-01-01T10:03:00Z",
    ];
    const path = write("shop.csv", [header, ...rows].join("\n"));
    const first = await run("import", path, ...toDesk(), "--json");
    expect(counts(first)).toMatchObject({ read: 6, accepted: 2, duplicates: 0, rejected: 4 });
    for (const said of ["Row 3: ", "message.kind.unknown", "Row 4: ", "message.at.form", "Row 5: ", "Row 6: "]) {
      expect(first.stderr).toContain(said);
    }
    expect(counts(await run("import", path, ...toDesk(), "--json"))).toMatchObject({ accepted: 0, duplicates: 2 });
    const refused = readFileSync(join(folder.path, "shop.refused.csv"), "utf8");
    const mended = write(
      "mended.csv",
      refused.replace(";shout;", ";comment;").replace(";yesterday", ";2025-01-01T10:04:00Z"),
    );
    const second = await run("import", mended, ...toDesk(), "--json");
    expect(counts(second)).toMatchObject({ read: 4, accepted: 2, rejected: 2, items: 2 });
  });

  test("stops cleanly under load: what was answered is there, and a second server is told who has the folder", async () => {
    const served = await serve(folder.path);
    const second = await run("serve", "--port", "0");
    expect(second.status).toBe(1);
    expect(second.stderr).toContain(`process ${served.process.pid}, at ${served.origin}`);
    let accepted = 0;
    let isOver = false;
    const programs = Array.from({ length: 4 }, async (_, program) => {
      for (let round = 0; !isOver; round++) {
        const messages = Array.from({ length: 20 }, (_, n) => mention(1_000_000 * (program + 1) + round * 20 + n));
        const answer = await postMessages(served.origin, source, desk, messages).catch(() => null);
        if (answer?.status !== 200) return;
        accepted += Number(answer.body.accepted);
      }
    });
    await expect.poll(() => accepted, { timeout: 20_000 }).toBeGreaterThan(200);
    expect(await served.stop()).toBe(0);
    isOver = true;
    await Promise.all(programs);
    const again = await serve(folder.path);
    let kept = 0;
    for (let since = 0, head = 1; since < head; ) {
      const page = await fetch(`${again.origin}/api/desks/${desk}/changes?since=${since}&limit=1000`, {
        headers: { authorization: `Bearer ${manager}` },
      });
      const { to, head: last, changes } = (await page.json()) as ChangesAnswer;
      kept += changes.filter(
        (change) => change.type === "item.received" && /^m-[1-4]\d{6}$/u.test(change.message?.externalId ?? ""),
      ).length;
      since = to;
      head = last;
    }
    expect(kept).toBeGreaterThanOrEqual(accepted);
    await again.stop();
  });

  test.skipIf(process.platform === "win32")("ends when the shell ends that npm runs it in", async () => {
    const port = await freePort();
    // A second command keeps the shell from giving its place to the first.
    const line = `"${process.execPath}" "${main}" serve --data "${folder.path}" --port ${port}; exit`;
    const shell = spawn("sh", ["-c", line], { stdio: "ignore", env: { ...process.env, npm_lifecycle_event: "start" } });
    const answers = () =>
      fetch(`http://127.0.0.1:${port}/readyz`).then(
        ({ ok }) => ok,
        () => false,
      );
    await expect.poll(answers, { timeout: 30_000, interval: 100 }).toBe(true);
    shell.kill("SIGTERM");
    await expect.poll(answers, { timeout: 15_000, interval: 100 }).toBe(false);
  });
});

describe.each(bothPlaces)("The command line on %s", (_name, open) => {
  let where: Where;
  let manager = "";
  const run = (...args: string[]) => flowdesk(where.data, ...args, ...databaseLine(where));
  const serveIt = (port?: number) =>
    serve(where.data, { args: databaseLine(where), ...(port === undefined ? {} : { port }) });

  beforeAll(async () => {
    where = await open();
    [manager = ""] = await deskWithTokens(where, desk, "flow-manager");
  });

  test("prints a token alone, and a link to where it was last served, which lets one person in", async () => {
    const port = await freePort();
    const served = await serveIt(port);
    const [token, link, elsewhere] = await Promise.all([
      run("token", "create", "--desk", desk, "--role", "source", "--until", "2099-01-01T00:00:00+01:00"),
      run("user", "invite", "--desk", desk, "--role", "analyst,producer"),
      run("user", "invite", "--desk", desk, "--role", "analyst", "--origin", "https://desk.example.org/"),
    ]);
    expect(token).toMatchObject({ status: 0, stderr: "" });
    expect(token.stdout).toMatch(/^fd_shop_[0-9a-f]+_[0-9a-f]+\n$/u);
    for (const [{ status, stdout, stderr }, origin] of [
      [link, served.origin],
      [elsewhere, "https://desk.example.org"],
    ] as const) {
      expect([status, stderr]).toEqual([0, ""]);
      expect(stdout).toMatch(/^\S+\n$/u);
      expect(stdout.startsWith(`${origin}/invitation#`)).toBe(true);
    }
    expect((await postMessages(served.origin, token.stdout.trim(), desk, [mention(1)])).body).toMatchObject({
      accepted: 1,
    });
    const accept = (email: string) =>
      fetch(`${served.origin}/api/invitations/accept`, {
        method: "POST",
        headers: { "content-type": "application/json", origin: served.origin },
        body: JSON.stringify({
          token: new URL(link.stdout.trim()).hash.replace(/^.*[#=]/u, ""),
          name: "Maja",
          email,
          password: "a long password of hers",
        }),
      });
    const entered = await accept("maja@example.org");
    expect([entered.status, await entered.json()]).toMatchObject([200, { desk }]);
    const cookie = entered.headers
      .getSetCookie()
      .map((line) => line.split(";")[0])
      .join("; ");
    const me = await fetch(`${served.origin}/api/me`, { headers: { cookie } });
    expect(await me.json()).toMatchObject({ desks: [{ id: desk, roles: ["analyst", "producer"] }] });
    expect((await accept("ole@example.org")).ok).toBe(false);
    expect(await served.stop()).toBe(0);
  });

  test("imports and replays beside a server, whose consoles see it come in without a gap", async () => {
    const served = await serveIt();
    const socket = await connect(served.origin, manager);
    const frames: Array<{ from: number; to: number; changes: Array<{ type: string }> }> = [];
    socket.on("changes", (frame) => frames.push(frame));
    const joined = await socket.emitWithAck("desk.join", { desk });
    expect(joined).toMatchObject({ ok: true });
    const rows = Array.from({ length: 40 }, (_, index) =>
      JSON.stringify(mention(500 + index, { at: new Date(1_750_000_000_000 + index * 1_000).toISOString() })),
    );
    const path = join(where.data, "evening.jsonl");
    writeFileSync(path, rows.join("\n"));
    const imported = await run("import", path, "--desk", desk, "--json");
    expect(counts(imported)).toMatchObject({ accepted: 40, items: 40 });
    const replayed = await run("replay", path, "--desk", desk, "--speed", "100", "--json");
    expect(counts(replayed)).toMatchObject({ accepted: 40, duplicates: 0, items: 40 });
    const received = () => frames.flatMap(({ changes }) => changes).filter(({ type }) => type === "item.received");
    await expect.poll(() => received().length).toBe(80);
    let reached = Number(joined.head);
    for (const { from, to } of frames) {
      expect(from).toBe(reached + 1);
      reached = to;
    }
    socket.disconnect();
    expect(await served.stop()).toBe(0);
  });
});
