import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { createToken } from "@flowdesk/server/account/token.ts";
import { openDesks } from "@flowdesk/server/compose.ts";
import { firstPolicy } from "@flowdesk/shared/desk/policy/policy.ts";
import type { CommandAnswer } from "@flowdesk/shared/protocol/command.ts";
import { instant } from "@flowdesk/shared/time/instant.ts";
import type { Socket } from "socket.io-client";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { Follower } from "../../fixtures/follower.ts";
import { freePort } from "../../fixtures/free-port.ts";
import { type TestDatabase, testDatabase } from "../../fixtures/postgres.ts";
import {
  connect,
  flowdesk,
  mention,
  postMessages,
  type Served,
  serve,
  temporaryFolder,
} from "../../fixtures/served.ts";

const desk = "festival";
const folders = [temporaryFolder(), temporaryFolder()] as const;
let database: TestDatabase;
let nodes: Served[] = [];
let tokens: Record<"source" | "manager" | "leaver" | "administrator", string>;
let number = 0;

const node = (place: 0 | 1) => nodes[place]?.origin ?? "";
const post = (place: 0 | 1, messages: readonly object[]) => postMessages(node(place), tokens.source, desk, messages);
const start = (place: 0 | 1) => serve(folders[place].path, { args: ["--database", database.url] });
const mentions = (count: number, more: object = {}) => Array.from({ length: count }, () => mention(++number, more));
interface Logged {
  readonly seq: number;
  readonly type: string;
  readonly command?: string;
}
const logOf = async () => {
  const log: Logged[] = [];
  for (;;) {
    const since = log.at(-1)?.seq ?? 0;
    const answer = await fetch(`${node(1)}/api/desks/${desk}/changes?since=${since}&limit=500`, {
      headers: { authorization: `Bearer ${tokens.manager}` },
    });
    const { changes } = (await answer.json()) as { changes: Logged[] };
    if (changes.length === 0) return log;
    log.push(...changes);
  }
};

beforeAll(async () => {
  database = await testDatabase();
  const desks = await openDesks({ data: folders[0].path, database: database.url });
  try {
    await desks.store.createDesk(
      { id: desk, name: "Festival", zone: "Europe/Copenhagen", policy: firstPolicy },
      instant(Date.now()),
    );
    const token = (role: "source" | "flow-manager" | "administrator") =>
      createToken(desks.accounts, { desk, roles: [role], name: role });
    tokens = {
      source: await token("source"),
      manager: await token("flow-manager"),
      leaver: await token("flow-manager"),
      administrator: await token("administrator"),
    };
  } finally {
    await desks.close();
  }
  // Both at once, as a deployment starts them.
  nodes = await Promise.all([start(0), start(1)]);
});
afterAll(async () => {
  await Promise.all(nodes.map((served) => served.stop()));
  for (const folder of folders) folder.remove();
  await database.drop();
});

describe("The command line on a database", () => {
  const run = (...args: string[]) => flowdesk(folders[1].path, ...args, "--database", database.url);

  test("makes desks and tokens, and brings files in; a server sees it", async () => {
    const zone = ["--name", "Care", "--zone", "Europe/Copenhagen"];
    expect(await run("desk", "create", "care", ...zone)).toMatchObject({ status: 0 });
    expect(await run("desk", "create", "care", ...zone)).toMatchObject({ status: 1 });
    const token = (await run("token", "create", "--desk", "care", "--role", "flow-manager")).stdout.trim();
    const follower = new Follower("care", token);
    await follower.join(node(0));
    const file = join(folders[1].path, "messages.jsonl");
    writeFileSync(file, [1, 2, 3].map((n) => JSON.stringify(mention(n))).join("\n"));
    const imported = await run("import", file, "--desk", "care", "--json");
    expect(JSON.parse(imported.stdout)).toMatchObject({ accepted: 3, items: 3 });
    await follower.until(() => follower.received.length === 3);
    follower.leave();
  });

  test("ends with a sentence and a code where it cannot be used", async () => {
    const down = `postgres://me:secret@127.0.0.1:${await freePort()}/flowdesk`;
    const refused = await flowdesk(
      folders[1].path,
      "desk",
      "create",
      "x",
      "--name",
      "X",
      "--zone",
      "UTC",
      "--database",
      down,
    );
    expect(refused).toMatchObject({ status: 1, stdout: "" });
    expect(refused.stderr).toMatch(
      /^The database at 127\.0\.0\.1:\d+\/flowdesk does not answer .*\(database\.unreachable\)\n$/u,
    );
  });
});

