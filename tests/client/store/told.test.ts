import { handOversFor, hasRead, reachOf, unreadAnnouncements, unreadBriefing } from "@flowdesk/client/store/told.ts";
import { newestFirst } from "@flowdesk/shared/desk/briefing/briefing.ts";
import { describe, expect, test } from "vitest";
import { DeskUnderTest } from "../../fixtures/desk.ts";
import { aisha, jonas, lars, sofie } from "../../fixtures/people.ts";

const told = (desk: DeskUnderTest) => [...desk.state.briefings.values()].sort(newestFirst);

describe("what the team is told", () => {
  test("is unread to everybody but whoever wrote it, until they read it", () => {
    const desk = new DeskUnderTest();
    desk.must(aisha, "briefing.write", { text: "Gate East opens at nine" });
    desk.wait(1000).must(aisha, "briefing.announce", { text: "Only urgent ones" });
    desk.wait(1000).must(aisha, "briefing.announce", { text: "And now the rest" });
    expect(unreadBriefing(told(desk), aisha.id)).toBeUndefined();
    expect(unreadBriefing(told(desk), jonas.id)?.text).toBe("Gate East opens at nine");
    expect(unreadAnnouncements(told(desk), jonas.id).map(({ text }) => text)).toEqual([
      "And now the rest",
      "Only urgent ones",
    ]);
    for (const { id } of told(desk)) desk.must(jonas, "briefing.read", { briefing: id });
    expect(unreadBriefing(told(desk), jonas.id)).toBeUndefined();
    expect(unreadAnnouncements(told(desk), jonas.id)).toEqual([]);
    expect(told(desk).every((briefing) => hasRead(briefing, jonas.id))).toBe(true);
  });

  test("of briefings the newest counts: an older one need not be read", () => {
    const desk = new DeskUnderTest();
    desk.must(aisha, "briefing.write", { text: "Before" });
    desk.wait(1000).must(lars, "briefing.write", { text: "After" });
    const [after] = told(desk);
    desk.must(jonas, "briefing.read", { briefing: after?.id ?? "" });
    expect(unreadBriefing(told(desk), jonas.id)).toBeUndefined();
    expect(unreadBriefing(told(desk), aisha.id)?.text).toBe("After");
  });

  test("who has read it is told of those who are to read it, without whoever wrote it", () => {
    const desk = new DeskUnderTest();
    desk.must(aisha, "briefing.announce", { text: "Hej" });
    const [announcement] = told(desk);
    desk.must(sofie, "briefing.read", { briefing: announcement?.id ?? "" });
    const [now] = told(desk);
    expect(now && reachOf(now, [aisha.id, jonas.id, sofie.id])).toEqual({ read: [sofie.id], missing: [jonas.id] });
    // Whoever has read it and has gone since has read it all the same.
    expect(now && reachOf(now, [aisha.id])).toEqual({ read: [sofie.id], missing: [] });
  });
});

describe("hand-overs", () => {
  test("are those of others since one handed over oneself; to a newcomer the latest few", () => {
    const desk = new DeskUnderTest();
    const handOver = (who: typeof jonas, sentence: string) => {
      desk.wait(1000).must(who, "shift.end", { sentence });
      desk.wait(1000).must(who, "member.shift", { shift: "on" });
    };
    for (const sentence of ["one", "two", "three", "four"]) handOver(sofie, sentence);
    expect(handOversFor(told(desk), jonas.id).map(({ text }) => text)).toEqual(["four", "three", "two"]);
    handOver(jonas, "mine");
    expect(handOversFor(told(desk), jonas.id)).toEqual([]);
    handOver(sofie, "five");
    expect(handOversFor(told(desk), jonas.id).map(({ text }) => text)).toEqual(["five"]);
    expect(handOversFor(told(desk), sofie.id)).toEqual([]);
  });
});
