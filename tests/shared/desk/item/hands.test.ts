import { describe, expect, test } from "vitest";
import { clockwork, DeskUnderTest } from "../../../fixtures/desk.ts";
import { aisha, jonas, lars, sofie } from "../../../fixtures/people.ts";

function claimed(): { desk: DeskUnderTest; item: string } {
  const desk = new DeskUnderTest();
  const item = desk.receive();
  desk.must(jonas, "item.claim", { item });
  return { desk, item };
}

describe("item.assign", () => {
  test("gives an item from one to another", () => {
    const { desk, item } = claimed();
    desk.must(lars, "item.assign", { item, to: "sofie" });
    expect(desk.item(item)).toMatchObject({ assignee: "sofie", status: "assigned", seenBy: "jonas" });
  });

  test("refuses who has it, who is not there, who does not answer and who does not see it", () => {
    const { desk, item } = claimed();
    const code = (to: string) => desk.refusal(aisha, "item.assign", { item, to }).code;
    expect(code("jonas")).toBe("nothing.to.do");
    expect(code("unknown")).toBe("member.unknown");
    expect(code("ida")).toBe("member.cannot");
    expect(code("noor")).toBe("member.cannot");
    desk.must(clockwork, "member.remove", { member: "sofie" });
    expect(code("sofie")).toBe("member.unknown");
    expect(desk.refusal(jonas, "item.assign", { item, to: "emil" }).code).toBe("forbidden");
  });
});

describe("item.release", () => {
  test("puts an item back, and remembers who had it", () => {
    const { desk, item } = claimed();
    expect(desk.refusal(sofie, "item.release", { item })).toMatchObject({ code: "item.not.yours", by: "jonas" });
    desk.must(jonas, "item.release", { item });
    expect(desk.item(item)).toMatchObject({
      assignee: null,
      lastAssignee: "jonas",
      status: "waiting",
      assignedAt: null,
    });
    expect(desk.refusal(jonas, "item.release", { item }).code).toBe("item.not.yours");
    expect(desk.refusal(aisha, "item.release", { item }).code).toBe("nothing.to.do");
  });

  test("an item in which nobody waits goes back as answered, not into the queue", () => {
    const { desk, item } = claimed();
    desk.must(jonas, "item.reply", { item, text: "Ved scenen" });
    desk.must(jonas, "item.sent", { item });
    desk.must(jonas, "item.close", { item });
    desk.must(jonas, "item.reopen", { item });
    expect(desk.item(item)).toMatchObject({ status: "assigned", assignee: "jonas", awaitingSince: null });
    desk.must(jonas, "item.release", { item });
    expect(desk.item(item).status).toBe("answered");
  });
});

describe("A2: what a member may hold no more goes back to the queue with the same command", () => {
  test.each([
    ["member.remove", {}],
    ["member.roles", { roles: ["analyst"] }],
    ["member.channels", { channels: ["instagram:festival"] }],
  ] as const)("%s", (type, more) => {
    const { desk, item } = claimed();
    const changes = desk.must(clockwork, type, { member: "jonas", ...more } as never);
    expect(changes.map((change) => change.type)).toContain("item.released");
    expect(desk.item(item)).toMatchObject({ assignee: null, lastAssignee: "jonas", status: "waiting" });
  });

  test("and what they still may stays with them", () => {
    const { desk, item } = claimed();
    desk.must(clockwork, "member.channels", { member: "jonas", channels: ["x:festival"] });
    expect(desk.item(item).assignee).toBe("jonas");
  });
});

describe("items.deal", () => {
  test("hands the queue to those on shift with room, the roomiest first, the next of the queue first", () => {
    const desk = new DeskUnderTest();
    const items = Array.from({ length: 5 }, () => desk.wait(1).receive({ kind: "mention" }));
    const changes = desk.must(aisha, "items.deal", { count: 3 });
    expect(changes.map((change) => "item" in change && change.item)).toEqual(items.slice(0, 3));
    const assignees = items.map((item) => desk.item(item).assignee);
    expect(new Set(assignees.slice(0, 3))).toEqual(new Set(["jonas", "sofie"]));
    expect(assignees.slice(3)).toEqual([null, null]);
  });

  test("goes to whoever had it before, and past who is full, off shift or does not see it", () => {
    const desk = new DeskUnderTest();
    const item = desk.receive();
    desk.must(sofie, "item.claim", { item });
    desk.must(sofie, "item.release", { item });
    desk.must(aisha, "items.deal", { items: [item] });
    expect(desk.item(item).assignee).toBe("sofie");
    for (const member of ["jonas", "sofie"]) desk.must(clockwork, "member.capacity", { member, capacity: 0 });
    const other = desk.receive();
    expect(desk.refusal(aisha, "items.deal", { items: [other] }).code).toBe("nobody.free");
    expect(desk.run(aisha, "items.deal", { items: [desk.receive({ channel: "instagram:festival" })] })).toMatchObject({
      changes: [{ set: { assignee: "noor" } }],
    });
  });

  test("refuses what is taken, gone, or nothing at all", () => {
    const { desk, item } = claimed();
    expect(desk.refusal(aisha, "items.deal", { count: 1 }).code).toBe("queue.empty");
    expect(desk.refusal(aisha, "items.deal", { items: [item] })).toMatchObject({ code: "item.taken", by: "jonas" });
    expect(desk.refusal(aisha, "items.deal", { items: ["gone"] }).code).toBe("item.unknown");
    expect(desk.refusal(jonas, "items.deal", { count: 1 }).code).toBe("forbidden");
    const free = desk.receive();
    expect(desk.run(aisha, "items.deal", { items: [free, item] })).toMatchObject({
      ok: true,
      changes: [{ item: free }],
      refused: [{ code: "item.taken", item }],
    });
  });

  test("a language is answered by who speaks it, and waits for them when they are full", () => {
    const desk = new DeskUnderTest();
    desk.must(clockwork, "member.languages", { member: "sofie", languages: ["en"] });
    desk.must(clockwork, "member.capacity", { member: "jonas", capacity: 1 });
    const [first, second] = [desk.receive({ lang: "da" }), desk.wait(1).receive({ lang: "da-DK" })];
    desk.must(aisha, "items.deal", { count: 2 });
    expect([desk.item(first).assignee, desk.item(second).assignee]).toEqual(["jonas", null]);
    const swahili = desk.wait(1).receive({ lang: "sw" });
    desk.must(aisha, "items.deal", { items: [swahili] });
    expect(desk.item(swahili).assignee).toBe("sofie");
  });
});
