import { Random } from "@flowdesk/server/intake/sources/simulator/random.ts";
import { protocolVersion } from "@flowdesk/shared/protocol/version.ts";
import { type Frame, RawConnection } from "./raw-connection.ts";

export interface Thrown {
  /** Frames that were sent. */
  readonly frames: number;
  readonly connections: number;
  /** Bytes that came back. */
  readonly answered: number;
  /** Connections on which a command behind the others got no answer. */
  readonly unanswered: number;
  /** Answers that say what is nobody's business, or `internal`; the first few. */
  readonly leaks: readonly string[];
}

export interface Throwing {
  readonly origin: string;
  readonly desk: string;
  readonly token: string;
  readonly frames: number;
  readonly seed: number;
  /** Told how many have been sent. */
  readonly told?: (frames: number) => void;
  /** Asked before each connection whether it is to end sooner. */
  readonly isOver?: () => boolean;
}

/** Frames of one connection, and connections at once. */
const size = { connection: 60, atOnce: 12 };
/** Everything has an answer or a closed connection by then, in ms. */
const answerWithin = 10_000;
/** Whoever breaks the protocol is cut off, mostly by then, in ms. */
const closesWithin = 100;

const events = ["command", "desk.join", "desk.leave", "presence", "changes", "nothing", "toString", "__proto__"];
/** Names that Socket.IO keeps to itself. */
const reserved = ["connect", "connect_error", "disconnect", "disconnecting", "newListener", "removeListener"];

interface Once {
  readonly received: Buffer;
  readonly frames: number;
  readonly silent: boolean;
}
/**
 * What an answer is never to say: places in the source, names of errors and of parts, what a database says of itself, or
 * that something was thrown, be it as a database that is away: nothing befalls it here.
 */
