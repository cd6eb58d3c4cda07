import type { Changes } from "@flowdesk/shared/protocol/changes.ts";
import { changesSchema } from "@flowdesk/shared/protocol/changes.ts";
import { handshakeRefusalSchema } from "@flowdesk/shared/protocol/handshake.ts";
import { presenceDownSchema } from "@flowdesk/shared/protocol/presence.ts";
import { protocolVersion } from "@flowdesk/shared/protocol/version.ts";
import type { Socket } from "socket.io-client";
import { afterEach, beforeEach, expect, test } from "vitest";
import { RawConnection } from "../../faults/raw-connection.ts";
import { incoming } from "../../fixtures/desk.ts";
import { foreignOrigins } from "../../fixtures/foreign-origins.ts";
import { until } from "../../fixtures/memory-desk.ts";
import { MemoryServer } from "../../fixtures/memory-server.ts";
import { aisha, bridge, ida, jonas, karin, sofie } from "../../fixtures/people.ts";

let server: MemoryServer;
beforeEach(async () => {
  server = await MemoryServer.open();
});
afterEach(() => server.close());

/** Why a connection was refused. */
async function refusal(socket: Socket) {
  const error = await new Promise<Error & { data?: unknown }>((resolve, reject) => {
    socket.once("connect_error", resolve);
    socket.once("connect", () => reject(new Error("It was let in")));
  });
  return { sentence: error.message, ...handshakeRefusalSchema.parse(error.data) };
}

/** Joins, and keeps what comes. */
async function follow(socket: Socket, options: { since?: number } = {}) {
  const events: Changes[] = [];
  const closed: unknown[] = [];
  socket.on("changes", (event: unknown) => {
    changesSchema.parse(event);
    events.push(event as Changes);
  });
  socket.on("desk.closed", (event: unknown) => closed.push(event));
  const joined = await socket.emitWithAck("desk.join", { desk: "festival", ...options });
  return { events, closed, joined, types: () => events.flatMap(({ changes }) => changes.map(({ type }) => type)) };
}

test("a console of another protocol is told both numbers", async () => {
  const refused = await refusal(server.socket(jonas, { auth: { protocol: 7 } }));
  expect(refused).toMatchObject({ code: "protocol.mismatch", yours: 7, ours: protocolVersion });
  expect(refused.sentence).toContain("7");
  expect(refused.sentence).toContain(String(protocolVersion));
  expect(await refusal(server.socket(jonas, { auth: { protocol: "one" } }))).toMatchObject({
    code: "protocol.mismatch",
    ours: protocolVersion,
  });
});

test("nobody in particular is refused, and after many attempts for a while; a valid token is let in all the same", async () => {
  expect(await refusal(server.socket(null))).toMatchObject({ code: "unauthenticated" });
  expect(await refusal(server.socket(null, { auth: { token: "fd_festival_nobody" } }))).toMatchObject({
    code: "unauthenticated",
  });
  const codes = await Promise.all(Array.from({ length: 40 }, async () => (await refusal(server.socket(null))).code));
  expect(codes).toContain("too.many");
  const socket = await server.connect(null, { auth: { token: "fd_festival_jonas" } });
  expect(socket.connected).toBe(true);
});

test("a session is taken from the console's own pages only", async () => {
  const from = (headers: Record<string, string>) => server.socket(jonas, { extraHeaders: headers });
  for (const origin of foreignOrigins(server.origin))
    expect([origin, (await refusal(from({ Origin: origin }))).code]).toEqual([origin, "origin.refused"]);
  // A name that somebody has pointed here: what is asked for is then what the page says that it is.
  const rebound = { Host: `evil.example:${server.port}`, Origin: `http://evil.example:${server.port}` };
  expect(await refusal(from(rebound))).toMatchObject({ code: "origin.refused" });
  const unsaid = server.socket(null, { extraHeaders: { Cookie: `session=${jonas.id}` } });
  expect(await refusal(unsaid)).toMatchObject({ code: "origin.refused", message: expect.stringContaining("token") });
  const program = { auth: { token: "fd_festival_jonas" }, extraHeaders: { Origin: "https://elsewhere.example" } };
  expect((await server.connect(null, program)).connected).toBe(true);
  for (const origin of [server.origin, "https://desk.example"]) {
    const socket = await server.connect(jonas, { extraHeaders: { Origin: origin } });
    expect(socket.connected).toBe(true);
  }
});

