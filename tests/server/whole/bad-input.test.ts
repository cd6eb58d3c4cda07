import { randomUUID } from "node:crypto";
import { writeFileSync } from "node:fs";
import { createConnection } from "node:net";
import { join } from "node:path";
import { text } from "node:stream/consumers";
import { openDesks } from "@flowdesk/server/compose.ts";
import { runImport } from "@flowdesk/server/intake/import-run.ts";
import { stagingIn } from "@flowdesk/server/intake/staging.ts";
import type { CommandAnswer } from "@flowdesk/shared/protocol/command.ts";
import { io, type Socket } from "socket.io-client";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { RawConnection } from "../../faults/raw-connection.ts";
import { bothPlaces, databaseLine } from "../../fixtures/both-places.ts";
import {
  connect,
  deskWithTokens,
  flowdesk,
  mention,
  postMessages,
  type Served,
  serve,
  temporaryFolder,
} from "../../fixtures/served.ts";

const desk = "one";
const folder = temporaryFolder();
let served: Served;
const tokens = { source: "", manager: "", first: "", second: "", analyst: "", foreign: "" };
let first: Socket;
let second: Socket;

beforeAll(async () => {
  const ours = await deskWithTokens(
    folder.path,
    desk,
    "source",
    "flow-manager",
    "community-manager",
    "community-manager",
    "analyst",
  );
  const theirs = await deskWithTokens(folder.path, "two", "flow-manager");
  const [source = "", manager = "", one = "", other = "", analyst = ""] = ours;
  Object.assign(tokens, { source, manager, first: one, second: other, analyst, foreign: theirs[0] ?? "" });
  served = await serve(folder.path);
  first = await connect(served.origin, tokens.first);
  second = await connect(served.origin, tokens.second);
});
afterAll(async () => {
  first?.disconnect();
  second?.disconnect();
  await served?.stop();
  folder.remove();
});

async function ask(path: string, token: string, init: RequestInit = {}) {
  const headers = { ...(token === "" ? {} : { authorization: `Bearer ${token}` }), ...init.headers };
  const response = await fetch(`${served.origin}/api/desks/${path}`, { ...init, headers });
  const text = await response.text();
  const refusal = (): { code: string; message: string } => (JSON.parse(text) as { error: never }).error;
  return { status: response.status, text, refusal };
}

const post = (body: string, type = "application/json", token = tokens.source) =>
  ask(`${desk}/messages`, token, { method: "POST", headers: { "content-type": type }, body });

let number = 0;
/** Brings a message in, and finds the item that it made. */
async function arrived(more: object = {}): Promise<string> {
  const text = `Arrival ${++number} of this test`;
  await postMessages(served.origin, tokens.source, desk, [mention(9_000 + number, { text, ...more })]);
  let id = "";
  // A snapshot may be one that was made for somebody else a moment ago.
  await expect
    .poll(async () => {
      const { text: lines } = await ask(`${desk}/snapshot`, tokens.manager);
      const read = lines.split("\n").filter((line) => line !== "");
      const items = read.flatMap((line) => (JSON.parse(line) as { item?: { id: string; preview: string } }).item ?? []);
      id = items.find(({ preview }) => preview === text)?.id ?? "";
      return id;
    })
    .not.toBe("");
  return id;
}

async function command(socket: Socket, type: string, data: object, id = `c-${++number}`): Promise<CommandAnswer> {
  return socket.emitWithAck("command", { id, desk, type, ...data });
}

async function refusedCode(socket: Socket, type: string, data: object): Promise<string> {
  const answer = await command(socket, type, data);
  if (answer.ok) return "accepted";
  expect(answer.error.message).toMatch(/\.$/u);
  return answer.error.code;
}

