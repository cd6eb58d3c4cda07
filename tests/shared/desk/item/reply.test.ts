import { hour, minute, second } from "@flowdesk/shared/time/instant.ts";
import { describe, expect, test } from "vitest";
import { clockwork, DeskUnderTest, emptyDesk, festival, later } from "../../../fixtures/desk.ts";
import { aisha, jonas, lars, sofie } from "../../../fixtures/people.ts";

const instagram = { channel: "instagram:festival", kind: "dm", thread: "t" } as const;
const text = "Ved hovedscenen";

describe("item.reply", () => {
  test("D5: an item that nobody has is claimed with the reply", () => {
    const desk = new DeskUnderTest();
    const item = desk.receive();
    const [change] = desk.must(jonas, "item.reply", { item, text });
    expect(change).toMatchObject({
      type: "item.replied",
      message: { state: "leaving", by: "jonas", direction: "out" },
    });
    expect(desk.item(item)).toMatchObject({ assignee: "jonas", status: "assigned", seenBy: "jonas" });
  });

  test("D5: what another has is taken; a flow manager may, and it stays with whoever has it", () => {
    const desk = new DeskUnderTest();
    const item = desk.receive();
    desk.must(sofie, "item.claim", { item });
    expect(desk.refusal(jonas, "item.reply", { item, text })).toMatchObject({ code: "item.taken", by: "sofie" });
    desk.must(aisha, "item.reply", { item, text });
    expect(desk.item(item).assignee).toBe("sofie");
    expect(desk.refusal(lars, "item.reply", { item, text }).code).toBe("forbidden");
  });

  test("D5: a reply newer than what the sender saw is told, whoever's it is", () => {
    const desk = new DeskUnderTest();
    const item = desk.receive();
    const seen = desk.thread(item).messages[0]?.message.id ?? "";
    desk.must(jonas, "item.reply", { item, text, after: seen });
    expect(desk.refusal(aisha, "item.reply", { item, text, after: seen })).toMatchObject({
      code: "item.answered.meanwhile",
      by: "jonas",
      name: "Jonas Friis",
    });
    expect(desk.refusal(aisha, "item.reply", { item, text, after: "elsewhere" }).code).toBe("message.unknown");
    desk.must(jonas, "item.reply.undo", { item });
    expect(desk.run(aisha, "item.reply", { item, text, after: seen }).ok).toBe(true);
  });

  test("D5: notes and what came in meanwhile do not stand in the way", () => {
    const desk = new DeskUnderTest();
    const item = desk.receive({ thread: "t" });
    const seen = desk.thread(item).messages[0]?.message.id ?? "";
    desk.must(aisha, "item.note", { item, text: "Svar pænt" });
    desk.wait(1).receive({ thread: "t" });
    expect(desk.run(jonas, "item.reply", { item, text, after: seen }).ok).toBe(true);
  });

  test("leaves by itself after the grace where the channel has a connection, by hand elsewhere", () => {
    const desk = new DeskUnderTest();
    const [byItself, byHand] = [desk.receive(instagram), desk.receive()];
    for (const item of [byItself, byHand]) desk.must(jonas, "item.reply", { item, text });
    expect(desk.item(byItself).leaving).toMatchObject([{ leavesAt: later(10 * second) }]);
    expect(desk.item(byHand).leaving).toMatchObject([{ leavesAt: null }]);
    desk.wait(10 * second - 1);
    expect(desk.refusal(clockwork, "item.send", { item: byItself }).code).toBe("nothing.to.do");
    desk.wait(1).must(clockwork, "item.send", { item: byItself });
    expect(desk.refusal(clockwork, "item.send", { item: byItself }).code).toBe("nothing.to.do");
    expect(desk.item(byItself)).toMatchObject({ status: "answered", awaitingSince: null, leaving: [] });
    expect(desk.refusal(clockwork, "item.send", { item: byHand }).code).toBe("nothing.to.do");
  });

  test("S1: a text too long for its channel, an empty one, a banned tag, a promise in the past", () => {
    const policy = {
      ...festival.policy,
      hashtags: {
        rules: [
          { tag: "Banned", standing: "banned" as const },
          { tag: "Fest", standing: "required" as const },
        ],
        requireInReplies: true,
      },
    };
    const desk = new DeskUnderTest(emptyDesk({ ...festival, policy }));
    const item = desk.receive();
    const code = (data: object) => desk.refusal(aisha, "item.reply", { item, text: "Hej #Fest", ...data }).code;
    expect(code({ text: "a".repeat(281) })).toBe("reply.too.long");
    expect(code({ text: " " })).toBe("command.invalid");
    expect(code({ text: "#Fest #banned" })).toBe("hashtag.banned");
    expect(code({ text: "Hej" })).toBe("hashtag.missing");
    expect(code({ promise: desk.now })).toBe("time.past");
    expect(desk.refusal(jonas, "item.reply", { item, text: "#banned", override: "Citat" }).code).toBe("forbidden");
    expect(desk.must(aisha, "item.reply", { item, text: "#banned", override: "Citat" })[0]).toMatchObject({
      override: "Citat",
    });
    const dm = desk.receive({ kind: "dm" });
    expect(desk.run(jonas, "item.reply", { item: dm, text: "Hej" }).ok).toBe(true);
  });
});

