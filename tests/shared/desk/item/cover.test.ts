import type { Cover } from "@flowdesk/shared/desk/cover/cover.ts";
import { coverOf, hasCover } from "@flowdesk/shared/desk/cover/cover-of.ts";
import type { Member } from "@flowdesk/shared/desk/member/member.ts";
import { describe, expect, test } from "vitest";
import { clockwork, DeskUnderTest, emptyDesk, festival } from "../../../fixtures/desk.ts";
import { aisha, bridge, emil, ida, jonas, noor, sofie } from "../../../fixtures/people.ts";

const all = { within: [{ channels: "all" as const }] };

function covering(member: Member, ...cover: Cover[]): Member {
  return { ...member, cover };
}

function deskOf(...members: Member[]): DeskUnderTest {
  return new DeskUnderTest(emptyDesk(festival, [aisha, ...members]));
}

describe("who covers a channel", () => {
  test("the first and the stand-ins, and of them who is here", () => {
    const first = covering(jonas, { channels: ["x:festival"] });
    const standIn = covering(sofie, { channels: "all", standIn: true });
    const members = [first, standIn];
    const cover = coverOf(members, { channel: "x:festival" });
    expect([cover.first, cover.standIns, cover.present]).toEqual([[first], [standIn], [first]]);
    expect(coverOf(members, { channel: "instagram:festival" }).present).toEqual([standIn]);
    const tiedUp = { ...first, shift: "tied-up" as const };
    expect(coverOf([tiedUp, standIn], { channel: "x:festival" }).present).toEqual([standIn]);
    expect(coverOf([tiedUp], { channel: "x:festival" }).present).toEqual([]);
  });

  test("kinds and languages narrow it; a language that is not known fits any", () => {
    const danish = covering(jonas, { channels: "all", kinds: ["dm"], languages: ["da"] });
    const of = (kind: "dm" | "mention", lang: string | null) =>
      coverOf([danish], { channel: "x:festival", kind, lang }).present.length;
    expect([of("dm", "da"), of("dm", "da-DK"), of("dm", null), of("dm", "en"), of("mention", "da")]).toEqual([
      1, 1, 1, 0, 0,
    ]);
    const norwegian = covering(jonas, { channels: "all", languages: ["nb"] });
    expect(coverOf([norwegian], { channel: "x:festival", lang: "no" }).present).toHaveLength(1);
  });

  test("who does not answer, or does not see it, covers in vain", () => {
    const analyst = covering(ida, { channels: "all" });
    const elsewhere = covering(noor, { channels: "all" });
    const program = covering(bridge, { channels: "all" });
    expect(coverOf([analyst, elsewhere, program], { channel: "x:festival" }).first).toEqual([]);
    expect(hasCover([analyst, program])).toBe(false);
    expect(hasCover([elsewhere])).toBe(true);
  });
});

describe("what waits goes to the cover", () => {
  test("to the first with room, over capacity to the stand-in, else it stays in the queue", () => {
    const desk = deskOf(
      covering({ ...jonas, capacity: 2 }, { channels: ["x:festival"] }),
      covering({ ...sofie, capacity: 1 }, { channels: "all", standIn: true }),
    );
    const items = [1, 2, 3, 4].map(() => desk.wait(1000).receive());
    desk.must(clockwork, "items.cover", all);
    expect(items.map((id) => desk.item(id).assignee)).toEqual([jonas.id, jonas.id, sofie.id, null]);
    expect(desk.refusal(clockwork, "items.cover", all).code).toBe("nothing.to.do");
    desk.must({ ...jonas }, "item.dismiss", { item: items[0] as string, reason: "spam" });
    desk.must(clockwork, "items.cover", all);
    expect(desk.item(items[3] as string).assignee).toBe(jonas.id);
  });

  test("capacity 0 and everyone away: nothing is dealt and nothing is lost", () => {
    const desk = deskOf(covering({ ...jonas, capacity: 0 }, { channels: "all" }), covering(emil, { channels: "all" }));
    const item = desk.receive();
    expect(desk.refusal(clockwork, "items.cover", all).code).toBe("nothing.to.do");
    expect(desk.item(item)).toMatchObject({ status: "waiting", assignee: null });
    desk.must(emil, "member.shift", { shift: "on" });
    desk.must(clockwork, "items.cover", all);
    expect(desk.item(item).assignee).toBe(emil.id);
  });

  test("of two with the same cover it goes to the one with more room; watch items stay where they are", () => {
    const desk = deskOf(
      covering({ ...jonas, capacity: 2 }, { channels: "all" }),
      covering({ ...sofie, capacity: 8 }, { channels: "all" }),
    );
    desk.must(aisha, "policy.needs", { needs: [{ kind: "comment", need: "watch" }] });
    const watched = desk.receive({ kind: "comment" });
    const items = [1, 2, 3, 4, 5].map(() => desk.wait(1000).receive());
    desk.must(clockwork, "items.cover", all);
    const held = items.map((id) => desk.item(id).assignee);
    expect(held.filter((id) => id === jonas.id)).toHaveLength(1);
    expect(held.filter((id) => id === sofie.id)).toHaveLength(4);
    expect(desk.item(watched).assignee).toBeNull();
  });

  test("what somebody put back does not come to them again by itself", () => {
    const desk = deskOf(covering(jonas, { channels: "all" }), covering(sofie, { channels: "all", standIn: true }));
    const item = desk.receive();
    desk.must(clockwork, "items.cover", all);
    desk.must(jonas, "item.release", { item });
    desk.must(clockwork, "items.cover", all);
    expect(desk.item(item).assignee).toBe(sofie.id);
    desk.must(sofie, "item.release", { item });
    desk.must(clockwork, "items.cover", all);
    expect(desk.item(item)).toMatchObject({ assignee: jonas.id, putBackBy: null });
  });

  test("A1: nobody commands it by hand", () => {
    const desk = deskOf(covering(jonas, { channels: "all" }));
    desk.receive();
    expect(desk.refusal(aisha, "items.cover", all).code).toBe("forbidden");
  });
});

test("cover names channels that the desk has", () => {
  const desk = deskOf(jonas);
  expect(desk.refusal(aisha, "member.cover", { member: jonas.id, cover: [{ channels: ["x:nowhere"] }] }).code).toBe(
    "channel.unknown",
  );
  expect(desk.refusal(jonas, "member.cover", { cover: [] }).code).toBe("forbidden");
  desk.must(aisha, "member.cover", { member: jonas.id, cover: [{ channels: ["x:festival"], standIn: true }] });
  expect(desk.state.members.get(jonas.id)?.cover).toEqual([{ channels: ["x:festival"], standIn: true }]);
});