describe("Two servers on one database", () => {
  test("F1: a console by one sees what comes in by the other, and who is there", async () => {
    const [here, there] = [new Follower(desk, tokens.manager), new Follower(desk, tokens.leaver)];
    await here.join(node(0));
    await there.join(node(1));
    const { body } = await post(1, mentions(3));
    expect(body).toMatchObject({ accepted: 3 });
    await here.until(() => here.received.length === 3);
    const [id = ""] = here.received;
    there.emit("presence", { item: id, writing: true });
    await here.until(() => here.presence?.members.some((one) => one.item === id && one.writing) === true);
    expect(here.presence?.members).toHaveLength(2);
    there.leave();
    await here.until(() => here.presence?.members.length === 1);
    here.leave();
  });

  test("D4, D5: of two who claim one item by both at once one gets it, and a command sent to both is one", async () => {
    const [here, there] = [new Follower(desk, tokens.manager), new Follower(desk, tokens.manager)];
    await here.join(node(0));
    await there.join(node(1));
    await post(0, mentions(1));
    await here.until(() => here.received.length === 1);
    const [item = ""] = here.received;
    const answers = await Promise.all([here.send("item.claim", { item }), there.send("item.claim", { item })]);
    expect(answers.map(({ ok }) => ok).sort()).toEqual([false, true]);
    expect(answers.find(({ ok }) => !ok).error.code).toBe("item.taken");
    const noted = await Promise.all(
      [here, there].map((one) => one.send("item.note", { item, text: "By the gate" }, "one-note")),
    );
    expect(noted[0]).toEqual(noted[1]);
    expect(noted[0].ok).toBe(true);
    here.leave();
    there.leave();
  });

  test("D4: timers run by both make one change", async () => {
    const follower = new Follower(desk, tokens.manager);
    await follower.join(node(0));
    const soon = new Date(Date.now() - 24 * 3_600_000 + 4_000).toISOString();
    await post(1, mentions(10, { at: soon }));
    const overdue = () => follower.changes.filter(({ type }) => type === "item.overdue");
    await follower.until(() => overdue().length >= 10);
    // Whichever was later has had its turn too.
    await new Promise((resume) => setTimeout(resume, 500));
    expect(overdue()).toHaveLength(10);
    follower.leave();
  });

  test("A2: who is removed by one is closed out by the other", async () => {
    const leaver = new Follower(desk, tokens.leaver);
    await leaver.join(node(1));
    const administrator = new Follower(desk, tokens.administrator);
    await administrator.join(node(0));
    const [, , id] = tokens.leaver.split("_");
    const answer = await administrator.send("member.remove", { member: `t-${id}` });
    expect(answer).toMatchObject({ ok: true });
    await leaver.until(() => leaver.closed !== null);
    expect(leaver.closed).toEqual({ desk, reason: "removed" });
    administrator.leave();
  });

  test("what one brings in or plays, the other says to be elsewhere, and begins no second", async () => {
    const ask = async (place: 0 | 1, method: string, path: string, body?: string) => {
      const headers = { authorization: `Bearer ${tokens.manager}`, "content-type": "application/json" };
      const answer = await fetch(`${node(place)}/api/desks/${desk}/${path}`, {
        method,
        headers,
        ...(body ? { body } : {}),
      });
      const said = (await answer.json()) as { id?: string; error?: { code: string } };
      return { status: answer.status, id: said.id ?? "", code: said.error?.code ?? "" };
    };
    const until = async (place: 0 | 1, path: string, code: string) => {
      while ((await ask(place, "GET", path)).code !== code) await new Promise((resume) => setTimeout(resume, 50));
    };
    const file = mentions(30, {}).map((message, n) =>
      JSON.stringify({ ...message, at: new Date(Date.now() - (30 - n) * 60_000).toISOString() }),
    );
    const { id } = await ask(0, "POST", "imports?name=a.jsonl&speed=1", file.join("\n"));
    await until(1, `imports/${id}`, "import.elsewhere");
    expect(await ask(1, "DELETE", `imports/${id}`)).toMatchObject({ status: 503, code: "import.elsewhere" });
    expect(await ask(1, "POST", "imports?name=b.jsonl", file[0])).toMatchObject({
      status: 409,
      code: "import.running",
    });
    expect(await ask(1, "GET", "imports/none")).toMatchObject({ status: 404, code: "import.unknown" });
    expect((await ask(0, "DELETE", `imports/${id}`)).status).toBe(200);
    const play = JSON.stringify({ do: "start", scenario: "festival", speed: 1, confirmed: true });
    expect((await ask(0, "POST", "simulation", play)).status).toBe(200);
    await until(1, "simulation", "simulation.elsewhere");
    expect(await ask(1, "POST", "simulation", play)).toMatchObject({ status: 503, code: "simulation.elsewhere" });
    expect((await ask(0, "POST", "simulation", JSON.stringify({ do: "stop" }))).status).toBe(200);
    await until(1, "simulation", "");
  });

  test("F1: when one is killed, its console goes on by the other and has missed nothing", async () => {
    const follower = new Follower(desk, tokens.manager);
    await follower.join(node(0));
    await post(0, mentions(5));
    await follower.until(() => follower.changes.length === 5);
    await nodes[0]?.kill();
    await post(1, mentions(5));
    expect(await follower.join(node(1))).toMatchObject({ ok: true, reset: false });
    await post(1, mentions(5));
    await follower.until(() => follower.changes.length === 15);
    const log = await logOf();
    expect(follower.changes).toEqual(log.slice(-15));
    expect(log.map(({ seq }) => seq)).toEqual(log.map((_, index) => index + 1));
    follower.leave();
    nodes = [await start(0), ...nodes.slice(1)];
  });

  test("D4, F1: restarted one after the other under load, messages and commands that are sent again are there once and nothing is missed", async () => {
    const follower = new Follower(desk, tokens.manager);
    await follower.join(node(1));
    await post(1, mentions(1));
    await follower.until(() => follower.received.length === 1);
    const [item = ""] = follower.received;
    const before = (await logOf()).length;
    follower.changes.splice(0);
    /** What came back other than an acceptance: it has to be such that sending again mends it. */
    const refusals = new Set<number | string>();
    let posted = 0;
    let isOver = false;
    const sender = async (place: 0 | 1) => {
      for (let at = place; !isOver; ) {
        const messages = mentions(5);
        for (let isIn = false; !isIn; at = 1 - at) {
          const answer = await post(at === 0 ? 0 : 1, messages).catch(() => null);
          isIn = answer?.status === 200;
          // A server that stops lets go of connections, and refuses new ones.
          if (!isIn) refusals.add(answer?.status ?? "no connection");
        }
        posted += messages.length;
      }
    };
    /** What was answered to each command, by its id: the number of its change. */
    const accepted = new Map<string, number>();
    /** Notes by the socket, one after the other; one without an answer is sent again by the other server. */
    const commander = async () => {
      let socket: Socket | null = null;
      for (let [n, place] = [1, 0]; !isOver; n++) {
        const command = { id: `moved-${n}`, desk, type: "item.note", item, text: `Note ${n}` };
        while (!accepted.has(command.id)) {
          socket ??= await connect(node(place === 0 ? 0 : 1), tokens.manager).catch(() => null);
          // What is sent by a connection that has just gone is never answered.
          const answering: Promise<CommandAnswer> | undefined = socket?.timeout(5_000).emitWithAck("command", command);
          const answer = (await answering?.catch(() => null)) ?? null;
          if (answer?.ok === true) accepted.set(command.id, answer.seq);
          else {
            refusals.add(answer?.error.code ?? "no connection");
            moves++;
            place = 1 - place;
            socket?.disconnect();
            socket = null;
          }
        }
      }
      socket?.disconnect();
    };
    let moves = 0;
    const sending = [sender(0), sender(1), commander()];
    expect(await nodes[0]?.stop()).toBe(0);
    nodes = [await start(0), ...nodes.slice(1)];
    await follower.join(node(0));
    expect(await nodes[1]?.stop()).toBe(0);
    nodes = [...nodes.slice(0, 1), await start(1)];
    isOver = true;
    await Promise.all(sending);
    const mended: ReadonlySet<number | string> = new Set([503, "desk.unavailable", "no connection"]);
    expect([...refusals].filter((one) => !mended.has(one))).toEqual([]);
    // Each of the two was restarted under it, or could not be reached.
    expect(moves).toBeGreaterThan(0);
    const expected = posted + accepted.size;
    await follower.until(() => follower.changes.length >= expected);
    const log = (await logOf()).slice(before);
    const [notes, others] = [true, false].map((isNote) => log.filter(({ type }) => (type === "item.noted") === isNote));
    expect(others?.map(({ type }) => type)).toEqual(Array.from({ length: posted }, () => "item.received"));
    expect(notes?.map(({ command, seq }) => [command, seq])).toEqual([...accepted]);
    expect(follower.changes).toEqual(log);
    follower.leave();
  }, 180_000);

  test("a database that goes away and comes back: 503 meanwhile, and both go on", async () => {
    const follower = new Follower(desk, tokens.manager);
    await follower.join(node(0));
    await database.block();
    const refused = await fetch(`${node(1)}/readyz`);
    expect([refused.status, ((await refused.json()) as { error: { code: string } }).error.code]).toEqual([
      503,
      "not.ready",
    ]);
    const asked = await fetch(`${node(1)}/api/desks/${desk}/changes?since=0`, {
      headers: { authorization: `Bearer ${tokens.manager}` },
    });
    expect([asked.status, ((await asked.json()) as { error: { code: string } }).error.code]).toEqual([
      503,
      "desk.unavailable",
    ]);
    expect(asked.headers.get("retry-after")).toBe("1");
    const waiting = follower.send("desk.rename", {});
    await database.unblock();
    expect((await waiting).error.code).not.toBe("desk.unavailable");
    const { body } = await post(1, mentions(2));
    expect(body).toMatchObject({ accepted: 2 });
    await follower.until(() => follower.changes.length === 2);
    expect((await fetch(`${node(0)}/readyz`)).status).toBe(200);
    follower.leave();
  });
});