describe("Messages that a program brings in", () => {
  test("S1: what cannot be taken is refused with its place, a code and a sentence; the rest comes in", async () => {
    const { status, body } = await postMessages(served.origin, tokens.source, desk, [
      mention(1),
      mention(2, { kind: "shout" }),
      mention(3, { at: new Date(Date.now() + 3_600_000).toISOString() }),
      mention(4, { at: "1970-01-01T00:00:00Z" }),
      mention(5, { at: "31.12.2025 23:59" }),
      mention(6, { text: "x".repeat(100_000) }),
      mention(7, { channel: "no channel" }),
      mention(8, { text: "cut \uD83D, \0, \u202Eright to left" }),
      null as unknown as object,
      mention(1),
      mention(1, { text: "Edited" }),
    ]);
    expect(status).toBe(200);
    expect(body).toMatchObject({ accepted: 3, duplicates: 1, rejected: 7 });
    const refusals = body.refusals as Array<{ index: number; code: string; message: string }>;
    expect(refusals.map(({ index }) => index)).toEqual([1, 2, 3, 4, 5, 6, 8]);
    expect(refusals.map(({ code }) => code)).toEqual([
      "message.invalid",
      "message.at.future",
      "message.at.past",
      ...Array.from({ length: 4 }, () => "message.invalid"),
    ]);
    for (const { message } of refusals) expect(message).not.toBe("");
    const { text } = await ask(`${desk}/snapshot`, tokens.manager);
    expect(text).toContain("cut \uFFFD, , \u202Eright to left");
    expect(text).toContain('"preview":"Edited"');
  });

  test("a body of 5 MB is taken, of one byte more refused; so is one that is no list of messages", async () => {
    const limit = 5 * 1024 * 1024;
    const body = JSON.stringify({ messages: [mention(20)] });
    expect((await post(body.padEnd(limit))).status).toBe(200);
    const large = await post(body.padEnd(limit + 1));
    expect([large.status, large.refusal().code]).toEqual([413, "body.too.large"]);
    for (const wrong of ["", "{oops", "[]", "null", '{"messages":5}']) {
      const { status, refusal } = await post(wrong);
      expect([status, refusal().code]).toEqual([400, "body.invalid"]);
    }
    expect((await post("hello", "text/plain")).status).toBe(415);
    const lines = await post(
      `${JSON.stringify(mention(30))}\n{oops\n${JSON.stringify(mention(31))}`,
      "application/x-ndjson",
    );
    expect(JSON.parse(lines.text)).toMatchObject({ accepted: 2, rejected: 1, refusals: [{ index: 1 }] });
  });

  test("A1: a source brings messages in and nothing else; nobody else's token does", async () => {
    for (const path of ["snapshot", "changes?since=0", "items/x", "review"]) {
      expect((await ask(`${desk}/${path}`, tokens.source)).status).toBe(403);
    }
    const program = await connect(served.origin, tokens.source);
    const item = await arrived();
    expect((await command(program, "item.claim", { item })).ok).toBe(false);
    program.disconnect();
    expect((await post("{}", "application/json", tokens.first)).refusal().code).toBe("forbidden");
    expect((await post("{}", "application/json", tokens.foreign)).refusal().code).toBe("desk.unknown");
    expect((await ask(`${desk}/snapshot`, tokens.foreign)).status).toBe(404);
    expect((await post("{}", "application/json", "")).refusal().code).toBe("unauthenticated");
    expect((await post("{}", "application/json", `${tokens.source.slice(0, -1)}x`)).refusal().code).toBe(
      "unauthenticated",
    );
  });
});

/** The code and the reason of a WebSocket's close in what was received (RFC 6455, section 5.5.1); null if there is none. */
function closeIn(received: Buffer): { code: number; reason: string } | null {
  const at = received.lastIndexOf(0x88);
  if (at === -1) return null;
  const length = received[at + 1] ?? 0;
  if (received.length !== at + 2 + length) return null;
  return { code: received.readUInt16BE(at + 2), reason: received.toString("utf8", at + 4) };
}