describe("item.reply.undo", () => {
  test("takes a reply back within its grace, and not after", () => {
    const desk = new DeskUnderTest();
    const item = desk.receive(instagram);
    desk.must(jonas, "item.reply", { item, text });
    desk.wait(10 * second - 1).must(jonas, "item.reply.undo", { item });
    expect(desk.item(item)).toMatchObject({ leaving: [], status: "assigned", awaitingSince: later(0) });
    expect(desk.thread(item).messages.at(-1)?.message.state).toBe("taken-back");
    desk.must(jonas, "item.reply", { item, text });
    desk.wait(10 * second);
    expect(desk.refusal(jonas, "item.reply.undo", { item }).code).toBe("reply.not.leaving");
    desk.must(clockwork, "item.send", { item });
    expect(desk.refusal(jonas, "item.reply.undo", { item }).code).toBe("reply.not.leaving");
    expect(desk.refusal(sofie, "item.reply.undo", { item }).code).toBe("item.not.yours");
  });
});

describe("item.sent", () => {
  test("ends the wait and makes the response", () => {
    const desk = new DeskUnderTest();
    const item = desk.receive();
    expect(desk.refusal(aisha, "item.sent", { item }).code).toBe("reply.not.leaving");
    desk.wait(minute).must(jonas, "item.reply", { item, text });
    const [change] = desk.wait(minute).must(jonas, "item.sent", { item, url: "https://x.com/festival/status/1" });
    expect(change).toMatchObject({
      message: { state: "sent", at: later(2 * minute), url: "https://x.com/festival/status/1" },
      response: { from: later(0), to: later(2 * minute), ms: 2 * minute, by: "jonas", within: true, first: true },
    });
    expect(desk.item(item)).toMatchObject({ status: "answered", answeredBefore: true, dueAt: null, mark: "calm" });
    desk.wait(hour).receive({ inReplyTo: "e1" });
    desk.must(jonas, "item.reply", { item, text });
    desk.must(jonas, "item.sent", { item });
    expect(desk.thread(item).responses).toMatchObject([
      { first: true },
      { first: false, from: later(hour + 2 * minute) },
    ]);
  });

  test("what comes in between a reply and its leaving begins the next wait", () => {
    const desk = new DeskUnderTest();
    const item = desk.receive(instagram);
    desk.must(jonas, "item.reply", { item, text });
    desk.wait(4 * second).receive(instagram);
    desk.wait(3 * second).receive(instagram);
    desk.wait(3 * second).must(clockwork, "item.send", { item });
    expect(desk.item(item)).toMatchObject({
      status: "assigned",
      assignee: "jonas",
      awaitingSince: later(4 * second),
      waits: 2,
    });
    expect(desk.thread(item).responses).toMatchObject([{ from: later(0), to: later(10 * second) }]);
  });

  test("replies that leave in another order than they were written in answer nothing twice", () => {
    const desk = new DeskUnderTest();
    const item = desk.receive({ thread: "t" });
    desk.must(jonas, "item.reply", { item, text });
    const first = desk.item(item).leaving[0]?.message ?? "";
    desk.wait(minute).receive({ thread: "t" });
    desk.must(jonas, "item.reply", { item, text: "Og her" });
    const second = desk.item(item).leaving[1]?.message ?? "";
    desk.wait(minute).receive({ thread: "t" });
    desk.must(jonas, "item.sent", { item, message: second });
    expect(desk.item(item).awaitingSince).toBe(later(2 * minute));
    desk.must(jonas, "item.sent", { item, message: first });
    expect(desk.item(item).awaitingSince).toBe(later(2 * minute));
    expect(desk.thread(item).responses).toMatchObject([{ from: later(0), message: second }]);
  });

  test("a promise stands with its own deadline until the next reply, and is overdue once", () => {
    const desk = new DeskUnderTest();
    const item = desk.receive();
    desk.must(jonas, "item.reply", { item, text: "Vi undersøger det", promise: later(hour) });
    expect(desk.item(item).promise).toBeNull();
    desk.must(jonas, "item.sent", { item });
    expect(desk.item(item)).toMatchObject({
      status: "answered",
      promise: { until: later(hour), by: "jonas", overdue: false },
    });
    expect(desk.refusal(jonas, "item.close", { item }).code).toBe("item.unanswered");
    expect(desk.refusal(clockwork, "item.promise.expire", { item }).code).toBe("nothing.to.do");
    desk.wait(hour).must(clockwork, "item.promise.expire", { item });
    expect(desk.item(item).promise?.overdue).toBe(true);
    expect(desk.refusal(clockwork, "item.promise.expire", { item }).code).toBe("nothing.to.do");
    desk.must(jonas, "item.reply", { item, text });
    desk.must(jonas, "item.sent", { item });
    expect(desk.item(item).promise).toBeNull();
  });
});
