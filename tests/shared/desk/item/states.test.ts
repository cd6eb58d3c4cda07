import { day, hour, minute } from "@flowdesk/shared/time/instant.ts";
import { describe, expect, test } from "vitest";
import { clockwork, DeskUnderTest, later } from "../../../fixtures/desk.ts";
import { aisha, jonas, sofie } from "../../../fixtures/people.ts";

function claimed(message: Parameters<DeskUnderTest["receive"]>[0] = { thread: "t" }) {
  const desk = new DeskUnderTest();
  const item = desk.receive(message);
  desk.must(jonas, "item.claim", { item });
  return { desk, item };
}

describe("item.snooze", () => {
  test("until a time, or until it is at risk if that is sooner", () => {
    const { desk, item } = claimed();
    desk.must(jonas, "item.snooze", { item, until: later(hour) });
    expect(desk.item(item)).toMatchObject({ status: "snoozed", snoozedUntil: later(hour) });
    expect(desk.refusal(jonas, "item.snooze", { item, until: later(hour) }).code).toBe("nothing.to.do");
    desk.must(jonas, "item.snooze", { item, until: later(2 * day) });
    expect(desk.item(item).snoozedUntil).toBe(later(18 * hour));
    expect(desk.refusal(jonas, "item.snooze", { item, until: later(0) }).code).toBe("time.past");
  });

  test("comes back at its time, or when somebody writes", () => {
    const { desk, item } = claimed();
    desk.must(jonas, "item.snooze", { item, until: later(hour) });
    expect(desk.refusal(clockwork, "item.wake", { item }).code).toBe("nothing.to.do");
    desk.wait(hour).must(clockwork, "item.wake", { item });
    expect(desk.item(item)).toMatchObject({ status: "assigned", snoozedUntil: null });
    desk.must(jonas, "item.snooze", { item, until: later(2 * hour) });
    desk.receive({ thread: "t" });
    expect(desk.item(item)).toMatchObject({ status: "assigned", snoozedUntil: null });
  });
});

describe("item.passOn", () => {
  test("names whom it waits on while the wait goes on", () => {
    const { desk, item } = claimed();
    desk.must(jonas, "item.passOn", { item, on: "Førstehjælpen" });
    expect(desk.item(item)).toMatchObject({ status: "on-others", passedOn: "Førstehjælpen", awaitingSince: later(0) });
    expect(desk.refusal(jonas, "item.passOn", { item, on: "Førstehjælpen" }).code).toBe("nothing.to.do");
    expect(desk.refusal(sofie, "item.passOn", { item, on: "Vagten" }).code).toBe("item.not.yours");
  });
});

describe("item.dismiss", () => {
  test("ends the wait without a response, with its reason", () => {
    const { desk, item } = claimed();
    desk.must(jonas, "item.dismiss", { item, reason: "no-reply-needed" });
    expect(desk.item(item)).toMatchObject({
      status: "dismissed",
      awaitingSince: null,
      dueAt: null,
      dismissed: { reason: "no-reply-needed", by: "jonas", since: later(0) },
    });
    expect(desk.thread(item).responses).toEqual([]);
    expect(desk.refusal(jonas, "item.dismiss", { item, reason: "spam" }).code).toBe("item.closed");
  });

  test("not while a reply is on its way", () => {
    const { desk, item } = claimed();
    desk.must(jonas, "item.reply", { item, text: "Hej" });
    expect(desk.refusal(jonas, "item.dismiss", { item, reason: "spam" }).code).toBe("item.unanswered");
    expect(desk.refusal(jonas, "item.close", { item }).code).toBe("item.unanswered");
  });

  test("is voided by whatever comes in: the wait that it ended resumes", () => {
    const { desk, item } = claimed();
    desk.must(jonas, "item.dismiss", { item, reason: "spam" });
    desk.wait(hour).receive({ thread: "t" });
    expect(desk.log.slice(-2).map(({ type }) => type)).toEqual(["item.reopened", "item.continued"]);
    expect(desk.item(item)).toMatchObject({
      status: "assigned",
      assignee: "jonas",
      dismissed: null,
      awaitingSince: later(0),
      dueAt: later(day),
      waits: 1,
    });
  });

  test("resumes no wait that was answered elsewhere since", () => {
    const { desk, item } = claimed();
    desk.must(jonas, "item.dismiss", { item, reason: "spam" });
    desk.wait(minute).receive({ thread: "t", direction: "out" });
    expect(desk.item(item)).toMatchObject({ status: "dismissed", dismissed: { since: null } });
    desk.wait(minute).receive({ thread: "t" });
    expect(desk.item(item)).toMatchObject({ awaitingSince: later(2 * minute), waits: 2, dismissed: null });
  });
});

