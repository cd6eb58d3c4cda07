import { targetPresets } from "@flowdesk/shared/clock/target.ts";
import { clockOf, markAt } from "@flowdesk/shared/clock/wait.ts";
import { nextWake, wakesOf } from "@flowdesk/shared/clock/wakes.ts";
import { firstPolicy } from "@flowdesk/shared/desk/policy/policy.ts";
import { day, hour, minute } from "@flowdesk/shared/time/instant.ts";
import { describe, expect, test } from "vitest";
import { clockwork, DeskUnderTest, emptyDesk, festival, later } from "../../../fixtures/desk.ts";
import { aisha, jonas } from "../../../fixtures/people.ts";

const live = { ...firstPolicy, targets: [...targetPresets.live] };

function liveDesk(): DeskUnderTest {
  return new DeskUnderTest(emptyDesk({ ...festival, policy: live }));
}

function wakes(desk: DeskUnderTest, item: string) {
  return wakesOf(desk.item(item), desk.state.desk.policy).map(({ wake, at }) => [wake, at]);
}

describe("the clock of an item", () => {
  test("a wait starts at the message's own time; later messages do not move it", () => {
    const desk = new DeskUnderTest();
    const item = desk.receive({ thread: "t", at: later(-hour) });
    desk.receive({ thread: "t", at: later(-minute) });
    expect(desk.item(item)).toMatchObject({ awaitingSince: later(-hour), dueAt: later(23 * hour), waits: 1 });
  });

  test("at risk at 75 %, overdue at 100 %, each a change and once a wait", () => {
    const desk = new DeskUnderTest();
    const item = desk.receive();
    expect(wakes(desk, item)).toEqual([
      ["warns", later(18 * hour)],
      ["expires", later(day)],
    ]);
    desk.wait(18 * hour - 1);
    expect(desk.refusal(clockwork, "item.warn", { item }).code).toBe("nothing.to.do");
    desk.wait(1).must(clockwork, "item.warn", { item });
    expect(desk.refusal(clockwork, "item.warn", { item }).code).toBe("nothing.to.do");
    expect(desk.refusal(clockwork, "item.expire", { item }).code).toBe("nothing.to.do");
    desk.wait(6 * hour).must(clockwork, "item.expire", { item });
    expect(desk.refusal(clockwork, "item.expire", { item }).code).toBe("nothing.to.do");
    expect(desk.refusal(clockwork, "item.warn", { item }).code).toBe("nothing.to.do");
    expect(wakes(desk, item)).toEqual([]);
  });

  test("a wait that is over on arrival is overdue from the start, and comes to no further change", () => {
    const desk = new DeskUnderTest();
    const item = desk.receive({ at: later(-2 * day) });
    expect(desk.item(item).mark).toBe("overdue");
    expect(nextWake(desk.item(item), firstPolicy)).toBeNull();
  });

  test("a policy that changes holds for waits that start later", () => {
    const desk = new DeskUnderTest();
    const item = desk.receive({ thread: "t" });
    desk.must(clockwork, "policy.targets", { targets: [{ ms: minute }] });
    expect(desk.item(item).dueAt).toBe(later(day));
    desk.receive({ thread: "t", direction: "out", at: desk.wait(minute).now });
    desk.receive({ thread: "t", at: desk.wait(minute).now });
    expect(desk.item(item)).toMatchObject({ dueAt: later(3 * minute), targetMs: minute });
  });

  test("the item's own need, tag and priority set its deadline in their own change", () => {
    const desk = liveDesk();
    const item = desk.receive();
    desk.must(clockwork, "policy.targets", {
      targets: [{ tag: "lost-child", ms: 2 * minute }, { priority: 2, ms: 3 * minute }, ...targetPresets.live],
    });
    const due = (type: "item.need" | "item.tag" | "item.untag" | "item.prioritise", data: object) =>
      (desk.must(aisha, type, { item, ...data } as never)[0] as { set: { dueAt?: string } }).set.dueAt;
    expect(due("item.need", { need: "urgent" })).toBe(later(5 * minute));
    expect(desk.item(item).seeBy).toBe(later(2 * minute));
    expect(due("item.tag", { tag: "lost-child" })).toBe(later(2 * minute));
    expect(due("item.untag", { tag: "lost-child" })).toBe(later(5 * minute));
    expect(due("item.prioritise", { priority: 3 })).toBe(later(3 * minute));
    expect(due("item.prioritise", { priority: 2 })).toBeUndefined();
    expect(desk.item(item).awaitingSince).toBe(later(0));
  });

  test("watch runs no clock, and rises with it when it is raised", () => {
    const desk = liveDesk();
    desk.must(clockwork, "policy.needs", { needs: [{ kind: "comment", need: "watch" }] });
    const item = desk.receive({ kind: "comment" });
    expect(desk.item(item)).toMatchObject({ need: "watch", awaitingSince: later(0), dueAt: null, targetMs: null });
    expect(desk.refusal(aisha, "items.deal", { count: 1 }).code).toBe("queue.empty");
    desk.wait(10 * minute).must(aisha, "item.need", { item, need: "urgent" });
    expect(desk.item(item)).toMatchObject({ dueAt: later(5 * minute), mark: "overdue" });
    desk.must(aisha, "item.need", { item, need: "watch" });
    expect(desk.item(item)).toMatchObject({ dueAt: null, mark: "calm" });
    desk.must(aisha, "item.close", { item });
    expect(desk.thread(item).responses).toEqual([]);
  });

  test("automatic replies, notes and status changes end no wait", () => {
    const desk = new DeskUnderTest();
    const item = desk.receive({ thread: "t" });
    desk.must(aisha, "item.note", { item, text: "Pas på" });
    desk.must(jonas, "item.claim", { item });
    desk.must(jonas, "item.passOn", { item, on: "Vagten" });
    desk.wait(1).receive({ thread: "t", direction: "out", automatic: true });
    expect(desk.item(item)).toMatchObject({ awaitingSince: later(0), answeredBefore: false, status: "on-others" });
  });

  test("answered closes by itself after three days, also what was only watched; not while something stands open", () => {
    const desk = new DeskUnderTest();
    const item = desk.receive({ thread: "t" });
    expect(desk.refusal(clockwork, "item.close", { item }).code).toBe("item.unanswered");
    desk.wait(minute).receive({ thread: "t", direction: "out" });
    expect(wakes(desk, item)).toEqual([["closes", later(minute + 3 * day)]]);
    desk.wait(3 * day - 1);
    expect(desk.refusal(clockwork, "item.close", { item }).code).toBe("nothing.to.do");
    desk.wait(1).must(clockwork, "item.close", { item });
    expect(desk.item(item)).toMatchObject({ status: "closed", closedAt: later(minute + 3 * day) });
    desk.must(clockwork, "policy.needs", { needs: [{ need: "watch" }] });
    const watched = desk.receive({ thread: "w" });
    desk.wait(2 * day).receive({ thread: "w" });
    expect(wakes(desk, watched)).toEqual([["closes", later(minute + 8 * day)]]);
  });

  test("marks come at the very instant of their deadline", () => {
    const wait = clockOf(
      live,
      { channel: "x:festival", kind: "dm", need: "practical", tags: [], priority: 0 },
      later(0),
      later(0),
    );
    expect(wait).toMatchObject({ mark: "calm", riskAt: later(11.25 * minute), dueAt: later(15 * minute), seeBy: null });
    expect(markAt(wait, later(11.25 * minute - 1))).toBe("calm");
    expect(markAt(wait, later(11.25 * minute))).toBe("at-risk");
    expect(markAt(wait, later(15 * minute - 1))).toBe("at-risk");
    expect(markAt(wait, later(15 * minute))).toBe("overdue");
  });
});
