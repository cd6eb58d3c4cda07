import { describe, expect, test } from "vitest";
import { clockwork, DeskUnderTest } from "../../../fixtures/desk.ts";
import { ida, jonas, lars, maja, noor, sofie } from "../../../fixtures/people.ts";

describe("item.claim", () => {
  test("takes the item, and counts as seen", () => {
    const desk = new DeskUnderTest();
    const item = desk.receive();
    expect(desk.must(jonas, "item.claim", { item })[0]).toMatchObject({ type: "item.claimed", item });
    expect(desk.item(item)).toMatchObject({
      status: "assigned",
      assignee: "jonas",
      assignedAt: desk.now,
      seenAt: desk.now,
      seenBy: "jonas",
      version: 2,
    });
  });

  test("D5: of all who claim one item exactly one gets it, and the others are told who", () => {
    const desk = new DeskUnderTest();
    const item = desk.receive();
    const claims = Array.from({ length: 50 }, (_, index) => (index % 2 === 0 ? sofie : jonas));
    const decisions = claims.map((who) => desk.run(who, "item.claim", { item }));
    expect(decisions.filter(({ ok }) => ok)).toHaveLength(1);
    for (const decision of decisions.slice(1))
      expect(decision).toMatchObject({ ok: false, rejection: { code: "item.taken", by: "sofie", name: "Sofie Lund" } });
  });

  test("D5: claiming what one has oneself is refused too", () => {
    const desk = new DeskUnderTest();
    const item = desk.receive();
    desk.must(jonas, "item.claim", { item });
    expect(desk.refusal(jonas, "item.claim", { item })).toMatchObject({ code: "item.taken", by: "jonas" });
  });

  test("what one does not see is not there", () => {
    const desk = new DeskUnderTest();
    const item = desk.receive({ channel: "x:festival" });
    expect(desk.refusal(noor, "item.claim", { item }).code).toBe("item.unknown");
    const dm = desk.receive({ kind: "dm" });
    for (const who of [maja, ida]) expect(desk.refusal(who, "item.claim", { item: dm }).code).toBe("item.unknown");
    expect(desk.refusal(jonas, "item.claim", { item: "gone" }).code).toBe("item.unknown");
    expect(desk.refusal(lars, "item.claim", { item }).code).toBe("forbidden");
  });

  test("what is closed or dismissed is to be opened again first", () => {
    const desk = new DeskUnderTest();
    const item = desk.receive();
    desk.must(clockwork, "item.dismiss", { item, reason: "spam" });
    expect(desk.refusal(jonas, "item.claim", { item }).code).toBe("item.closed");
  });

  test("in bulk each is looked at by itself", () => {
    const desk = new DeskUnderTest();
    const [mine, taken, free] = [desk.receive(), desk.receive(), desk.receive()];
    desk.must(sofie, "item.claim", { item: taken });
    const decision = desk.run(jonas, "item.claim", { items: [mine, taken, "gone", free, free] });
    expect(decision).toMatchObject({
      ok: true,
      changes: [{ item: mine }, { item: free }],
      refused: [
        { code: "item.taken", item: taken, by: "sofie" },
        { code: "item.unknown", item: "gone" },
      ],
    });
    expect(desk.refusal(jonas, "item.claim", { items: [taken, "gone"] }).code).toBe("item.taken");
  });

  test("S1: one or many, not both, not neither, not too many", () => {
    const desk = new DeskUnderTest();
    const bad: object[] = [
      {},
      { item: "a", items: ["a"] },
      { items: [] },
      { items: Array(501).fill("a") },
      { item: 7 },
    ];
    for (const data of bad)
      expect(desk.runRaw(jonas, "item.claim", data)).toMatchObject({ rejection: { code: "command.invalid" } });
  });
});