test("F1: a console that joins is sent what happens, and one that was away what it missed", async () => {
  const first = await follow(await server.connect(jonas));
  expect(first.joined).toMatchObject({ ok: true, reset: false, log: "log-000000000001" });
  const seq = await server.desk.receive({ text: "Hvor er 🎪 indgangen?" });
  await until(() => first.events.length > 0);
  expect(first.events).toMatchObject([{ desk: "festival", from: seq, to: seq }]);
  expect(Object.keys(first.events[0]?.changes[0] ?? {}).slice(0, 5)).toEqual(["seq", "at", "by", "type", "command"]);
  await server.desk.receiveMany(600, { text: "Hvornår spiller de? ".repeat(40) });
  const second = await follow(await server.connect(sofie), { since: seq });
  await until(() => second.events.at(-1)?.to === seq + 600);
  let next = seq + 1;
  for (const { from, to } of second.events) {
    expect(from).toBe(next);
    next = to + 1;
  }
  expect(second.events.flatMap(({ changes }) => changes)).toHaveLength(600);
});

test("a console that has left a desk is sent nothing more of it", async () => {
  const socket = await server.connect(jonas);
  const { events } = await follow(socket);
  const other = await follow(await server.connect(sofie));
  socket.emit("desk.leave", { desk: "festival" });
  await socket.emitWithAck("desk.join", { desk: "nowhere" });
  await server.desk.receive();
  await until(() => other.events.length > 0);
  expect(events).toEqual([]);
});

test("joins that cannot be are answered with their reason", async () => {
  const socket = await server.connect(jonas);
  const join = (data: unknown) => socket.emitWithAck("desk.join", data);
  expect(await join({ desk: "nowhere" })).toMatchObject({ ok: false, error: { code: "desk.unknown" } });
  expect(await join({ desk: "festival", since: -1 })).toMatchObject({ ok: false, error: { code: "command.invalid" } });
  expect(await join("festival")).toMatchObject({ ok: false, error: { code: "command.invalid" } });
  expect(await join({ desk: "festival", since: 1_000_000 })).toMatchObject({ ok: true, reset: true });
  const program = await server.connect(null, { auth: { token: `fd_festival_${bridge.id}` } });
  expect(await program.emitWithAck("desk.join", { desk: "festival" })).toMatchObject({
    ok: false,
    error: { code: "forbidden" },
  });
});

test("D3: a command is answered with its number, or with why it was refused", async () => {
  const socket = await server.connect(jonas);
  const { types } = await follow(socket);
  const seq = await server.desk.receive();
  const item = await server.desk.itemOf(seq);
  const claim = { id: "c-1", desk: "festival", type: "item.claim", item };
  expect(await socket.emitWithAck("command", claim)).toEqual({ ok: true, seq: seq + 1 });
  expect(await socket.emitWithAck("command", claim)).toEqual({ ok: true, seq: seq + 1 });
  await until(() => types().length >= 2);
  expect(types()).toEqual(["item.received", "item.claimed"]);
  const answer = (data: unknown) => socket.emitWithAck("command", data);
  expect(await answer({ ...claim, id: "c-2" })).toMatchObject({
    ok: false,
    error: { code: "item.taken", by: "jonas" },
  });
  expect(await answer({ ...claim, desk: "nowhere" })).toMatchObject({ ok: false, error: { code: "desk.unknown" } });
  expect(await answer({ ...claim, id: "c-3", item: 4 })).toMatchObject({ error: { code: "command.invalid" } });
  expect(await answer({ ...claim, id: "c-4", type: "item.fly" })).toMatchObject({ error: { code: "command.unknown" } });
  expect(await answer(null)).toMatchObject({ ok: false, error: { code: "command.invalid" } });
  const deep = JSON.parse(`${"[".repeat(500)}${"]".repeat(500)}`) as unknown;
  expect(await answer({ ...claim, id: "c-5", deep })).toMatchObject({ error: { code: "command.invalid" } });
  expect(await answer({ ...claim, id: "c-6", type: "member.remove", member: "ida" })).toMatchObject({
    error: { code: "forbidden" },
  });
});