describe("item.close and item.reopen", () => {
  test("closing during a wait is refused", () => {
    const { desk, item } = claimed();
    expect(desk.refusal(jonas, "item.close", { item }).code).toBe("item.unanswered");
    desk.wait(1).receive({ thread: "t", direction: "out" });
    desk.must(jonas, "item.close", { item });
    expect(desk.refusal(jonas, "item.close", { item }).code).toBe("item.closed");
  });

  test("by hand, for whoever had it last if on shift, else for oneself", () => {
    const { desk, item } = claimed();
    expect(desk.refusal(sofie, "item.reopen", { item }).code).toBe("nothing.to.do");
    desk.must(jonas, "item.dismiss", { item, reason: "duplicate" });
    desk.must(sofie, "item.reopen", { item });
    expect(desk.item(item)).toMatchObject({ assignee: "jonas", awaitingSince: later(0), dismissed: null });
    desk.must(jonas, "item.dismiss", { item, reason: "duplicate" });
    desk.must(jonas, "member.shift", { shift: "off" });
    desk.must(sofie, "item.reopen", { item });
    expect(desk.item(item)).toMatchObject({ assignee: "sofie", status: "assigned" });
  });

  test("whatever comes in opens a closed item, with its last owner if on shift, else in the queue", () => {
    for (const shift of ["on", "off"] as const) {
      const { desk, item } = claimed();
      desk.wait(1).receive({ thread: "t", direction: "out" });
      desk.must(jonas, "item.close", { item });
      desk.must(jonas, "member.shift", { shift: shift === "on" ? "tied-up" : "off" });
      desk.wait(hour).receive({ thread: "t" });
      expect(desk.item(item)).toMatchObject({
        assignee: shift === "on" ? "jonas" : null,
        status: shift === "on" ? "assigned" : "waiting",
        waits: 2,
        awaitingSince: desk.now,
        closedAt: null,
      });
    }
  });

  test("an answered item opens again with its owner, or in the queue if they have gone", () => {
    const { desk, item } = claimed();
    desk.wait(1).receive({ thread: "t", direction: "out" });
    expect(desk.item(item)).toMatchObject({ status: "answered", assignee: "jonas" });
    desk.must(jonas, "member.shift", { shift: "off" });
    desk.wait(1).receive({ thread: "t" });
    expect(desk.item(item)).toMatchObject({ status: "waiting", assignee: null, lastAssignee: "jonas" });
  });

  test("a dm opens a new item if the last was closed over seven days ago, known to whoever had it", () => {
    const { desk, item } = claimed({ kind: "dm" });
    desk.must(jonas, "item.dismiss", { item, reason: "spam" });
    expect(desk.wait(7 * day).receive({ kind: "dm" })).toBe(item);
    desk.must(aisha, "item.dismiss", { item, reason: "spam" });
    const next = desk.wait(7 * day + 1).receive({ kind: "dm" });
    expect(next).not.toBe(item);
    expect(desk.item(next)).toMatchObject({ assignee: null, lastAssignee: "jonas", status: "waiting" });
  });
});

describe("item.see, item.note, item.tag, item.need, item.prioritise", () => {
  test("seen the first time that a person opens it, once", () => {
    const desk = new DeskUnderTest();
    const item = desk.receive();
    desk.must(jonas, "item.see", { item });
    expect(desk.item(item)).toMatchObject({ seenBy: "jonas", assignee: null });
    expect(desk.refusal(sofie, "item.see", { item }).code).toBe("nothing.to.do");
  });

  test("what is so already changes nothing", () => {
    const { desk, item } = claimed();
    desk.must(jonas, "item.tag", { item, tag: " toilets " });
    expect(desk.item(item).tags).toEqual(["toilets"]);
    expect(desk.refusal(jonas, "item.tag", { item, tag: "toilets" }).code).toBe("nothing.to.do");
    expect(desk.refusal(jonas, "item.untag", { item, tag: "water" }).code).toBe("nothing.to.do");
    expect(desk.refusal(jonas, "item.need", { item, need: "answer" }).code).toBe("nothing.to.do");
    expect(desk.refusal(aisha, "item.prioritise", { item, priority: 0 }).code).toBe("nothing.to.do");
    expect(desk.refusal(jonas, "item.prioritise", { item, priority: 1 }).code).toBe("forbidden");
  });

  test("a note is a colleague's message", () => {
    const { desk, item } = claimed();
    desk.must(jonas, "item.note", { item, text: "Hun ringer selv" });
    expect(desk.thread(item).messages.at(-1)?.message).toMatchObject({
      direction: "note",
      state: "noted",
      by: "jonas",
    });
    expect(desk.item(item).messages).toBe(1);
  });
});
