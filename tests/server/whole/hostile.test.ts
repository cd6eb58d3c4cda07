import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import type { Where } from "@flowdesk/server/compose.ts";
import { feedLimits } from "@flowdesk/server/desk/feed-deps.ts";
import type { CommandAnswer } from "@flowdesk/shared/protocol/command.ts";
import type { MessagesAnswer } from "@flowdesk/shared/protocol/http.ts";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { throwFrames } from "../../faults/frames.ts";
import { HeldBody } from "../../faults/held-body.ts";
import type { RawConnection } from "../../faults/raw-connection.ts";
import { foreignOrigins } from "../../fixtures/foreign-origins.ts";
import { introduced } from "../../fixtures/introduced.ts";
import { type TestDatabase, testDatabase } from "../../fixtures/postgres.ts";
import {
  connect,
  deskWithTokens,
  mention,
  postMessages,
  type Served,
  serve,
  temporaryFolder,
} from "../../fixtures/served.ts";
import { grownWhile, memoryOf } from "../../fixtures/server-memory.ts";

const desk = "hostile";
const megabyte = 1024 * 1024;
const folder = temporaryFolder();
const elsewhere = temporaryFolder();
let served: Served;
let database: TestDatabase;
const tokens = { source: "", manager: "", other: "" };
let number = 0;

/** A server, and what keeps its database from being written, until what it gives is called. */
interface Place {
  readonly served: Served;
  readonly tokens: Readonly<typeof tokens>;
  hold(): Promise<() => Promise<unknown>>;
}

let onPostgres: Place;

async function holdFolder(): Promise<() => Promise<void>> {
  const blocker = new DatabaseSync(join(folder.path, "flowdesk.db"));
  blocker.exec("pragma busy_timeout = 5000; begin immediate");
  return async () => {
    blocker.exec("rollback");
    blocker.close();
  };
}

async function holdDatabase(): Promise<() => Promise<unknown>> {
  await database.sql("begin; lock table desks, log in exclusive mode");
  return () => database.sql("rollback");
}

async function tokensAt(where: string | Where): Promise<typeof tokens> {
  const [source = "", manager = "", other = ""] = await deskWithTokens(
    where,
    desk,
    "source",
    "flow-manager",
    "flow-manager",
  );
  return { source, manager, other };
}

beforeAll(async () => {
  Object.assign(tokens, await tokensAt(folder.path));
  served = await serve(folder.path);
  database = await testDatabase();
  const there = await tokensAt({ data: elsewhere.path, database: database.url });
  const other = await serve(elsewhere.path, { args: ["--database", database.url] });
  onPostgres = { served: other, tokens: there, hold: holdDatabase };
});
afterAll(async () => {
  await served?.stop();
  await onPostgres?.served.stop();
  await database?.drop();
  folder.remove();
  elsewhere.remove();
});

test("F3: consoles that stop reading are cut off while the server's memory stays flat", async () => {
  const text = "Hvornår spiller de? ".repeat(900);
  /** Brings some 50 MB in. Gives their number, and the most memory that the server had meanwhile. */
  const fill = async () => {
    let [sent, most] = [0, 0];
    for (let round = 0; round < 30; round++) {
      const messages = Array.from({ length: 100 }, () => mention(++number, { text }));
      sent += JSON.stringify(messages).length;
      expect((await postMessages(served.origin, tokens.source, desk, messages)).status).toBe(200);
      most = Math.max(most, await memoryOf(served));
    }
    return { sent, most };
  };
  // What it takes to write so much, with nobody there.
  const alone = await fill();
  const stalled: RawConnection[] = [];
  for (let count = 0; count < 20; count++) {
    const console = await introduced(served.origin, { token: tokens.manager });
    console.sendText(`420${JSON.stringify(["desk.join", { desk }])}`);
    await console.until((received) => received.includes("430["), 30_000);
    console.stopReading();
    stalled.push(console);
  }
  const { sent, most } = await fill();
  // Each was to be sent all of it.
  expect(sent).toBeGreaterThan(50 * megabyte);
  // The rule's bound for each. And 32 MB of the newest of the log, at hand while anybody follows, with what is not collected.
  expect(most - alone.most).toBeLessThan(stalled.length * feedLimits.undrained + 64 * megabyte);
  const figures = async () => (await fetch(`${served.origin}/metrics`)).text();
  while (/^flowdesk_followers\{.*\} [1-9]/mu.test(await figures()))
    await new Promise((resume) => setTimeout(resume, 100));
  for (const console of stalled) console.close();
}, 180_000);

/** So much more memory, in bytes, the server takes at most for what is sent at once than for the same one by one. */
const mostForIntake = 300 * megabyte;

