import { day, hour, minute } from "@flowdesk/shared/time/instant.ts";
import { describe, expect, test } from "vitest";
import { clockwork, DeskUnderTest, incoming, later } from "../../../fixtures/desk.ts";
import { aisha, bridge, jonas, karin } from "../../../fixtures/people.ts";

const receive = (desk: DeskUnderTest, message: Parameters<typeof incoming>[0] = {}) =>
  desk.run(bridge, "message.receive", incoming(message));

describe("message.receive", () => {
  test("a message that answers nothing is an item of its own", () => {
    const desk = new DeskUnderTest();
    expect(receive(desk)).toMatchObject({
      changes: [
        {
          type: "item.received",
          item: { status: "waiting", need: "answer", preview: "Hvor er indgangen?", messages: 1, version: 1 },
          message: { direction: "in", state: "received", externalId: "e1" },
        },
      ],
    });
  });

  test("the same message twice is one, the same id with another text an edit", () => {
    const desk = new DeskUnderTest();
    const item = desk.receive({ externalId: "1", thread: "t" });
    desk.receive({ externalId: "2", thread: "t", direction: "out", at: desk.wait(1).now });
    expect(desk.refusal(clockwork, "message.receive", incoming({ externalId: "1" })).code).toBe("nothing.to.do");
    desk.wait(minute).must(clockwork, "message.receive", incoming({ externalId: "1", text: "Hvor er udgangen?" }));
    expect(desk.item(item)).toMatchObject({ preview: "Hvor er udgangen?", messages: 2, status: "answered" });
    expect(desk.thread(item).messages[0]?.message).toMatchObject({
      text: "Hvor er udgangen?",
      edited: { was: "Hvor er indgangen?", at: desk.now },
    });
  });

  test("a message that its author deletes is shown as deleted and needs no answer", () => {
    const desk = new DeskUnderTest();
    const item = desk.receive({ externalId: "1", thread: "t" });
    desk.wait(minute).receive({ externalId: "2", thread: "t" });
    desk.must(clockwork, "message.receive", incoming({ externalId: "1", deleted: true }));
    expect(desk.item(item)).toMatchObject({ status: "waiting", awaitingSince: later(minute) });
    desk.must(clockwork, "message.receive", incoming({ externalId: "2", deleted: true }));
    expect(desk.item(item)).toMatchObject({ status: "answered", awaitingSince: null });
    expect(desk.thread(item).responses).toEqual([]);
    for (const externalId of ["2", "unknown"])
      expect(desk.refusal(clockwork, "message.receive", incoming({ externalId, deleted: true })).code).toBe(
        "nothing.to.do",
      );
  });

  test("what answers a known message joins its item; a dm joins its author's", () => {
    const desk = new DeskUnderTest();
    const mention = desk.receive({ externalId: "1" });
    expect(desk.receive({ externalId: "2", inReplyTo: "1" })).toBe(mention);
    expect(desk.receive({ externalId: "3" })).not.toBe(mention);
    const dm = desk.receive({ externalId: "4", kind: "dm" });
    expect(desk.receive({ externalId: "5", kind: "dm", author: { handle: "Guest" } })).toBe(dm);
    expect(desk.receive({ externalId: "6", kind: "dm", author: { handle: "other" } })).not.toBe(dm);
    expect(desk.receive({ externalId: "7", kind: "comment", inReplyTo: "1" })).not.toBe(mention);
    expect(desk.receive({ externalId: "8", channel: "x:other", inReplyTo: "1" })).not.toBe(mention);
  });

  test("a channel that is new is made, in the form in which it was written", () => {
    const desk = new DeskUnderTest();
    expect(receive(desk, { channel: "x:@NytSted" })).toMatchObject({
      changes: [
        { type: "channel.added", channel: { id: "x:nytsted", handle: "NytSted" } },
        { type: "item.received", item: { channel: "x:nytsted" } },
      ],
    });
    expect(receive(desk, { externalId: "2", channel: "x:nytsted" })).toMatchObject({
      changes: [{ type: "item.received" }],
    });
  });

  test("S1: times ahead and long past", () => {
    const desk = new DeskUnderTest();
    expect(receive(desk, { at: later(5 * minute + 1) })).toMatchObject({ rejection: { code: "message.at.future" } });
    expect(receive(desk, { at: "2005-12-31T23:59:59.999Z" })).toMatchObject({ rejection: { code: "message.at.past" } });
    expect(desk.item(desk.receive({ externalId: "1", at: later(5 * minute) })).awaitingSince).toBe(desk.now);
    expect(desk.item(desk.receive({ externalId: "2", at: "2006-01-01T00:00:00.000Z" })).mark).toBe("overdue");
  });

  test.each<[string, object]>([
    ["an unknown kind", { kind: "fax" }],
    ["no time", { at: "yesterday" }],
    ["a time without its offset", { at: "2026-07-04T18:00:00" }],
    ["a text of 100 KB", { text: "a".repeat(100_000) }],
    ["no id", { externalId: "" }],
    ["no channel", { channel: "festival" }],
    ["an author without a handle", { author: {} }],
    ["too many media", { media: Array(21).fill({ kind: "image", url: "https://example.org/1.jpg" }) }],
    ["an address that is none", { media: [{ kind: "image", url: "nowhere" }] }],
  ])("S1: refuses %s with a sentence", (_what, flaw) => {
    const desk = new DeskUnderTest();
    const decision = desk.runRaw(bridge, "message.receive", { ...incoming(), ...flaw });
    expect(decision).toMatchObject({ ok: false, rejection: { code: "command.invalid" } });
    expect(decision.ok ? "" : decision.rejection.message).not.toBe("");
    expect(desk.log).toEqual([]);
  });

  test("A1: sources, flow managers and administrators bring messages in; nobody else", () => {
    for (const [who, ok] of [
      [bridge, true],
      [aisha, true],
      [karin, true],
      [jonas, false],
    ] as const)
      expect(new DeskUnderTest().run(who, "message.receive", incoming()).ok).toBe(ok);
  });

  test("an answer of ours that left elsewhere ends the wait", () => {
    const desk = new DeskUnderTest();
    const item = desk.receive({ thread: "t" });
    desk.wait(2 * day).receive({ thread: "t", direction: "out", author: { handle: "festival" } });
    expect(desk.thread(item).responses).toMatchObject([
      { ms: 2 * day, within: false, by: null, author: "festival", first: true, targetMs: 24 * hour },
    ]);
    expect(desk.item(item)).toMatchObject({ status: "answered", author: { handle: "guest" } });
  });
});