test("S1: half an emoji and a NUL in a command are mended before anyone sees them", async () => {
  const socket = await server.connect(jonas);
  const { events } = await follow(socket);
  const seq = await server.desk.receive();
  const item = await server.desk.itemOf(seq);
  await socket.emitWithAck("command", { id: "c-1", desk: "festival", type: "item.claim", item });
  const note = { id: "c-2", desk: "festival", type: "item.note", item, text: "husk\0 \ud83c" };
  expect(await socket.emitWithAck("command", note)).toMatchObject({ ok: true });
  await until(() => events.at(-1)?.to === seq + 2);
  expect(JSON.stringify(events.at(-1))).toContain("husk \ufffd");
});

test("a connection has a limit to what waits for an answer, and each is answered once", async () => {
  const socket = await server.connect(jonas);
  const sent = Array.from({ length: 200 }, (_, index) =>
    socket.emitWithAck("command", { id: `c-${index}`, desk: "festival", type: "item.claim", item: "none" }),
  );
  const codes = (await Promise.all(sent)).map((answer: { error: { code: string } }) => answer.error.code);
  expect(codes).toContain("too.many");
  expect(codes.filter((code) => code === "item.unknown").length).toBeGreaterThanOrEqual(64);
  expect(codes).toHaveLength(200);
});

test("what is larger than a console may send ends its connection, and nobody else's", async () => {
  const socket = await server.connect(jonas);
  const other = await server.connect(sofie);
  const ended = new Promise((resolve) => socket.once("disconnect", resolve));
  socket.emit("command", { id: "c-1", desk: "festival", type: "item.note", text: "x".repeat(300_000) });
  await ended;
  expect(other.connected).toBe(true);
});

test("A2: a member who is removed is out, and their program with them", async () => {
  const socket = await server.connect(sofie);
  const { closed, events } = await follow(socket);
  const program = await server.connect(null, { auth: { token: "fd_festival_noor" } });
  await follow(program);
  await server.desk.must("member.remove", { member: "sofie" }, karin);
  await server.desk.must("member.remove", { member: "noor" }, karin);
  await server.desk.receive();
  await until(() => closed.length > 0 && !program.connected);
  expect(closed).toEqual([{ desk: "festival", reason: "removed" }]);
  expect(events).toEqual([]);
  expect(socket.connected).toBe(true);
  const claim = { id: "c-1", desk: "festival", type: "item.claim", item: "any" };
  expect(await socket.emitWithAck("command", claim)).toMatchObject({ error: { code: "desk.unknown" } });
});

test("A2: when a session ends its consoles are signed out, and other sessions stay", async () => {
  const socket = await server.connect(sofie);
  const { closed } = await follow(socket);
  const idle = await server.connect(sofie);
  const other = await server.connect(jonas);
  await follow(other);
  server.identities.ended.add("sofie");
  await server.desk.must("member.session.end", { member: "sofie" });
  await server.desk.must("member.session.end", { member: "jonas" });
  await until(() => !socket.connected && !idle.connected);
  expect(closed).toEqual([{ desk: "festival", reason: "signed-out" }]);
  expect(other.connected).toBe(true);
});

test("F3: a console that reads nothing is cut off, and the server keeps nothing for it", async () => {
  await server.close();
  server = await MemoryServer.open({ limits: { sweep: 20, stalled: 200, undrained: 1_000_000 } });
  const socket = await server.connect(jonas);
  await follow(socket);
  const transport = socket.io.engine.transport as unknown as { ws: { pause(): void } };
  transport.ws.pause();
  // More than the machine's own buffers between the two take.
  for (let round = 0; round < 40 && server.connections > 0; round++) {
    await server.desk.receiveMany(100, { text: "Hvornår spiller de? ".repeat(400) });
  }
  await until(() => server.connections === 0);
});

test("F3: joins have a limit to what waits, each is answered once, and with the connection they are over", async () => {
  const { feeds } = server.desk;
  const open = feeds.open.bind(feeds);
  let [opened, letOn] = [0, () => {}];
  const held = new Promise<void>((resume) => {
    letOn = resume;
  });
  feeds.open = async (desk) => {
    opened++;
    await held;
    return open(desk);
  };
  const reading = await server.connect(jonas);
  const gone = await server.connect(sofie);
  const codes: string[] = [];
  for (let count = 0; count < 300; count++) {
    reading.emit("desk.join", { desk: "nowhere" }, ({ error }: { error: { code: string } }) => codes.push(error.code));
    // Fewer than it would be read no further for: its end is seen.
    if (count < 20) gone.emit("desk.join", { desk: "nowhere" });
  }
  await until(() => opened === 2);
  gone.disconnect();
  await until(() => server.connections === 1);
  letOn();
  await until(() => codes.length === 300);
  expect(new Set(codes)).toEqual(new Set(["desk.unknown", "too.many"]));
  const answeredAll = codes.filter((code) => code === "desk.unknown").length;
  // The one that was under way, and none of those behind it.
  expect(opened).toBe(answeredAll + 1);
});

