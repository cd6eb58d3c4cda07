import { assign } from "@flowdesk/client/actions/assign.ts";
import { claim } from "@flowdesk/client/actions/claim.ts";
import { deal } from "@flowdesk/client/actions/deal.ts";
import { dismiss } from "@flowdesk/client/actions/dismiss.ts";
import { passOn } from "@flowdesk/client/actions/pass-on.ts";
import { prioritise } from "@flowdesk/client/actions/prioritise.ts";
import { release } from "@flowdesk/client/actions/release.ts";
import { reply } from "@flowdesk/client/actions/reply.ts";
import { see } from "@flowdesk/client/actions/see.ts";
import { setNeed } from "@flowdesk/client/actions/set-need.ts";
import { snooze } from "@flowdesk/client/actions/snooze.ts";
import { tag } from "@flowdesk/client/actions/tag.ts";
import { undo } from "@flowdesk/client/actions/undo.ts";
import { undoReply } from "@flowdesk/client/actions/undo-reply.ts";
import { undoStore } from "@flowdesk/client/actions/undo-stack.ts";
import { untag } from "@flowdesk/client/actions/untag.ts";
import { openDesk } from "@flowdesk/client/connection/desk-session.ts";
import { noticesStore } from "@flowdesk/client/store/notices-store.ts";
import { replicaStore } from "@flowdesk/client/store/replica-store.ts";
import { hour } from "@flowdesk/shared/time/instant.ts";
import { afterEach, beforeEach, expect, test } from "vitest";
import { atRest, ConsoleWire } from "../../fixtures/console-wire.ts";
import { DeskUnderTest, emptyDesk, festival, later } from "../../fixtures/desk.ts";
import { everyone, jonas, sofie, solveig } from "../../fixtures/people.ts";

let desk: DeskUnderTest;
let wire: ConsoleWire;
let fed = 0;
let items: string[] = [];

/** The console is told of all that has happened. */
async function settle(): Promise<void> {
  await Promise.resolve();
  if (desk.log.length > fed) wire.feed(fed + 1);
  fed = desk.log.length;
  await atRest();
}

beforeEach(async () => {
  desk = new DeskUnderTest(emptyDesk(festival, [...everyone, solveig]));
  items = [1, 2, 3].map((n) => desk.receive({ externalId: `m${n}`, channel: "instagram:festival" }));
  undoStore.setState({ stack: [] });
  noticesStore.setState({ notices: [] });
  wire = new ConsoleWire(desk, solveig);
  openDesk("festival", wire.connection);
  wire.events.connected();
  await atRest();
  fed = desk.log.length;
});
afterEach(() => wire.connection.close());

/** What undoing must bring back: who has each item, in which state, and how it is marked. */
const standing = () =>
  items.map((id) => {
    const { assignee, status, need, priority, tags, passedOn, snoozedUntil } = desk.item(id);
    return { assignee, status, need, priority, tags, passedOn, snoozedUntil, leaving: desk.item(id).leaving.length };
  });

const verbs: ReadonlyArray<readonly [string, () => Promise<{ readonly ok: boolean }>]> = [
  ["claim", () => claim(items)],
  ["assign", () => assign(items, "sofie")],
  ["deal", () => deal(3)],
  ["reply", () => reply(items[0] ?? "", "Indgang Øst åbner kl. 21")],
  ["tag", () => tag(items, "lost")],
  ["set need", () => setNeed(items, "urgent")],
  ["prioritise", () => prioritise(items, 2)],
  ["snooze", () => snooze(items, later(hour))],
  ["pass on", () => passOn(items, "first aid")],
  ["dismiss", () => dismiss(items, "spam")],
];

test.each(verbs)(
  "undo after %s leaves items as they were, those that somebody had and those that nobody had",
  async (_verb, verb) => {
    desk.must(solveig, "item.claim", { item: items[0] ?? "" });
    await settle();
    if (_verb === "claim" || _verb === "deal") items = items.slice(1);
    const before = standing();
    expect(await verb()).toMatchObject({ ok: true });
    await settle();
    expect(standing()).not.toEqual(before);
    expect(await undo()).toMatchObject({ ok: true });
    await settle();
    const undone = standing();
    // Whoever opens a dismissed item by hand has it, where nobody had it before.
    if (_verb === "dismiss") expect(undone.map(({ status }) => status)).toEqual(["assigned", "assigned", "assigned"]);
    else expect(undone).toEqual(before);
    expect(noticesStore.getState().notices.at(-1)).toMatchObject({ kind: "undone" });
  },
);

test("a reply is taken back before the desk has answered for it, and does not leave", async () => {
  const [item = ""] = items;
  const replied = reply(item, "Indgang Øst åbner kl. 21");
  const shown = replicaStore.getState().state?.items.get(item)?.leaving[0]?.message ?? "";
  const undone = undoReply(item, shown);
  expect(replicaStore.getState().state?.items.get(item)?.leaving).toEqual([]);
  expect([await replied, await undone]).toMatchObject([{ ok: true }, { ok: true }]);
  await settle();
  expect(desk.item(item).leaving).toEqual([]);
  expect(replicaStore.getState().state?.items.get(item)?.leaving).toEqual([]);
});

test("undo after release and untag brings holder and tag back", async () => {
  desk.must(sofie, "item.claim", { item: items[0] ?? "" });
  desk.must(sofie, "item.tag", { item: items[0] ?? "", tag: "lost" });
  await settle();
  const before = standing();
  await release(items.slice(0, 1));
  await untag(items.slice(0, 1), "lost");
  await settle();
  await undo();
  await undo();
  await settle();
  expect(standing()).toEqual(before);
  expect(await undo()).toBeNull();
  expect(noticesStore.getState().notices.at(-1)).toMatchObject({ kind: "nothing-to-undo" });
});

test("what the desk refuses is told, shows no more, and is not there to undo", async () => {
  const [item = ""] = items;
  desk.must(jonas, "item.claim", { item });
  const done = claim([item]);
  expect(replicaStore.getState().state?.items.get(item)?.assignee).toBe("solveig");
  expect(await done).toMatchObject({ ok: false });
  expect(noticesStore.getState().notices).toMatchObject([
    { kind: "refused", rejection: { code: "item.taken", by: "jonas", name: "Jonas Friis" } },
  ]);
  expect(replicaStore.getState().state?.items.get(item)?.assignee).toBeNull();
  expect(undoStore.getState().stack).toEqual([]);
});

test("of a bulk, what could not be done is told, what could is done, and only that is undone", async () => {
  desk.must(jonas, "item.claim", { item: items[0] ?? "" });
  expect(await claim(items)).toMatchObject({ ok: true });
  expect(noticesStore.getState().notices).toMatchObject([{ kind: "partly", refused: [{ code: "item.taken" }] }]);
  expect(desk.item(items[1] ?? "").assignee).toBe("solveig");
  await settle();
  expect(await undo()).toMatchObject({ ok: true });
  expect(items.map((id) => desk.item(id).assignee)).toEqual(["jonas", null, null]);
});

test("that somebody has seen an item before is no news", async () => {
  await see(items.slice(0, 1));
  await settle();
  expect(await see(items.slice(0, 1))).toMatchObject({ ok: false });
  expect(noticesStore.getState().notices).toEqual([]);
  expect(desk.item(items[0] ?? "").seenBy).toBe("solveig");
});