/** Sends a body of messages as it is. */
function postBody(body: Buffer<ArrayBuffer>, { served, tokens }: Omit<Place, "hold">): Promise<Response> {
  return fetch(`${served.origin}/api/desks/${desk}/messages`, {
    method: "POST",
    headers: { authorization: `Bearer ${tokens.source}`, "content-type": "application/json" },
    body,
  });
}

/** Sends a body until it is taken. Gives how many of its messages are in. */
async function postUntilTaken(body: Buffer<ArrayBuffer>, at: Omit<Place, "hold">): Promise<number> {
  for (;;) {
    const response = await postBody(body, at);
    const answer = (await response.json()) as MessagesAnswer;
    if (response.status === 200) return answer.accepted + answer.duplicates;
    expect(response.status).toBe(503);
    await new Promise((resume) => setTimeout(resume, 100));
  }
}

describe.each([
  ["SQLite", () => ({ served, tokens, hold: holdFolder })],
  ["PostgreSQL", () => onPostgres],
] as const)("On %s", (_name, place: () => Place) => {
  test("D3: a console that floods is slowed, then refused, answered each once, and nobody waits for it", async () => {
    const { served, tokens } = place();
    const other = await connect(served.origin, tokens.other);
    /** Sends so many notes of so many characters as fast as the network takes them. Gives the codes of the answers. */
    const flood = async (count: number, length: number): Promise<Set<string | undefined>> => {
      const console = await introduced(served.origin, { token: tokens.manager });
      for (let id = 1; id <= count; id++) {
        const command = { id: `${length}-${id}`, desk, type: "item.note", item: "none", text: "x".repeat(length) };
        console.sendText(`42${id}${JSON.stringify(["command", command])}`);
        if (id % 500 !== 0) continue;
        await new Promise((resume) => setImmediate(resume));
        if (id % 2_500 !== 0) continue;
        const answer: CommandAnswer = await other.emitWithAck("command", {
          id: `o-${length}-${id}`,
          desk,
          type: "item.claim",
          item: "none",
        });
        expect(answer).toMatchObject({ ok: false, error: { code: "item.unknown" } });
      }
      const answersIn = (text: string) => [...text.matchAll(/43(\d+)\[\{"ok":false,"error":\{"code":"([\w.]+)"/gu)];
      await console.until(
        (received) => received.length > count * 60 && answersIn(received.toString()).length >= count,
        80_000,
      );
      const answers = answersIn(console.received.toString());
      console.close();
      expect(new Set(answers.map(([, id]) => id)).size).toBe(count);
      expect(answers).toHaveLength(count);
      return new Set(answers.map(([, , code]) => code));
    };
    // One reading of the server's holds a few dozen of these: it reads no more until it has answered most of them.
    expect(await flood(10_000, 3_000)).toEqual(new Set(["item.unknown"]));
    // One reading holds hundreds of these, more than may wait.
    expect(await flood(20_000, 200)).toEqual(new Set(["item.unknown", "too.many"]));
    other.disconnect();
  }, 180_000);

  test("what comes in beyond what can be committed is answered 503 with Retry-After before memory grows, and comes in later", async () => {
    const at = place();
    const { served, tokens } = at;
    // Near the largest that is taken, and all together of fewer messages than may wait.
    const size = 240;
    const text = "x".repeat(18_000);
    const body = () =>
      Buffer.from(JSON.stringify({ messages: Array.from({ length: size }, () => mention(++number, { text })) }));
    // What it takes to bring such bodies in.
    for (let count = 0; count < 4; count++) expect(await postUntilTaken(body(), at)).toBe(size);
    const bodies = Array.from({ length: 40 }, body);
    // That the token was used has been noted before nothing can be written.
    expect((await postMessages(served.origin, tokens.source, desk, [mention(++number)])).status).toBe(200);
    let answers: Response[] = [];
    const grown = await grownWhile(served, async () => {
      const letGo = await at.hold();
      let answered = 0;
      const posting = bodies.map(async (body) => {
        const response = await postBody(body, at);
        answered++;
        return response;
      });
      try {
        // Most are refused while nothing at all can be written.
        for (let waits = 0; waits < 400 && answered < bodies.length / 2; waits++)
          await new Promise((resume) => setTimeout(resume, 50));
      } finally {
        await letGo();
      }
      answers = await Promise.all(posting);
    });
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200, 503]));
    for (const answer of answers.filter(({ status }) => status === 503)) {
      expect(answer.headers.get("retry-after")).toBe("1");
      expect(await answer.json()).toMatchObject({
        error: { code: expect.stringMatching(/^(too\.many|desk\.unavailable)$/u) },
      });
    }
    expect(grown).toBeLessThan(mostForIntake);
    for (const [index, body] of bodies.entries()) {
      if (answers[index]?.status === 503) expect(await postUntilTaken(body, at)).toBe(size);
    }
  }, 300_000);

  test("S1: 10,000 random and mutated frames end nothing and bring nothing out", async () => {
    const { served, tokens } = place();
    const thrown = await throwFrames({
      origin: served.origin,
      desk,
      token: tokens.manager,
      frames: 10_000,
      seed: 1971,
    });
    expect(thrown).toMatchObject({ frames: 10_000, unanswered: 0, leaks: [] });
    expect(served.process.exitCode).toBe(null);
    expect(served.output()).not.toMatch(/"level":[56]0/u);
    const { body } = await postMessages(served.origin, tokens.source, desk, [mention(++number)]);
    expect(body).toMatchObject({ accepted: 1 });
  }, 180_000);
});