describe("A connection", () => {
  test("of another protocol is told both numbers; without a token, or with a wrong one, it is refused", async () => {
    const refusalOf = async (auth: object) => {
      const socket = io(served.origin, { transports: ["websocket"], auth, reconnection: false, forceNew: true });
      const error = await new Promise<Error & { data?: object }>((resolve, reject) => {
        socket.once("connect", () => reject(new Error("It was let in")));
        socket.once("connect_error", resolve);
      });
      socket.disconnect();
      return error.data;
    };
    expect(await refusalOf({ protocol: 2, token: tokens.first })).toMatchObject({
      code: "protocol.mismatch",
      yours: 2,
      ours: 1,
    });
    expect(await refusalOf({ token: tokens.first })).toMatchObject({ code: "protocol.mismatch", ours: 1 });
    expect(await refusalOf({ protocol: 1 })).toMatchObject({ code: "unauthenticated" });
    expect(await refusalOf({ protocol: 1, token: "fd_one_x_y" })).toMatchObject({ code: "unauthenticated" });
  });

  test.each(["?EIO=3&transport=websocket", "?transport=websocket", "?EIO=5&transport=websocket", ""])(
    "of another Engine.IO is refused before it is opened: %j",
    async (query) => {
      const { hostname: host, port } = new URL(served.origin);
      const socket = createConnection({ host, port: Number(port) });
      socket.write(
        `GET /socket.io/${query} HTTP/1.1\r\nHost: ${host}\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n` +
          "Sec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==\r\nSec-WebSocket-Version: 13\r\n\r\n",
      );
      const answer = await text(socket);
      expect(answer).toMatch(/^HTTP\/1\.1 40[03] /u);
      if (query !== "")
        expect(answer).toContain("protocol.mismatch: This server speaks to clients of Socket.IO 3 and 4");
    },
  );

  test.each([
    ["no JSON", '42["command",{oops', 1007, "frame.unreadable: That was no Socket.IO packet"],
    ["no packet", "hello", 1007, "frame.unreadable: That was no Socket.IO packet"],
    ["an event that stands for something else", '42["disconnect"]', 1007, "frame.unreadable: "],
    ["what is too large", "x".repeat(256 * 1024 + 1), 1009, "frame.too.large: A frame holds at most 262144 bytes"],
  ])("that sends %s is closed, is told why, and nobody else's is", async (_, text, code, reason) => {
    const broken = await RawConnection.open(served.origin);
    broken.sendText(`40${JSON.stringify({ protocol: 1, token: tokens.first })}`);
    await broken.until((received) => received.includes("40{"), 30_000);
    broken.sendText(text);
    await broken.until((received) => closeIn(received) !== null, 30_000);
    const close = closeIn(broken.received);
    expect(close?.code).toBe(code);
    expect(close?.reason).toContain(reason);
    expect(broken.received.toString()).not.toMatch(/Error|node_modules/u);
    expect(await first.emitWithAck("desk.join", { desk })).toMatchObject({ ok: true });
  });

  test("that sends an unreadable frame before it is let in is told why too", async () => {
    const broken = await RawConnection.open(served.origin);
    broken.sendText('42["command",{}]');
    await broken.until((received) => closeIn(received) !== null, 30_000);
    expect(closeIn(broken.received)).toMatchObject({
      code: 1007,
      reason: expect.stringContaining("frame.unreadable: "),
    });
  });

  test("that ends by itself, or is ended for another reason, is told nothing of frames", async () => {
    const gone = await RawConnection.open(served.origin);
    gone.sendText(`40${JSON.stringify({ protocol: 2, token: tokens.first })}`);
    await gone.until((received) => received.includes("protocol.mismatch"), 30_000);
    gone.send({ payload: Buffer.from([0x03, 0xe8]), opcode: 8 });
    await gone.until(() => !gone.isOpen, 30_000);
    expect(gone.received.toString()).not.toContain("frame.");
  });

  test("that sends an event that there is not is told so where it asks, and goes on", async () => {
    expect(await first.timeout(30_000).emitWithAck("desk.dance", { desk }, [])).toEqual({
      ok: false,
      error: { code: "event.unknown", message: expect.stringMatching(/^There is no such event/u) },
    });
    expect(await first.timeout(30_000).emitWithAck("desk.dance")).toMatchObject({ ok: false });
    first.emit("desk.dance", { desk });
    expect(await first.emitWithAck("desk.join", { desk })).toMatchObject({ ok: true });
  });

  test("D3: that sends more than an event has, or less, is answered where it asks", async () => {
    const asking = first.timeout(30_000);
    const id = randomUUID();
    const command = { id, desk, type: "item.claim", item: "none" };
    expect(await asking.emitWithAck("command", command, "more", 1)).toMatchObject({ error: { code: "item.unknown" } });
    expect(await asking.emitWithAck("command")).toMatchObject({ error: { code: "command.invalid" } });
    expect(await asking.emitWithAck("desk.join")).toMatchObject({ error: { code: "command.invalid" } });
    expect(await asking.emitWithAck("desk.join", { desk }, { desk })).toMatchObject({ ok: true });
  });
});