test("joins that fail are written down seldom", async () => {
  server.desk.feeds.open = () => Promise.reject(new Error("The database is away"));
  const socket = await server.connect(jonas);
  for (let count = 0; count < 20; count++) {
    const joined = await socket.emitWithAck("desk.join", { desk: "festival" });
    expect(joined).toMatchObject({ ok: false, error: { code: "desk.unavailable" } });
  }
  expect(server.logged.filter((line) => line.includes("could not be joined"))).toHaveLength(1);
});

test("F3: who says many times at once who they are is let in once", async () => {
  const connection = await RawConnection.open(server.origin);
  const introduction = Buffer.from(`40${JSON.stringify({ protocol: protocolVersion, token: "fd_festival_jonas" })}`);
  const frame = Buffer.concat([Buffer.from([0x81, 0x80 | introduction.length, 0, 0, 0, 0]), introduction]);
  // All in one piece: had it been let in, one more would end it.
  connection.sendBytes(Buffer.concat(Array.from({ length: 20 }, () => frame)));
  await connection.until((received) => received.toString().split('"too.many"').length > 19, 10_000);
  await until(() => server.connections === 1);
  expect(connection.received.toString().match(/40\{"sid"/gu)).toHaveLength(1);
  expect(connection.isOpen).toBe(true);
  connection.close();
});

test("presence is told to those who may see it, and ends with the connection", async () => {
  const told: Array<{ to: string; members: unknown }> = [];
  const listen = (socket: Socket, to: string) =>
    socket.on("presence", (event: unknown) => told.push({ to, members: presenceDownSchema.parse(event).members }));
  const [one, manager, analyst] = [await server.connect(jonas), await server.connect(aisha), await server.connect(ida)];
  listen(manager, "aisha");
  listen(analyst, "ida");
  const seq = await server.desk.receive({ kind: "dm" });
  const item = await server.desk.itemOf(seq);
  for (const socket of [one, manager, analyst]) await follow(socket);
  one.emit("presence", { desk: "festival", item, writing: true });
  const toldLast = (to: string) => JSON.stringify(told.filter((event) => event.to === to).at(-1)?.members ?? []);
  await until(() => toldLast("aisha").includes(item));
  await until(() => toldLast("ida").includes("jonas"));
  expect(toldLast("aisha")).toContain(JSON.stringify({ member: "jonas", item, writing: true }));
  expect(JSON.stringify(told.filter(({ to }) => to === "ida"))).not.toContain(item);
  one.disconnect();
  await until(() => !toldLast("aisha").includes("jonas"));
});

test("a clean stop answers what was taken, and its consoles connect again by themselves", async () => {
  const socket = await server.connect(jonas, { reconnection: true, reconnectionDelay: 10 });
  await follow(socket);
  const seq = await server.desk.receive();
  const item = await server.desk.itemOf(seq);
  const reason = new Promise<string>((resolve) => socket.once("disconnect", resolve));
  const answer = socket.emitWithAck("command", { id: "c-1", desk: "festival", type: "item.claim", item });
  await new Promise((resolve) => setTimeout(resolve, 100));
  await server.stop();
  expect(await answer).toMatchObject({ ok: true });
  expect(await reason).toBe("transport close");
  expect(socket.active).toBe(true);
});

test("F3: while more messages wait than can be written, those of connections come later, and commands do not", async () => {
  const socket = await server.connect(null, { auth: { token: `fd_festival_${bridge.id}` } });
  const person = await server.connect(jonas);
  const receive = { id: "late", desk: "festival", type: "message.receive", ...incoming({ externalId: "late" }) };
  const claim = { id: "mine", desk: "festival", type: "item.claim", item: "nothing" };
  let isBusy = true;
  server.desk.authority.isBusy = () => isBusy;
  expect(await socket.emitWithAck("command", receive)).toMatchObject({ ok: false, error: { code: "too.many" } });
  expect(await person.emitWithAck("command", claim)).toMatchObject({ error: { code: "item.unknown" } });
  isBusy = false;
  expect(await socket.emitWithAck("command", receive)).toMatchObject({ ok: true });
});
