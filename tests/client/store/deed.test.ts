import { type Deed, deedsWith } from "@flowdesk/client/store/deed.ts";
import { describe, expect, test } from "vitest";
import { DeskUnderTest } from "../../fixtures/desk.ts";
import { aisha, jonas, sofie } from "../../fixtures/people.ts";

/** What is told of a desk's whole log, to somebody who follows it from the beginning. */
function deedsOf(desk: DeskUnderTest): readonly Deed[] {
  const { members, posts, items } = desk.state;
  return deedsWith([], desk.log, { members, posts, itemOf: (id) => items.get(id) });
}

const told = (desk: DeskUnderTest) => deedsOf(desk).map(({ kind, member, count }) => [kind, member, count]);

describe("what was just done", () => {
  test("is told of those who did it, the newest first; what merely came in is not", () => {
    const desk = new DeskUnderTest();
    const item = desk.receive();
    desk.receive();
    desk.must(jonas, "item.claim", { item });
    desk.must(jonas, "item.reply", { item, text: "Gate East" });
    desk.must(sofie, "member.shift", { shift: "break" });
    expect(told(desk)).toEqual([
      ["break", sofie.id, 1],
      ["answered", jonas.id, 1],
      ["claimed", jonas.id, 1],
    ]);
    expect(deedsOf(desk)[1]).toMatchObject({ about: item, author: desk.item(item).author });
  });

  test("is told of whoever got it, where somebody gave it to them, and once for all that one command gave", () => {
    const desk = new DeskUnderTest();
    const items = [desk.receive(), desk.receive(), desk.receive()];
    desk.must(aisha, "item.assign", { items, to: jonas.id });
    expect(told(desk)).toEqual([["got", jonas.id, 3]]);
  });

  test("leaves out what is not known here, as what another view has", () => {
    const desk = new DeskUnderTest();
    const item = desk.receive();
    desk.must(jonas, "item.claim", { item });
    const { members, posts } = desk.state;
    expect(deedsWith([], desk.log, { members, posts, itemOf: () => undefined })).toEqual([]);
  });

  test("does not grow without end", () => {
    const desk = new DeskUnderTest();
    const item = desk.receive();
    for (let turn = 0; turn < 60; turn++) {
      desk.must(jonas, "item.claim", { item });
      desk.must(jonas, "item.release", { item });
    }
    expect(deedsOf(desk)).toHaveLength(40);
    expect(deedsOf(desk)[0]?.seq).toBe(desk.log.at(-1)?.seq);
  });
});