describe.each(bothPlaces)("A cursor on %s", (_name, open) => {
  let server: Served;
  let socket: Socket;
  let manager = "";
  let foreign = "";
  const changes = async (query: string) => {
    const response = await fetch(`${server.origin}/api/desks/${desk}/changes?${query}`, {
      headers: { authorization: `Bearer ${manager}` },
    });
    const { error, ...body } = (await response.json()) as { log?: string; head?: number; error?: { code: string } };
    return { status: response.status, code: error?.code, ...body };
  };
  const reset = { status: 409, code: "cursor.reset" };

  beforeAll(async () => {
    const where = await open();
    [manager = ""] = await deskWithTokens(where, desk, "flow-manager");
    [foreign = ""] = await deskWithTokens(where, "two", "flow-manager");
    server = await serve(where.data, { args: databaseLine(where) });
    socket = await connect(server.origin, manager);
  });
  afterAll(async () => {
    socket?.disconnect();
    await server?.stop();
  });

  test("L5: of another desk's log is reset, by the socket as over HTTP", async () => {
    const theirs = await connect(server.origin, foreign);
    const { log } = (await theirs.emitWithAck("desk.join", { desk: "two" })) as { log: string };
    theirs.disconnect();
    expect(await socket.emitWithAck("desk.join", { desk, since: 0, log })).toMatchObject({ ok: true, reset: true });
    expect(await changes(`since=0&log=${log}`)).toMatchObject(reset);
  });

  test("L5: of another log, or from the future, is reset; one at the head is not, and one that is none is refused", async () => {
    const { log, head } = (await socket.emitWithAck("desk.join", { desk })) as { log: string; head: number };
    expect(head).toBeGreaterThan(0);
    expect(await socket.emitWithAck("desk.join", { desk, since: 1, log: "another" })).toMatchObject({ reset: true });
    for (const beyond of [head + 1, 100_000]) {
      for (const known of [{}, { log }]) {
        const joined = await socket.emitWithAck("desk.join", { desk, since: beyond, ...known });
        expect(joined).toMatchObject({ ok: true, log, head, reset: true });
      }
      for (const known of ["", `&log=${log}`]) expect(await changes(`since=${beyond}${known}`)).toMatchObject(reset);
    }
    expect(await socket.emitWithAck("desk.join", { desk, since: head, log })).toMatchObject({ ok: true, reset: false });
    expect(await changes(`since=${head}&log=${log}`)).toMatchObject({ status: 200, head });
    for (const wrong of [null, {}, { desk, since: -1 }, { desk: "nope" }, { desk: "two" }]) {
      expect(await socket.emitWithAck("desk.join", wrong)).toMatchObject({ ok: false });
    }
    for (const query of ["since=-1", "since=abc", "limit=0"]) expect((await changes(query)).status).toBe(400);
  });
});

