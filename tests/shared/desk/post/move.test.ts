import { hour, minute } from "@flowdesk/shared/time/instant.ts";
import { describe, expect, test } from "vitest";
import { clockwork, DeskUnderTest } from "../../../fixtures/desk.ts";
import { jonas, maja } from "../../../fixtures/people.ts";
import { doors } from "../../../fixtures/posts.ts";

const at = (time: string, zone = "Europe/Copenhagen") => ({
  post: "doors",
  planned: { local: `2026-07-04T${time}`, zone },
});

function planned(): DeskUnderTest {
  const desk = new DeskUnderTest();
  desk.must(maja, "post.plan", doors);
  return desk;
}

describe("post.move", () => {
  test("T1: sets the wall clock and what it comes to", () => {
    const desk = planned();
    desk.must(maja, "post.move", at("21:30"));
    expect(desk.post("doors")).toMatchObject({
      planned: { local: "2026-07-04T21:30:00" },
      at: "2026-07-04T19:30:00.000Z",
      version: 2,
    });
    desk.must(maja, "post.move", at("21:30", "Europe/London"));
    expect(desk.post("doors").at).toBe("2026-07-04T20:30:00.000Z");
  });

  test("moved later, what is missed is planned again and what is out stays out", () => {
    const desk = planned().wait(2 * hour);
    desk.must(maja, "post.live", { post: "doors", variant: "on-x", link: "https://x.com/festival/status/1" });
    for (const type of ["post.fallDue", "post.markLate", "post.miss"] as const)
      desk.must(clockwork, type, { post: "doors" });
    desk.must(maja, "post.move", at("23:00"));
    expect(desk.post("doors").variants).toMatchObject([
      { state: "live", late: true },
      { state: "planned", late: false },
    ]);
  });

  test("moved earlier, what is due stays due", () => {
    const desk = planned().wait(hour);
    desk.must(clockwork, "post.fallDue", { post: "doors" });
    desk.must(maja, "post.move", at("20:59:30"));
    expect(desk.post("doors").variants).toMatchObject([{ state: "due" }, { state: "due" }]);
  });

  test("refuses the time it has, a time past, a post that is out, and whoever may not", () => {
    const desk = planned();
    expect(desk.refusal(maja, "post.move", at("21:00")).code).toBe("nothing.to.do");
    expect(desk.refusal(maja, "post.move", at("19:58")).code).toBe("time.past");
    expect(desk.refusal(jonas, "post.move", at("21:10")).code).toBe("forbidden");
    expect(desk.refusal(maja, "post.move", { ...at("21:10"), post: "gates" }).code).toBe("post.unknown");
    desk.wait(minute).must(maja, "post.cancel", { post: "doors" });
    expect(desk.refusal(maja, "post.move", at("21:10")).code).toBe("post.state");
  });
});
