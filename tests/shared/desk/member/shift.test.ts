import type { Cover } from "@flowdesk/shared/desk/cover/cover.ts";
import { loadsOf } from "@flowdesk/shared/desk/item/deal.ts";
import type { Member } from "@flowdesk/shared/desk/member/member.ts";
import { minute } from "@flowdesk/shared/time/instant.ts";
import { describe, expect, test } from "vitest";
import { clockwork, DeskUnderTest, emptyDesk, festival, later } from "../../../fixtures/desk.ts";
import { aisha, jonas, karin, sofie } from "../../../fixtures/people.ts";

const everywhere: Cover = { channels: "all" };

function deskOf(...members: Member[]): DeskUnderTest {
  return new DeskUnderTest(emptyDesk(festival, [aisha, karin, ...members]));
}

function holding(desk: DeskUnderTest, who: Member, count: number): string[] {
  return Array.from({ length: count }, () => {
    const item = desk.wait(1000).receive();
    desk.must(who, "item.claim", { item });
    return item;
  });
}

describe("stepping away", () => {
  test("what waits moves with the same command: to the cover with room, else to the queue", () => {
    const desk = deskOf(jonas, { ...sofie, capacity: 2, cover: [everywhere] });
    const items = holding(desk, jonas, 3);
    desk.must(jonas, "member.shift", { shift: "break", handOver: true });
    expect(items.map((id) => desk.item(id).assignee)).toEqual([sofie.id, sofie.id, null]);
    expect(items.map((id) => desk.item(id).status)).toEqual(["assigned", "assigned", "waiting"]);
    expect(desk.state.members.get(jonas.id)?.setAside?.items).toEqual(items);
  });

  test("without being asked nothing moves", () => {
    const desk = deskOf(jonas, { ...sofie, cover: [everywhere] });
    const [item = ""] = holding(desk, jonas, 1);
    desk.must(jonas, "member.shift", { shift: "tied-up", note: "lost child" });
    expect(desk.item(item).assignee).toBe(jonas.id);
  });

  test("a snooze and what waits on others stay so with whoever gets them; a reply on its way stays", () => {
    const desk = deskOf(jonas, { ...sofie, cover: [everywhere] });
    const [snoozed = "", passed = "", leaving = ""] = holding(desk, jonas, 3);
    desk.must(jonas, "item.snooze", { item: snoozed, until: later(30 * minute) });
    desk.must(jonas, "item.passOn", { item: passed, on: "first aid" });
    desk.must(jonas, "item.reply", { item: leaving, text: "Ved scenen" });
    desk.must(jonas, "member.shift", { shift: "away", handOver: true });
    expect(desk.item(snoozed)).toMatchObject({ assignee: sofie.id, status: "snoozed" });
    expect(desk.item(passed)).toMatchObject({ assignee: sofie.id, status: "on-others", passedOn: "first aid" });
    expect(desk.item(leaving).assignee).toBe(jonas.id);
  });

  test("what is only watched stays, and counts towards nobody's load", () => {
    const desk = deskOf(jonas, { ...sofie, capacity: 1, cover: [everywhere] });
    const [watched = "", waiting = ""] = holding(desk, jonas, 2);
    desk.must(jonas, "item.need", { item: watched, need: "watch" });
    expect(loadsOf(desk.state).get(jonas.id)).toBe(1);
    desk.must(jonas, "member.shift", { shift: "break", handOver: true });
    expect([watched, waiting].map((id) => desk.item(id).assignee)).toEqual([jonas.id, sofie.id]);
    expect(desk.state.members.get(jonas.id)?.setAside?.items).toEqual([waiting]);
  });

  test("a promise goes on with somebody else, or stays with the one who gave it", () => {
    const promised = (desk: DeskUnderTest) => {
      const [item = ""] = holding(desk, jonas, 1);
      desk.must(jonas, "item.reply", { item, text: "Vi ser på det", promise: later(60 * minute) });
      desk.must(jonas, "item.sent", { item });
      return item;
    };
    const covered = deskOf(jonas, { ...sofie, cover: [everywhere] });
    const taken = promised(covered);
    covered.must(jonas, "member.shift", { shift: "away", handOver: true });
    expect(covered.item(taken)).toMatchObject({ assignee: sofie.id, promise: { by: jonas.id } });
    const alone = deskOf(jonas);
    const kept = promised(alone);
    alone.must(jonas, "member.shift", { shift: "away", handOver: true });
    expect(alone.item(kept).assignee).toBe(jonas.id);
  });

  test("what moved is offered back, but for what somebody works on or has answered", () => {
    const desk = deskOf(jonas, { ...sofie, capacity: 2, cover: [everywhere] });
    const [opened = "", untouched = "", queued = ""] = holding(desk, jonas, 3);
    desk.must(jonas, "member.shift", { shift: "break", handOver: true });
    // Whoever claims sees; what was dealt to somebody is theirs to open. An item keeps the first who saw it.
    desk.must(sofie, "item.reply", { item: opened, text: "Hej" });
    desk.wait(minute).must(jonas, "member.shift", { shift: "on" });
    const offered = desk.state.members.get(jonas.id)?.setAside?.items ?? [];
    desk.must(jonas, "member.takeBack", { items: offered });
    expect([opened, untouched, queued].map((id) => desk.item(id).assignee)).toEqual([sofie.id, jonas.id, jonas.id]);
    expect(desk.state.members.get(jonas.id)?.setAside).toBeNull();
    expect(desk.refusal(jonas, "member.takeBack", { items: offered }).code).toBe("nothing.to.do");
  });

  test("the offer can be declined, and nothing else can be taken by it", () => {
    const desk = deskOf(jonas, { ...sofie, cover: [everywhere] });
    const [mine = ""] = holding(desk, jonas, 1);
    const [hers = ""] = holding(desk, sofie, 1);
    desk.must(jonas, "member.shift", { shift: "break", handOver: true });
    desk.must(jonas, "member.takeBack", { items: [hers] });
    expect([mine, hers].map((id) => desk.item(id).assignee)).toEqual([sofie.id, sofie.id]);
  });

  test("a console that is gone sets its member away, and what is theirs moves", () => {
    const desk = deskOf(jonas, { ...sofie, cover: [everywhere] });
    const [item = ""] = holding(desk, jonas, 1);
    expect(desk.refusal(aisha, "member.lose", { member: jonas.id }).code).toBe("forbidden");
    desk.must(clockwork, "member.lose", { member: jonas.id });
    expect(desk.state.members.get(jonas.id)).toMatchObject({ shift: "away", isLost: true });
    expect(desk.item(item).assignee).toBe(sofie.id);
    expect(desk.refusal(clockwork, "member.lose", { member: jonas.id }).code).toBe("nothing.to.do");
    desk.must(jonas, "member.shift", { shift: "on" });
    expect(desk.state.members.get(jonas.id)?.isLost).toBe(false);
  });
});

