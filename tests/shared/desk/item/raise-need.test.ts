import { targetPresets } from "@flowdesk/shared/clock/target.ts";
import { minute } from "@flowdesk/shared/time/instant.ts";
import { beforeEach, expect, test } from "vitest";
import { DeskUnderTest, later } from "../../../fixtures/desk.ts";
import { aisha } from "../../../fixtures/people.ts";

let desk: DeskUnderTest;
let item: string;
beforeEach(() => {
  desk = new DeskUnderTest();
  desk.must(aisha, "policy.targets", { targets: [...targetPresets.live] });
  desk.must(aisha, "policy.needs", {
    needs: [
      { words: ["lost child"], need: "urgent" },
      { words: ["entrance"], question: true, need: "practical" },
      { question: true, need: "answer" },
      { need: "watch" },
    ],
  });
  item = desk.receive({ externalId: "first", text: "Lovely evening", thread: "t", at: later(0) });
});

const further = (text: string, more: object = {}) => {
  desk.receive({ externalId: text, text, thread: "t", ...more });
  const found = desk.state.items.get(item);
  if (found === undefined) throw new Error("The item is gone");
  return found;
};

test("a rule with conditions sets the need on arrival, by the text", () => {
  expect(desk.state.items.get(item)?.need).toBe("watch");
  const other = desk.receive({ externalId: "o", text: "Where is the entrance?", author: { handle: "ole" } });
  expect(desk.state.items.get(other)).toMatchObject({ need: "practical", targetMs: 15 * minute });
});

test("a further message raises it with the deadline of the new need, and never lowers it", () => {
  expect(further("Where is the entrance?")).toMatchObject({
    need: "practical",
    awaitingSince: later(0),
    dueAt: later(15 * minute),
  });
  expect(further("What do you sell?").need).toBe("practical");
  expect(further("Lovely").need).toBe("practical");
  expect(further("There is a lost child here")).toMatchObject({ need: "urgent", dueAt: later(5 * minute) });
  expect(further("Found again, lovely").need).toBe("urgent");
});

test("what becomes urgent has been seen by nobody yet", () => {
  desk.must(aisha, "item.see", { item });
  expect(further("Where is the entrance?").seenAt).not.toBeNull();
  expect(further("A lost child")).toMatchObject({ seenAt: null, seenBy: null, seeBy: later(2 * minute) });
  desk.must(aisha, "item.see", { item });
  expect(desk.state.items.get(item)?.seenBy).toBe(aisha.id);
});

test("a need set by hand gives way to what is urgent alone", () => {
  desk.must(aisha, "item.need", { item, need: "answer" });
  desk.must(aisha, "item.need", { item, need: "watch" });
  expect(desk.state.items.get(item)?.needBy).toBe(aisha.id);
  expect(further("Where is the entrance?").need).toBe("watch");
  expect(further("A lost child").need).toBe("urgent");
});

test("what we write, and what came late and has been answered, raise nothing", () => {
  expect(further("Where is the entrance? Lost child", { direction: "out", externalId: "zz" }).need).toBe("watch");
  expect(further("A lost child", { at: later(-minute) })).toMatchObject({ need: "watch", awaitingSince: null });
});

test("a closed item comes back raised", () => {
  desk.must(aisha, "item.dismiss", { item, reason: "no-reply-needed" });
  expect(further("A lost child")).toMatchObject({ need: "urgent", dismissed: null, awaitingSince: later(0) });
});