const forbidden =
  /node_modules|file:\/\/|\/src\/|\.[jt]s:\d+|\bat (?:async )?[\w.<>#]+ \(|\b(?:Type|Range|Reference|Syntax|Zod)Error\b|SQLITE|sqlite3?_|DatabaseError|postgres(?:ql)?:\/\/|invalid byte sequence|invalid input syntax|Unicode escape|"code":"(?:internal|desk\.unavailable)"/u;

/** Throws random and mutated frames at a server, and looks through all that comes back. */
export async function throwFrames(throwing: Throwing): Promise<Thrown> {
  const { frames, seed, told, isOver } = throwing;
  let unanswered = 0;
  let begun = 0;
  let sent = 0;
  let connections = 0;
  let answered = 0;
  const leaks: string[] = [];
  const work = async () => {
    while (begun < frames && isOver?.() !== true) {
      const count = Math.min(size.connection, frames - begun);
      begun += count;
      // A connection can be thrown again by itself, whatever the others do.
      const random = new Random(seed, `connection ${connections++}`);
      const { received, frames: thrown, silent } = await throwOnce(throwing, count, random);
      sent += thrown;
      begun -= count - thrown;
      unanswered += silent ? 1 : 0;
      answered += received.length;
      const leak = forbidden.exec(received.toString("latin1"));
      if (leak !== null && leaks.length < 10)
        leaks.push(received.toString("latin1", Math.max(0, leak.index - 200), leak.index + 200));
      told?.(sent);
    }
  };
  await Promise.all(Array.from({ length: size.atOnce }, work));
  return { frames: sent, connections, answered, unanswered, leaks };
}

/**
 * Most frames are such that the connection goes on after them, so that they get as far as they can; what is taken for a
 * break of the protocol comes last, one a connection, as all after it would be thrown away.
 */
async function throwOnce({ origin, desk, token }: Throwing, count: number, random: Random): Promise<Once> {
  const connection = await RawConnection.open(origin);
  const introduction = `40${JSON.stringify({ token, protocol: protocolVersion })}`;
  let frames = 0;
  let silent = false;
  try {
    // One in ten does not introduce itself as one should, and that is all it says.
    if (random.chance(0.1)) {
      connection.sendText(mutated(introduction, random));
      frames = 1;
      await connection.until(() => false, closesWithin);
      return { received: connection.received, frames, silent };
    }
    connection.sendText(introduction);
    await connection.until((received) => received.includes('40{"sid"'), answerWithin);
    let last: Frame | Buffer | null = null;
    while (frames < count - 1 && connection.isOpen) {
      const text = nextText(desk, frames, random);
      if (goesOn(text)) {
        connection.sendText(text);
        frames++;
      } else if (random.chance(0.3)) last = { payload: Buffer.from(text) };
    }
    connection.sendText('429999["command",{}]');
    await connection.until((received) => received.includes("439999["), answerWithin);
    silent = !connection.received.includes("439999[");
    if (last === null || random.chance(0.3)) last = brokenFrame(random);
    if (Buffer.isBuffer(last)) connection.sendBytes(last);
    else connection.send(last);
    frames++;
    await connection.until(() => false, closesWithin);
  } finally {
    connection.close();
  }
  return { received: connection.received, frames, silent };
}

/** Whether Socket.IO reads it as an event of a client's. */
function goesOn(text: string): boolean {
  if (text === "3") return true;
  const payload = /^42\d{0,9}(\[.*)$/su.exec(text)?.[1];
  if (payload === undefined) return false;
  try {
    const [event] = JSON.parse(payload) as unknown[];
    return typeof event === "string" && !reserved.includes(event);
  } catch {
    return false;
  }
}

function nextText(desk: string, number: number, random: Random): string {
  const kind = random.next();
  if (kind < 0.75) return mutated(random.pick(seeds(desk, number)), random);
  if (kind < 0.8) return wild(random);
  if (kind < 0.9) return `42${number}${JSON.stringify([random.pick(events), odd(random, 0), odd(random, 0)])}`;
  return `42${number}${JSON.stringify(["command", oddCommand(desk, random)])}`;
}

/** What is no frame of a WebSocket's, or not one that a console sends. */
function brokenFrame(random: Random): Frame | Buffer {
  if (random.chance(0.2)) return bytes(random, 1 + random.below(400));
  if (random.chance(0.05)) return { payload: Buffer.alloc(256 * 1024 + 1, "x") };
  return {
    payload: bytes(random, random.below(300)),
    opcode: random.below(16),
    isMasked: random.chance(0.7),
    reserved: random.chance(0.5) ? 0 : random.below(8),
    isLast: random.chance(0.7),
  };
}

/** What consoles send, of every kind. */
function seeds(desk: string, number: number): readonly string[] {
  const command = (type: string, data: object) =>
    `42${number}${JSON.stringify(["command", { id: `f-${number}`, desk, type, ...data }])}`;
  return [
    `42${number}${JSON.stringify(["desk.join", { desk, since: number, log: "log" }])}`,
    `42${JSON.stringify(["desk.leave", { desk }])}`,
    `42${JSON.stringify(["presence", { desk, item: "i", writing: true }])}`,
    command("item.claim", { item: "i" }),
    command("item.claim", { items: ["i", "j", "k"] }),
    command("item.reply", { item: "i", text: "Ved hovedindgangen", promise: "2026-07-04T20:00:00.000Z" }),
    command("item.snooze", { item: "i", until: "2026-07-04T20:00:00.000Z" }),
    command("policy.tags", { tags: ["a", "b"] }),
    command("policy.needs", { needs: [{ words: ["sos"], need: "urgent" }] }),
    command("member.cover", { cover: [{ channels: "all", kinds: ["dm"] }] }),
    command("post.plan", {
      title: "Opening",
      at: { local: "2026-07-04T20:00", zone: "Europe/Copenhagen" },
      variants: [],
    }),
    command("items.deal", { count: 3 }),
    command("message.receive", {
      externalId: "e",
      channel: "x:a",
      kind: "dm",
      author: { handle: "a" },
      text: "t",
      at: "2026-01-01T00:00:00Z",
    }),
    `451-${number}["command",{"_placeholder":true,"num":0}]`,
    "40/admin,{}",
    "41",
    "2probe",
    "3",
    "5",
    "6",
  ];
}

const pieces = [
  "\0",
  "\uFFFF",
  '"',
  "{",
  "}",
  "[",
  "]",
  "null",
  "-1",
  "1e999",
  "__proto__",
  "constructor",
  "😀",
  "\u202E",
  ",",
  "451-",
  "\\u0000",
  "99999999999999999999",
];

function mutated(text: string, random: Random): string {
  let result = text;
  for (let times = 1 + random.below(4); times > 0; times--) {
    const at = random.below(result.length + 1);
    const to = Math.min(result.length, at + random.below(20));
    const how = random.below(6);
    if (how === 0) result = result.slice(0, at) + result.slice(to);
    else if (how === 1) result = result.slice(0, at) + random.pick(pieces) + result.slice(at);
    else if (how === 2) result = result.slice(0, to) + result.slice(at);
    else if (how === 3) result = result.slice(0, at) + String.fromCharCode(random.below(0xd800)) + result.slice(at + 1);
    else if (how === 4) result = result.slice(0, at);
    else result = result.replace(/"[^"]*"(?=[,}\]])/u, () => JSON.stringify(odd(random, 2)));
  }
  return result;
}

function wild(random: Random): string {
  return `${random.pick(["", "4", "42", "421", "45", "43", "40", "2"])}${Array.from({ length: random.below(80) }, () =>
    random.chance(0.3) ? random.pick(pieces) : String.fromCharCode(32 + random.below(300)),
  ).join("")}`;
}

/** A JSON value that nobody expects. */
function odd(random: Random, depth: number): unknown {
  const kind = random.below(depth > 20 ? 8 : 12);
  const plain = [null, true, -1, 1.5e300, "", "command", "x".repeat(random.below(3_000)), random.pick(pieces)];
  if (kind < 8) return plain[kind];
  if (kind === 8) return Array.from({ length: random.below(4) }, () => odd(random, depth + 1));
  if (kind === 9) return random.pick(["connect", "disconnect", "disconnecting", "error", "newListener", "desk.join"]);
  if (kind === 10 && random.chance(0.3))
    return { length: { toString: 1, valueOf: null }, size: odd(random, depth + 1) };
  if (kind === 10) return nested(random.below(200));
  return Object.fromEntries(
    Array.from({ length: random.below(4) }, () => [
      random.pick(["id", "desk", "type", "item", "items", "text", "toString", "constructor", "length"]),
      odd(random, depth + 1),
    ]),
  );
}

function oddCommand(desk: string, random: Random): object {
  const type = random.pick([
    "item.claim",
    "item.reply",
    "item.tag",
    "member.add",
    "policy.targets",
    "post.plan",
    "items.deal",
  ]);
  const fields = ["item", "items", "text", "tag", "member", "roles", "targets", "count", "until"];
  const data = Object.fromEntries(Array.from({ length: 3 }, () => [random.pick(fields), odd(random, 0)]));
  return { id: `odd-${random.below(1e9)}`, desk, type, ...data };
}

function nested(depth: number): unknown {
  let value: unknown = 1;
  for (let level = 0; level < depth; level++) value = level % 2 === 0 ? [value] : { a: value };
  return value;
}

function bytes(random: Random, length: number): Buffer {
  return Buffer.from(Array.from({ length }, () => random.below(256)));
}
