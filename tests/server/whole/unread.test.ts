import { afterAll, beforeAll, expect, test } from "vitest";
import { RawConnection } from "../../faults/raw-connection.ts";
import { introduced } from "../../fixtures/introduced.ts";
import { connect, deskWithTokens, type Served, serve, temporaryFolder } from "../../fixtures/served.ts";
import { grownWhile } from "../../fixtures/server-memory.ts";

const desk = "unread";
const megabyte = 1024 * 1024;
const folder = temporaryFolder();
const tokens = { one: "", other: "" };
let served: Served;

beforeAll(async () => {
  const [one = "", other = ""] = await deskWithTokens(folder.path, desk, "flow-manager", "flow-manager");
  Object.assign(tokens, { one, other });
  served = await serve(folder.path);
});
afterAll(async () => {
  await served?.stop();
  folder.remove();
});

const opcodes = { text: 0x81, ping: 0x89 };

/** A short frame so many times over. Source: RFC 6455, section 5.2. */
function manyOf(text: string, count: number, opcode = opcodes.text): Buffer {
  // A mask of zeros leaves the payload as it is.
  const head = Buffer.from([opcode, 0x80 | Buffer.byteLength(text), 0, 0, 0, 0]);
  return Buffer.alloc(count * (head.length + Buffer.byteLength(text)), Buffer.concat([head, Buffer.from(text)]));
}

/** Asks the server for a page and has a command answered, each within 10 s. */
async function isAnswering(other: Awaited<ReturnType<typeof connect>>, id: string): Promise<void> {
  const signal = AbortSignal.timeout(10_000);
  expect((await fetch(`${served.origin}/healthz`, { signal })).status).toBe(200);
  const claim = { id, desk, type: "item.claim", item: "none" };
  expect(await other.timeout(10_000).emitWithAck("command", claim)).toMatchObject({ error: { code: "item.unknown" } });
}

test("F3: who sends and reads nothing is read no further and cut, known or not, while memory stays flat and others are answered", async () => {
  const other = await connect(served.origin, tokens.other);
  await isAnswering(other, "before");
  const strangers = await RawConnection.open(served.origin);
  const sent: Array<[RawConnection, Buffer]> = [
    [strangers, manyOf("40/nope,", 500_000)],
    [await introduced(served.origin, { token: tokens.one }), manyOf('421["command",{"id":1}]', 300_000)],
    [await introduced(served.origin, { token: tokens.one }), manyOf('421["nonsense",{}]', 400_000)],
  ];
  let round = 0;
  const grown = await grownWhile(served, async () => {
    for (const [connection, bytes] of sent) {
      connection.stopReading();
      connection.sendBytes(bytes);
    }
    while (sent.some(([connection]) => connection.isOpen)) {
      await isAnswering(other, `during-${++round}`);
      await new Promise((resume) => setTimeout(resume, 100));
      // Who reads nothing learns by writing that the other end is gone.
      for (const [connection] of sent) connection.sendBytes(manyOf("3", 1));
    }
    await isAnswering(other, "after");
  });
  expect(grown).toBeLessThan(250 * megabyte);
  other.disconnect();
}, 40_000);

test("F3: pings of who does not read are answered with the last pong only", async () => {
  const other = await connect(served.origin, tokens.other);
  const pinging = await introduced(served.origin, { token: tokens.one });
  pinging.stopReading();
  const grown = await grownWhile(served, async () => {
    for (let round = 0; round < 40; round++) {
      pinging.sendBytes(manyOf("x".repeat(125), 20_000, opcodes.ping));
      await isAnswering(other, `pinged-${round}`);
    }
  });
  expect(grown).toBeLessThan(150 * megabyte);
  pinging.close();
  const reading = await introduced(served.origin, { token: tokens.one });
  reading.sendBytes(Buffer.concat([manyOf("first", 1_000, opcodes.ping), manyOf("last", 1, opcodes.ping)]));
  const lastPong = Buffer.from("\x8a\x04last", "latin1");
  await reading.until((received) => received.includes(lastPong), 10_000);
  expect(reading.received.includes(lastPong)).toBe(true);
  reading.close();
  other.disconnect();
}, 40_000);

test("F3: a connection that joins without end is slowed, then refused, answered each once, and nobody waits for it", async () => {
  const other = await connect(served.origin, tokens.other);
  const joining = await introduced(served.origin, { token: tokens.one });
  const count = 20_000;
  const grown = await grownWhile(served, async () => {
    for (let id = 1; id <= count; id++) {
      joining.sendText(`42${id}${JSON.stringify(["desk.join", { desk: `nope-${id}` }])}`);
      if (id % 2_500 === 0) await isAnswering(other, `joining-${id}`);
    }
    await joining.until(() => joining.size > count * 90, 20_000);
  });
  const answersIn = (text: string) => [...text.matchAll(/43(\d+)\[\{"ok":false,"error":\{"code":"([\w.]+)"/gu)];
  await joining.until((received) => answersIn(received.toString()).length >= count, 10_000);
  const answers = answersIn(joining.received.toString());
  expect(answers).toHaveLength(count);
  expect(new Set(answers.map(([, id]) => id)).size).toBe(count);
  expect(new Set(answers.map(([, , code]) => code))).toEqual(new Set(["desk.unknown", "too.many"]));
  expect(grown).toBeLessThan(150 * megabyte);
  joining.close();
  other.disconnect();
}, 40_000);

test("F3: joins and leaves of connections that are gone hold up neither others nor the end", async () => {
  const other = await connect(served.origin, tokens.other);
  for (const event of ["desk.join", "desk.leave"]) {
    const gone = await introduced(served.origin, { token: tokens.one });
    gone.sendBytes(manyOf(`42${JSON.stringify([event, { desk }])}`, 150_000));
    await isAnswering(other, event);
    gone.close();
    await isAnswering(other, `${event}-gone`);
  }
  const kept = await introduced(served.origin, { token: tokens.one });
  kept.stopReading();
  kept.sendBytes(manyOf(`42${JSON.stringify(["desk.join", { desk }])}`, 150_000));
  await isAnswering(other, "kept");
  const ended = await Promise.race([served.stop(), new Promise((resume) => setTimeout(resume, 20_000, "not ended"))]);
  expect(ended).toBe(0);
  expect(served.output().match(/"level":40/gu)?.length ?? 0).toBeLessThan(10);
}, 60_000);
