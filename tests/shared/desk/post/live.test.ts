import { hour, minute, second } from "@flowdesk/shared/time/instant.ts";
import { describe, expect, test } from "vitest";
import { clockwork, DeskUnderTest, later } from "../../../fixtures/desk.ts";
import { jonas, maja, noor, sofie } from "../../../fixtures/people.ts";
import { doors } from "../../../fixtures/posts.ts";

const link = "https://x.com/festival/status/1";
const given = { post: "doors", variant: "on-x", link };

function planned(owner = "maja"): DeskUnderTest {
  const desk = new DeskUnderTest();
  desk.must(maja, "post.plan", { ...doors, owner });
  return desk;
}

const variantOf = (desk: DeskUnderTest) => desk.post("doors").variants[0];

describe("post.live", () => {
  test("keeps the link, the time and who put it out", () => {
    const desk = planned().wait(hour + 20 * second);
    desk.must(clockwork, "post.fallDue", { post: "doors" });
    expect(desk.must(maja, "post.live", given)[0]).toMatchObject({ type: "post.live", variant: "on-x" });
    expect(variantOf(desk)).toMatchObject({ state: "live", late: false, link, liveAt: desk.now, by: "maja" });
    expect(desk.post("doors").variants[1]?.state).toBe("due");
  });

  test("P1: what was late stays late once it is live", () => {
    const desk = planned().wait(hour + minute);
    desk.must(clockwork, "post.fallDue", { post: "doors" });
    desk.must(clockwork, "post.markLate", { post: "doors" });
    desk.must(maja, "post.live", { ...given, at: later(hour) });
    expect(variantOf(desk)).toMatchObject({ state: "live", late: true });
  });

  test("P1: what was missed can still go out", () => {
    const desk = planned().wait(2 * hour);
    for (const type of ["post.fallDue", "post.markLate", "post.miss"] as const)
      desk.must(clockwork, type, { post: "doors" });
    desk.must(maja, "post.live", given);
    expect(variantOf(desk)).toMatchObject({ state: "live", late: true });
  });

  test("a link given afterwards is late only if the post was", () => {
    const onTime = planned().wait(2 * hour);
    onTime.must(maja, "post.live", { ...given, at: later(hour + minute - 1) });
    expect(variantOf(onTime)?.late).toBe(false);
    const late = planned().wait(2 * hour);
    late.must(maja, "post.live", { ...given, at: later(hour + minute) });
    expect(variantOf(late)?.late).toBe(true);
  });

  test.each(["javascript:alert(1)", "ftp://example.org/1", "not a link", ""])("S1: refuses the link %j", (bad) => {
    expect(planned().refusal(maja, "post.live", { ...given, link: bad }).code).toBe("command.invalid");
  });

  test("a social channel needs its link; a screen has none", () => {
    const desk = new DeskUnderTest();
    const variants = [...doors.variants, { id: "on-screen", channel: "screen:orange", text: "Velkommen" }];
    desk.must(maja, "post.plan", { ...doors, variants });
    expect(desk.refusal(maja, "post.live", { post: "doors", variant: "on-x" }).code).toBe("command.invalid");
    desk.must(maja, "post.live", { post: "doors", variant: "on-screen" });
    expect(desk.post("doors").variants[2]).toMatchObject({ state: "live", link: null });
  });

  test("says who was first", () => {
    const desk = planned();
    desk.must(maja, "post.live", given);
    expect(desk.refusal(maja, "post.live", given).code).toBe("nothing.to.do");
    expect(desk.refusal(maja, "post.live", { ...given, link: `${link}2` })).toMatchObject({
      code: "post.state",
      by: "maja",
      name: "Maja Holm",
    });
  });

  test("refuses a time to come, what is cancelled and what is not there", () => {
    const desk = planned();
    expect(desk.refusal(maja, "post.live", { ...given, at: later(hour) }).code).toBe("command.invalid");
    expect(desk.refusal(maja, "post.live", { ...given, variant: "on-web" }).code).toBe("post.unknown");
    expect(desk.refusal(maja, "post.live", { ...given, post: "gates" }).code).toBe("post.unknown");
    desk.must(maja, "post.cancel", { post: "doors" });
    expect(desk.refusal(maja, "post.live", given).code).toBe("post.state");
  });

  test("A1: a community manager puts out what is their own, on channels they work on", () => {
    const desk = planned("jonas");
    expect(desk.refusal(sofie, "post.live", given).code).toBe("forbidden");
    desk.must(jonas, "post.live", given);
    const noors = planned("noor");
    expect(noors.refusal(noor, "post.live", given).code).toBe("forbidden");
    const own = { post: "doors", variant: "on-instagram", link: "https://instagram.com/p/1" };
    expect(noors.run(noor, "post.live", own).ok).toBe(true);
  });
});