describe("the end of a shift", () => {
  test("the shift is the whole evening, with its breaks", () => {
    const desk = deskOf({ ...jonas, shift: "off", shiftSince: later(-600 * minute) });
    desk.must(jonas, "member.shift", { shift: "on" });
    const began = desk.state.members.get(jonas.id)?.shiftSince ?? "";
    desk.wait(minute).must(jonas, "member.shift", { shift: "break", handOver: true });
    desk.wait(minute).must(jonas, "member.shift", { shift: "on" });
    expect(desk.state.members.get(jonas.id)).toMatchObject({ shiftBegan: began });
    desk.wait(minute).must(jonas, "shift.end", {});
    expect([...desk.state.briefings.values()].at(-1)?.handOver).toMatchObject({ from: began });
    expect(desk.state.members.get(jonas.id)).toMatchObject({ shiftBegan: null });
    desk.must(jonas, "member.shift", { shift: "on" });
    desk.must(jonas, "member.shift", { shift: "off" });
    expect(desk.state.members.get(jonas.id)).toMatchObject({ shiftBegan: null });
    expect(desk.refusal(jonas, "member.shift", { shift: "off" }).code).toBe("nothing.to.do");
  });

  test("open items move in one step, and the hand-over says what there was and who has it", () => {
    const desk = deskOf({ ...jonas, shiftSince: later(-60 * minute) }, { ...sofie, capacity: 1, cover: [everywhere] });
    const items = holding(desk, jonas, 2);
    desk.must(jonas, "shift.end", { sentence: "Toiletterne ved øst er lukket." });
    expect(desk.state.members.get(jonas.id)).toMatchObject({ shift: "off" });
    const [handOver] = [...desk.state.briefings.values()];
    expect(handOver).toMatchObject({
      kind: "hand-over",
      text: "Toiletterne ved øst er lukket.",
      by: jonas.id,
      handOver: {
        member: jonas.id,
        from: later(-60 * minute),
        leftInAll: 2,
        left: [
          { item: items[0], to: sofie.id },
          { item: items[1], to: null },
        ],
        loads: [{ member: sofie.id, items: 1 }],
      },
    });
    expect(JSON.stringify(handOver)).not.toContain("indgangen");
    expect(desk.refusal(jonas, "shift.end", {}).code).toBe("nothing.to.do");
  });

  test("of very many the most pressing are listed, and their number is said", () => {
    const desk = deskOf(jonas);
    holding(desk, jonas, 230);
    desk.must(jonas, "shift.end", {});
    const [handOver] = [...desk.state.briefings.values()];
    expect([handOver?.handOver?.left.length, handOver?.handOver?.leftInAll]).toEqual([200, 230]);
  });
});

describe("access that ends", () => {
  test("is given with the member, moved and taken off by an administrator", () => {
    const desk = deskOf();
    const until = later(8 * 60 * minute);
    desk.must(karin, "member.add", { member: "vera", name: "Vera", roles: ["community-manager"], until });
    expect(desk.state.members.get("vera")?.accessUntil).toBe(until);
    desk.must(karin, "member.until", { member: "vera", until: null });
    expect(desk.state.members.get("vera")?.accessUntil).toBeNull();
    expect(desk.refusal(karin, "member.until", { member: "vera", until: later(-1) }).code).toBe("time.past");
    expect(desk.refusal(karin, "member.until", { member: karin.id, until }).code).toBe("member.last.administrator");
    expect(desk.refusal(aisha, "member.until", { member: "vera", until }).code).toBe("forbidden");
  });
});
