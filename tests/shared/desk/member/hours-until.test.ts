import { hour } from "@flowdesk/shared/time/instant.ts";
import { describe, expect, test } from "vitest";
import { DeskUnderTest, later } from "../../../fixtures/desk.ts";
import { aisha, ida, jonas, karin } from "../../../fixtures/people.ts";

const evening = [{ days: [5, 6], from: "18:00", to: "01:00" }];

describe("member.hours", () => {
  test("says when somebody is expected: by themselves, and by who plans for them", () => {
    const desk = new DeskUnderTest();
    desk.must(ida, "member.hours", { hours: evening });
    expect(desk.state.members.get(ida.id)?.hours).toEqual(evening);
    desk.must(karin, "member.hours", { member: ida.id, hours: [] });
    expect(desk.state.members.get(ida.id)?.hours).toEqual([]);
    expect(desk.refusal(ida, "member.hours", { member: jonas.id, hours: evening }).code).toBe("forbidden");
  });

  test("times that overlap are refused", () => {
    const desk = new DeskUnderTest();
    const both = [...evening, { days: [6], from: "00:30", to: "04:00" }];
    expect(desk.refusal(ida, "member.hours", { hours: both })).toMatchObject({
      code: "command.invalid",
      message: expect.stringContaining("overlap"),
    });
  });
});

describe("member.until", () => {
  test("sets, moves and takes away the end of somebody's access", () => {
    const desk = new DeskUnderTest();
    desk.must(karin, "member.until", { member: ida.id, until: later(hour) });
    expect(desk.state.members.get(ida.id)?.accessUntil).toBe(later(hour));
    desk.must(karin, "member.until", { member: ida.id, until: null });
    expect(desk.state.members.get(ida.id)?.accessUntil).toBeNull();
  });

  test("is for administrators, for a time to come, and leaves the desk one administrator", () => {
    const desk = new DeskUnderTest();
    expect(desk.refusal(aisha, "member.until", { member: ida.id, until: later(hour) }).code).toBe("forbidden");
    expect(desk.refusal(karin, "member.until", { member: ida.id, until: later(0) }).code).toBe("time.past");
    expect(desk.refusal(karin, "member.until", { member: karin.id, until: later(hour) }).code).toBe(
      "member.last.administrator",
    );
  });
});
