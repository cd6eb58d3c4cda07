import type { Change } from "@flowdesk/shared/desk/change.ts";
import { viewOf } from "@flowdesk/shared/desk/view.ts";
import { Replica } from "@flowdesk/shared/replica/replica.ts";
import { expect, test } from "vitest";
import { freshLoad } from "../../fixtures/console.ts";
import { ConsoleAtDesk } from "../../fixtures/console-at-desk.ts";
import { DeskUnderTest } from "../../fixtures/desk.ts";
import { jonas, sofie } from "../../fixtures/people.ts";

function evening() {
  const desk = new DeskUnderTest();
  const item = desk.receive();
  const replica = new Replica({
    log: "log",
    seq: desk.log.length,
    me: jonas.id,
    state: freshLoad(desk.state, viewOf(jonas)),
  });
  const frame = (from: number) => ({ from, to: desk.log.length, changes: desk.log.slice(from - 1) });
  const shown = () => replica.shown.items.get(item);
  return { desk, item, replica, frame, shown };
}

const claim = (item: string, id = "k1") => ({ id, type: "item.claim", data: { item } });

test("what is done here shows at once, and stays through an answer that comes before its change", () => {
  const { desk, item, replica, frame, shown } = evening();
  expect(replica.propose(claim(item), desk.now, true).kind).toBe("pending");
  expect(shown()?.assignee).toBe("jonas");
  const from = desk.log.length + 1;
  desk.must(jonas, "item.claim", { item });
  replica.acknowledge("k1", from);
  expect(replica.pending).toEqual(["k1"]);
  expect(shown()?.assignee).toBe("jonas");
  replica.receive(frame(from));
  expect(replica.pending).toEqual([]);
  expect(shown()?.assignee).toBe("jonas");
});

test("a change that comes before its answer ends the command, and the late answer does nothing", () => {
  const console = new ConsoleAtDesk(new DeskUnderTest(), jonas);
  const item = console.desk.receive();
  console.feed(9);
  console.arrive(1);
  console.propose("item.claim", { item });
  console.decideNext();
  console.feed(9);
  console.arrive(1);
  expect(console.replica.pending).toEqual([]);
  console.arrive(0);
  expect(console.replica.shown.items.get(item)).toEqual(console.desk.item(item));
});

test("a refused command is taken out, and what was built on it with it", () => {
  const { desk, item, replica, shown } = evening();
  replica.propose(claim(item), desk.now, true);
  replica.propose({ id: "k2", type: "item.tag", data: { item, tag: "lost" } }, desk.now, true);
  expect(shown()?.tags).toEqual(["lost"]);
  const altered = replica.refuse("k1");
  expect(altered.items).toEqual(new Set([item]));
  expect(shown()?.assignee).toBeNull();
  expect(shown()?.tags).toEqual([]);
  expect(replica.pending).toEqual(["k2"]);
});

test("somebody else's claim that comes in first shows, whatever was done here", () => {
  const { desk, item, replica, frame, shown } = evening();
  replica.propose(claim(item), desk.now, true);
  const from = desk.log.length + 1;
  desk.must(sofie, "item.claim", { item });
  replica.receive(frame(from));
  expect(shown()?.assignee).toBe("sofie");
});

test("a refusal that the copy is certain of is given at once; on an old copy the desk is asked", () => {
  const { desk, item, replica, frame } = evening();
  const from = desk.log.length + 1;
  desk.must(sofie, "item.claim", { item });
  replica.receive(frame(from));
  const proposed = replica.propose(claim(item), desk.now, true);
  expect(proposed).toMatchObject({
    kind: "refused",
    rejection: { code: "item.taken", by: "sofie", name: "Sofie Lund" },
  });
  expect(replica.propose(claim(item, "k2"), desk.now, false).kind).toBe("pending");
});

test("what is not here may be there all the same: only the desk can say that it is not", () => {
  const { desk, replica } = evening();
  expect(replica.propose({ id: "k1", type: "item.reopen", data: { item: "old" } }, desk.now, true).kind).toBe(
    "pending",
  );
});

test("a gap is told, what has been taken in already is passed over, and a type that is not known is named", () => {
  const { desk, item, replica, frame, shown } = evening();
  const from = desk.log.length + 1;
  desk.must(sofie, "item.claim", { item });
  desk.must(sofie, "item.tag", { item, tag: "lost" });
  expect(replica.receive(frame(from + 1)).kind).toBe("gap");
  expect(replica.receive(frame(from)).kind).toBe("taken");
  const tagged = shown();
  expect(replica.receive(frame(from)).kind).toBe("taken");
  expect(shown()).toBe(tagged);
  const strange = { seq: from + 2, at: desk.now, by: "x", command: "y", type: "item.sung", item } as unknown as Change;
  expect(replica.receive({ from: from + 2, to: from + 2, changes: [strange] })).toEqual({
    kind: "unknown-type",
    type: "item.sung",
  });
});

test("only what altered is told, and items that nobody touched stay the same values", () => {
  const { desk, item, replica, frame } = evening();
  const from = desk.log.length + 1;
  const other = desk.receive({ externalId: "other" });
  replica.receive(frame(from));
  const untouched = replica.shown.items.get(item);
  const next = desk.log.length + 1;
  desk.must(sofie, "item.claim", { item: other });
  const received = replica.receive(frame(next));
  expect(received.kind === "taken" && received.altered.items).toEqual(new Set([other]));
  expect(replica.shown.items.get(item)).toBe(untouched);
});

test("a thread that was read before what came in since is brought up to it, and one that was read after is not given it twice", () => {
  for (const readFirst of [true, false]) {
    const { desk, item, replica, frame } = evening();
    const from = desk.log.length + 1;
    replica.expectThread(item);
    const read = () => ({ seq: desk.log.length, item: desk.item(item), ...structuredClone(desk.thread(item)) });
    const early = read();
    desk.must(jonas, "item.claim", { item });
    desk.must(jonas, "item.note", { item, text: "Ringer til vagten" });
    const late = read();
    const answer = readFirst ? early : late;
    if (readFirst) replica.receive(frame(from));
    replica.openThread({ ...answer, messages: [...answer.messages], responses: [...answer.responses] });
    if (!readFirst) replica.receive(frame(from));
    expect(replica.shown.threads.get(item)).toEqual(desk.thread(item));
  }
});

test("an item that closes while it is open on the screen stays to be seen, and comes back when it is reopened", () => {
  const { desk, item, replica, frame } = evening();
  const thread = desk.thread(item);
  replica.expectThread(item);
  replica.openThread({ seq: desk.log.length, item: desk.item(item), messages: [...thread.messages], responses: [] });
  let from = desk.log.length + 1;
  desk.must(sofie, "item.claim", { item });
  desk.must(sofie, "item.dismiss", { item, reason: "spam" });
  replica.receive(frame(from));
  expect(replica.shown.items.has(item)).toBe(false);
  expect(replica.closedItems.get(item)).toEqual(desk.item(item));
  from = desk.log.length + 1;
  desk.must(sofie, "item.reopen", { item });
  replica.receive(frame(from));
  expect(replica.shown.items.get(item)).toEqual(desk.item(item));
  expect(replica.closedItems.size).toBe(0);
});
