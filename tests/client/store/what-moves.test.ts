import { inAll, offeredBack, sharesOf, whatWouldMove, whereNow } from "@flowdesk/client/store/what-moves.ts";
import type { Cover } from "@flowdesk/shared/desk/cover/cover.ts";
import type { Member } from "@flowdesk/shared/desk/member/member.ts";
import { millis, minute } from "@flowdesk/shared/time/instant.ts";
import { describe, expect, test } from "vitest";
import { DeskUnderTest, emptyDesk, festival } from "../../fixtures/desk.ts";
import { aisha, jonas, sofie } from "../../fixtures/people.ts";

const everywhere: Cover = { channels: "all" };

function deskOf(...members: Member[]): DeskUnderTest {
  return new DeskUnderTest(emptyDesk(festival, [aisha, ...members]));
}

function holding(desk: DeskUnderTest, count: number): string[] {
  return Array.from({ length: count }, () => {
    const item = desk.wait(1000).receive();
    desk.must(jonas, "item.claim", { item });
    return item;
  });
}

const memberIn = (desk: DeskUnderTest, { id }: Member): Member => desk.state.members.get(id) ?? jonas;

describe("before somebody steps away", () => {
  test("it is said to whom each item goes, and that is where it goes", () => {
    const desk = deskOf(jonas, { ...sofie, capacity: 2, cover: [everywhere] });
    const items = holding(desk, 3);
    const said = whatWouldMove(desk.state, memberIn(desk, jonas), millis(desk.now));
    expect(said).toEqual([
      { to: sofie.id, items: items.slice(0, 2) },
      { to: null, items: items.slice(2) },
    ]);
    expect(sharesOf(desk.state, said)).toEqual([
      { name: sofie.name, count: 2 },
      { name: null, count: 1 },
    ]);
    expect(inAll(said)).toBe(3);
    desk.must(jonas, "member.shift", { shift: "break", handOver: true });
    expect(whereNow(desk.state, items)).toEqual(said);
  });

  test("with nothing in hand nothing moves", () => {
    const desk = deskOf(jonas, { ...sofie, cover: [everywhere] });
    expect(whatWouldMove(desk.state, memberIn(desk, jonas), millis(desk.now))).toEqual([]);
  });
});

describe("back on shift", () => {
  test("what nobody has answered or opened since is offered, and the desk gives back just that", () => {
    const desk = deskOf(jonas, { ...sofie, capacity: 2, cover: [everywhere] });
    const [answered = "", opened = "", queued = ""] = holding(desk, 3);
    desk.must(jonas, "member.shift", { shift: "break", handOver: true });
    desk.wait(minute).must(sofie, "item.reply", { item: answered, text: "Hej" });
    desk.wait(minute).must(jonas, "member.shift", { shift: "on" });
    const offered = offeredBack(desk.state, memberIn(desk, jonas));
    expect(offered).toEqual([opened, queued]);
    desk.must(jonas, "member.takeBack", { items: [...offered] });
    expect([opened, queued].map((id) => desk.item(id).assignee)).toEqual([jonas.id, jonas.id]);
    expect(offeredBack(desk.state, memberIn(desk, jonas))).toEqual([]);
  });
});
