import { type Envelope, Outbox } from "@flowdesk/client/connection/outbox.ts";
import type { CommandAnswer } from "@flowdesk/shared/protocol/command.ts";
import { expect, test } from "vitest";

/** A connection whose answers the test gives by hand. */
function line() {
  const sent: Array<{ id: string; answer: (answer: CommandAnswer) => void; fail: () => void }> = [];
  const waits: Array<{ ms: number; over: () => void }> = [];
  const outbox = new Outbox(
    ({ id }: Envelope) =>
      new Promise((answer, reject) => sent.push({ id, answer, fail: () => reject(new Error("No answer came")) })),
    (ms) => new Promise((over) => waits.push({ ms, over })),
  );
  return { outbox, sent, waits };
}

const envelope = (id: string): Envelope => ({ id, desk: "festival", type: "item.claim", item: "i1" });
const settled = () => new Promise((resolve) => setTimeout(resolve, 0));
const ids = (sent: ReadonlyArray<{ id: string }>) => sent.map(({ id }) => id);

test("D4: what is given while there is no connection is kept and sent in order, under the same ids, when there is one", async () => {
  const { outbox, sent } = line();
  const answers = ["a", "b"].map((id) => outbox.add(envelope(id)));
  expect(sent).toEqual([]);
  expect(outbox.size).toBe(2);
  outbox.resume();
  expect(ids(sent)).toEqual(["a", "b"]);
  for (const [at, one] of sent.entries()) one.answer({ ok: true, seq: at + 1 });
  expect(await Promise.all(answers)).toEqual([
    { ok: true, seq: 1 },
    { ok: true, seq: 2 },
  ]);
  expect(outbox.size).toBe(0);
});

test("D4: a command whose answer a cut has lost is sent again under the same id, and answered once", async () => {
  const { outbox, sent } = line();
  outbox.resume();
  const answer = outbox.add(envelope("a"));
  outbox.pause();
  sent[0]?.fail();
  await settled();
  outbox.resume();
  expect(ids(sent)).toEqual(["a", "a"]);
  sent[1]?.answer({ ok: true, seq: 7 });
  expect(await answer).toEqual({ ok: true, seq: 7 });
});

test("D3: an answer that fails to come on a connection that stands is asked for again under the same id", async () => {
  const { outbox, sent, waits } = line();
  outbox.resume();
  void outbox.add(envelope("a"));
  sent[0]?.fail();
  await settled();
  waits[0]?.over();
  await settled();
  expect(ids(sent)).toEqual(["a", "a"]);
});

test("D3: desk.unavailable is no answer to a person: the same command goes out again after a while", async () => {
  const { outbox, sent, waits } = line();
  outbox.resume();
  const answer = outbox.add(envelope("a"));
  sent[0]?.answer({ ok: false, error: { code: "desk.unavailable", message: "Later." } });
  await settled();
  expect(ids(sent)).toEqual(["a"]);
  expect(waits[0]?.ms).toBeGreaterThan(0);
  waits[0]?.over();
  await settled();
  sent[1]?.answer({ ok: false, error: { code: "item.taken", message: "Sofie has this.", by: "sofie" } });
  expect(await answer).toMatchObject({ ok: false, error: { code: "item.taken" } });
});

test("a console that comes back with many commands sends only as many at once as a connection may have", async () => {
  const { outbox, sent } = line();
  for (let n = 0; n < 100; n++) void outbox.add(envelope(`c${n}`));
  outbox.resume();
  const first = sent.length;
  expect(first).toBeLessThan(64);
  sent[0]?.answer({ ok: true, seq: 1 });
  await settled();
  expect(sent.length).toBe(first + 1);
  expect(ids(sent)).toEqual(Array.from({ length: first + 1 }, (_, n) => `c${n}`));
});

test("what waits when the desk is left is answered, and nothing is sent after", async () => {
  const { outbox, sent } = line();
  const answer = outbox.add(envelope("a"));
  outbox.abandon({ ok: false, error: { code: "desk.unavailable", message: "The desk is not open here." } });
  expect(await answer).toMatchObject({ ok: false });
  expect(sent).toEqual([]);
});