test("bodies that are held open take little memory, and their room not for ever", async () => {
  const [whole, missing] = [5 * megabyte, 100];
  const open: HeldBody[] = [];
  const grown = await grownWhile(served, async () => {
    for (let count = 0; count < 80; count++) {
      const held = HeldBody.open(served.origin, `/api/desks/${desk}/messages`, {
        headers: [`Authorization: Bearer ${tokens.source}`, "Content-Type: application/json"],
        // Every second one does not say how long it will be.
        ...(count % 2 === 0 ? { length: whole } : {}),
        body: Buffer.alloc(whole - missing, " "),
      });
      open.push(await held);
    }
    const refused = () => open.filter(({ received }) => received.startsWith("HTTP/1.1 503 ")).length;
    while (refused() < open.length - 4) await new Promise((resume) => setTimeout(resume, 50));
    const messages = Array.from({ length: 500 }, () => mention(++number));
    expect(await postUntilTaken(Buffer.from(JSON.stringify({ messages })), { served, tokens })).toBe(500);
    // None of them has been finished.
    while (refused() < open.length) await new Promise((resume) => setTimeout(resume, 50));
  });
  expect(grown).toBeLessThan(mostForIntake);
  for (const { received } of open) expect(received).toMatch(/\r\nRetry-After: 1\r\n/u);
  for (const held of open) held.close();
}, 180_000);

test("S1: what no schema expects is invalid, and ends neither the connection nor the server", async () => {
  const text = { length: { toString: 1, valueOf: 1 } };
  const console = await introduced(served.origin, { token: tokens.manager });
  const [id, type] = ["c", "item.note"];
  const sent = [
    ["desk.join", { desk: text }],
    ["desk.leave", { desk: text }],
    ["presence", { desk, item: text, writing: true }],
    ["command", { id: text, desk, type }],
    ["command", { id, desk, type, item: text, text }],
  ];
  for (const [place, event] of sent.entries()) console.sendText(`42${place}${JSON.stringify(event)}`);
  await console.until((received) => received.includes("434["), 30_000);
  const answers = console.received.toString();
  for (const place of [0, 3, 4]) expect(answers).toContain(`43${place}[{"ok":false,"error":{"code":"command.invalid"`);
  console.close();
  const { body } = await postMessages(served.origin, tokens.source, desk, [mention(++number, { text })]);
  expect(body).toMatchObject({ rejected: 1, refusals: [{ code: "message.invalid" }] });
});

test("a session is taken from no page but the console's own, whatever a handshake says", async () => {
  const links = /http:\S+\/enter#(\S+)\n/u;
  await expect.poll(served.output, { timeout: 30_000 }).toMatch(links);
  const link = links.exec(served.output())?.[1];
  const entered = await fetch(`${served.origin}/api/enter`, {
    method: "POST",
    headers: { "content-type": "application/json", origin: served.origin },
    body: JSON.stringify({ token: link }),
  });
  expect(entered.status).toBe(200);
  const cookie = entered.headers
    .getSetCookie()
    .map((one) => one.split(";")[0])
    .join("; ");
  const evil = `evil.example:${served.port}`;
  const refused = [
    ...foreignOrigins(served.origin).map((origin) => [`Origin: ${origin}`]),
    // A name that somebody has pointed here: what is asked for is then what the page says that it is.
    [`Host: ${evil}`, `Origin: http://${evil}`],
    [],
  ];
  for (const said of refused) {
    const connection = await introduced(served.origin, {}, [`Cookie: ${cookie}`, ...said]);
    expect([said, connection.received.toString()]).toEqual([said, expect.stringContaining('"origin.refused"')]);
    connection.close();
  }
  const own = await introduced(served.origin, {}, [`Cookie: ${cookie}`, `Origin: ${served.origin}`]);
  expect(own.received.toString()).toContain('40{"sid"');
  own.close();
});
