import { Refusal } from "@flowdesk/client/connection/refusal.ts";
import { replicaStore } from "@flowdesk/client/store/replica-store.ts";
import { afterEach, expect, test } from "vitest";
import { atRest, ConsoleWire } from "../../fixtures/console-wire.ts";
import { DeskUnderTest } from "../../fixtures/desk.ts";
import { jonas, sofie } from "../../fixtures/people.ts";

const view = () => replicaStore.getState();
let wire: ConsoleWire | null = null;

/** A console at a desk with one item, live. */
async function live() {
  const desk = new DeskUnderTest();
  const item = desk.receive();
  const made = new ConsoleWire(desk, jonas);
  wire = made;
  made.events.connected();
  await atRest();
  expect(view().connection).toEqual({ kind: "live" });
  return { desk, item, wire: made };
}

afterEach(() => wire?.connection.close());

test("F1: a console joins from what it has loaded, and takes what comes", async () => {
  const { desk, item, wire } = await live();
  expect(wire.joins).toEqual([{ desk: "festival", since: 1, log: "log-1" }]);
  expect(view().queue).toEqual([item]);
  desk.must(sofie, "item.claim", { item });
  wire.feed(2);
  await atRest();
  expect(view().state?.items.get(item)?.assignee).toBe("sofie");
});

test("F1: after a cut it resumes from its cursor, and loads nothing anew", async () => {
  const { desk, item, wire } = await live();
  wire.events.disconnected();
  expect(view().connection.kind).toBe("offline");
  desk.must(sofie, "item.claim", { item });
  desk.must(sofie, "item.tag", { item, tag: "lost" });
  wire.events.connected();
  await atRest();
  expect(wire.joins.at(-1)).toMatchObject({ since: 1 });
  expect(view().connection).toEqual({ kind: "catching-up", behind: 2 });
  wire.feed(2);
  await atRest();
  expect(view().connection).toEqual({ kind: "live" });
  expect(view().state?.items.get(item)?.tags).toEqual(["lost"]);
  expect(wire.snapshots).toBe(1);
});

test("F1: a gap between frames is no silence: it joins again from what it has", async () => {
  const { desk, item, wire } = await live();
  desk.must(sofie, "item.claim", { item });
  desk.must(sofie, "item.tag", { item, tag: "lost" });
  wire.feed(3);
  await atRest();
  expect(wire.joins).toHaveLength(2);
  expect(wire.joins.at(-1)).toMatchObject({ since: 1 });
});

test("L5: told to reset, it loads the desk anew and joins from there, by the new log", async () => {
  const { desk, item, wire } = await live();
  wire.events.disconnected();
  desk.must(sofie, "item.claim", { item });
  wire.resets = true;
  wire.log = "log-2";
  wire.events.connected();
  await atRest();
  expect(wire.snapshots).toBe(2);
  expect(wire.joins.slice(1)).toEqual([
    { desk: "festival", since: 1, log: "log-1" },
    { desk: "festival", since: 2, log: "log-2" },
  ]);
  expect(view().state?.items.get(item)?.assignee).toBe("sofie");
});

test("D4: what is done offline shows at once, is counted as waiting, and is done once when the connection is back", async () => {
  const { desk, item, wire } = await live();
  wire.events.disconnected();
  const done = wire.connection.command("item.claim", { item });
  expect(view().state?.items.get(item)?.assignee).toBe("jonas");
  expect(view().mine).toEqual([item]);
  expect(view().waitingCommands).toBe(1);
  expect(view().underWay.has(item)).toBe(true);
  wire.events.connected();
  expect(await done).toEqual({ ok: true, seq: 2 });
  wire.feed(2);
  await atRest();
  expect(view().waitingCommands).toBe(0);
  expect(view().underWay.size).toBe(0);
  expect(desk.item(item).assignee).toBe("jonas");
});

test("D4: an answer that never comes is asked for again under the same id, and nothing is done twice", async () => {
  const { desk, item, wire } = await live();
  wire.silent = true;
  const done = wire.connection.command("item.claim", { item });
  wire.silent = false;
  expect(await done).toEqual({ ok: true, seq: 2 });
  expect(wire.commands).toHaveLength(2);
  expect(new Set(wire.commands.map(({ id }) => id)).size).toBe(1);
  expect(desk.log).toHaveLength(2);
});

test("what the desk refuses is taken back on the screen", async () => {
  const { desk, item, wire } = await live();
  desk.must(sofie, "item.claim", { item });
  const done = wire.connection.command("item.claim", { item });
  expect(view().state?.items.get(item)?.assignee).toBe("jonas");
  expect(await done).toMatchObject({ ok: false, error: { code: "item.taken", by: "sofie" } });
  expect(view().state?.items.get(item)?.assignee).toBeNull();
});

test("F2: when what one may see alters, the copy is dropped and loaded anew", async () => {
  const { wire } = await live();
  wire.events.deskClosed({ desk: "festival", reason: "view-changed" });
  expect(view().state).toBeNull();
  await atRest();
  expect(wire.snapshots).toBe(2);
  expect(view().connection).toEqual({ kind: "live" });
});

test("A2: who is removed or signed out sees nothing more, and hears why", async () => {
  for (const [reason, kind] of [
    ["removed", "removed"],
    ["signed-out", "signed-out"],
  ] as const) {
    const { wire } = await live();
    wire.events.deskClosed({ desk: "festival", reason });
    expect(view().state).toBeNull();
    expect(view().connection.kind).toBe(kind);
    expect(await wire.connection.command("item.claim", { item: "i" })).toMatchObject({ ok: false });
  }
});

test("L3: a type that this release does not know makes it reload once, and then ask for it", async () => {
  const { desk, wire } = await live();
  const strange = { seq: 2, at: desk.now, by: "x", command: "y", type: "item.sung", item: "i" };
  wire.events.changes({ desk: "festival", from: 2, to: 2, now: desk.now, changes: [strange as never] });
  await atRest();
  expect(wire.reloads).toEqual(["item.sung"]);
  expect(view().connection).toEqual({ kind: "reload-needed" });
});

test("a load that fails is tried again; one that is refused for good is not", async () => {
  const desk = new DeskUnderTest();
  const made = new ConsoleWire(desk, jonas);
  wire = made;
  made.snapshotFails = new Refusal("too.many", "Too many are loading the desk at once.", 503, 0);
  made.events.connected();
  await atRest();
  expect(made.snapshots).toBeGreaterThan(1);
  expect(view().connection).toMatchObject({ kind: "failed", code: "too.many" });
  made.snapshotFails = null;
  await atRest();
  expect(view().connection).toEqual({ kind: "live" });
  made.connection.close();

  const other = new ConsoleWire(desk, jonas);
  wire = other;
  other.snapshotFails = new Refusal("unauthenticated", "Sign in first.", 401);
  await atRest();
  await atRest();
  expect(view().connection).toEqual({ kind: "signed-out" });
});

test("a new connection is told what is open here", async () => {
  const { item, wire } = await live();
  wire.connection.presence(item, true);
  wire.events.disconnected();
  wire.events.connected();
  await atRest();
  expect(wire.presences.at(-1)).toEqual({ desk: "festival", item, writing: true });
});