describe("A command", () => {
  test("D3: for what is gone, someone else's, unseen, closed meanwhile or malformed is refused with a code", async () => {
    const item = await arrived();
    expect(await refusedCode(first, "item.claim", { item: "gone" })).toBe("item.unknown");
    expect(await refusedCode(first, "item.claim", {})).toBe("command.invalid");
    expect(await refusedCode(first, "item.vanish", { item })).toBe("command.unknown");
    expect(await refusedCode(first, "item.assign", { item, to: "x" })).toBe("forbidden");
    expect(await command(first, "item.claim", { item })).toMatchObject({ ok: true });
    const claimed = { ok: false, error: { code: "item.taken", item, name: "community-manager 3" } };
    expect(await command(second, "item.claim", { item })).toMatchObject(claimed);
    expect(await refusedCode(second, "item.reply", { item, text: "Me too" })).toBe("item.taken");
    expect(await refusedCode(second, "item.note", { item, text: "Note" })).toBe("item.not.yours");
    expect(await refusedCode(first, "item.close", { item })).toBe("item.unanswered");
    expect(await refusedCode(first, "item.reply", { item, text: "y".repeat(281) })).toBe("reply.too.long");
    expect(await refusedCode(first, "item.snooze", { item, until: "2020-01-01T00:00:00.000Z" })).toBe("time.past");
    expect(await command(first, "item.dismiss", { item, reason: "no-reply-needed" })).toMatchObject({ ok: true });
    expect(await refusedCode(second, "item.claim", { item })).toBe("item.closed");
    const analyst = await connect(served.origin, tokens.analyst);
    const dm = await arrived({ kind: "dm", author: { handle: "in-private" } });
    expect(await refusedCode(analyst, "item.see", { item: dm })).toBe("item.unknown");
    expect((await ask(`${desk}/items/${dm}`, tokens.analyst)).status).toBe(404);
    analyst.disconnect();
    for (const wrong of [null, "x", { id: "a", type: "item.claim" }, { id: "b", desk: "two", type: "item.claim" }]) {
      expect(await first.emitWithAck("command", wrong)).toMatchObject({ ok: false });
    }
  });

  test("D4: sent again gives the same answer; its id with other data is refused", async () => {
    const [item, other] = [await arrived(), await arrived()];
    const answer = await command(first, "item.claim", { item }, "claim-it");
    expect(answer).toMatchObject({ ok: true });
    expect(await command(first, "item.claim", { item }, "claim-it")).toEqual(answer);
    expect(await command(first, "item.claim", { item: other }, "claim-it")).toMatchObject({
      ok: false,
      error: { code: "command.id.reused" },
    });
  });

  test("for many items does what can be done, and says what could not", async () => {
    const items = [await arrived(), await arrived()];
    const answer = await command(first, "item.claim", { items: [...items, "gone"] });
    expect(answer).toMatchObject({ ok: true, refused: [{ code: "item.unknown", item: "gone" }] });
  });
});

describe("A folder", () => {
  test("that is served already is refused to a second server, with a sentence and a code", async () => {
    const { status, stderr } = await flowdesk(folder.path, "serve", "--port", "0");
    expect(status).toBe(1);
    expect(stderr).toMatch(/\.? \(data\.in\.use\)\n$/u);
  });
});

describe("A file as a whole", () => {
  test("that is no text, empty, no CSV, or lacks a column is refused with a code and a sentence", async () => {
    const desks = await openDesks({ data: folder.path });
    const refusal = async (name: string, content: string | Buffer, map?: object) => {
      const path = join(folder.path, name);
      writeFileSync(path, content);
      const outcome = runImport(desks, {
        path,
        desk: "two",
        now: Date.now(),
        refusedPath: join(folder.path, "refused.csv"),
        stagingRoot: stagingIn(folder.path),
        signal: new AbortController().signal,
        onProgress: () => {},
        ...(map === undefined ? { format: "twcs" as const } : { map: JSON.stringify(map) }),
      });
      const error = await outcome.then(
        () => new Error("It was read"),
        (reason: Error & { code?: string }) => reason,
      );
      expect(error.message).toMatch(/\.$/u);
      return "code" in error ? error.code : error.message;
    };
    const map = {
      externalId: "{id}",
      "author.handle": "{who}",
      channel: "x:{brand}",
      kind: "mention",
      text: "{text}",
      at: "{at}",
    };
    try {
      expect(await refusal("picture.csv", Buffer.from("89504e470d0a1a0a0000000d49484452", "hex"))).toBe(
        "file.not.text",
      );
      expect(await refusal("empty.csv", "")).toBe("file.empty");
      expect(await refusal("mark.csv", "\uFEFF")).toBe("file.empty");
      expect(await refusal("letter.csv", "Dear sirs\nthis is a letter\n")).toBe("file.not.csv");
      expect(await refusal("columns.csv", "id,who\n1,ann\n")).toBe("file.column.missing");
      expect(await refusal("map.csv", "id,who\n1,ann\n", map)).toBe("map.column.unknown");
      expect(await refusal("header.csv", "id,who,brand,text,at\n", map)).toBe("file.rows.none");
      expect(await refusal("field.csv", "id,who\n1,ann\n", { ...map, colour: "{id}" })).toBe("map.field.unknown");
    } finally {
      await desks.close();
    }
  });
});
