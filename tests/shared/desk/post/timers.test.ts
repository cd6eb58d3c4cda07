import { nextPostWake, postWakesOf } from "@flowdesk/shared/desk/post/wakes.ts";
import { hour, minute, second } from "@flowdesk/shared/time/instant.ts";
import { describe, expect, test } from "vitest";
import { clockwork, DeskUnderTest, later } from "../../../fixtures/desk.ts";
import { aisha, maja } from "../../../fixtures/people.ts";
import { doors } from "../../../fixtures/posts.ts";

const command = { due: "post.fallDue", late: "post.markLate", missed: "post.miss" } as const;

/** Sends every timer that has come, as the clockwork does, until none is left. */
function runTimers(desk: DeskUnderTest): string[] {
  const done: string[] = [];
  const come = () => postWakesOf(desk.post("doors")).filter(({ at }) => at <= desk.now);
  for (let wakes = come(); wakes.length > 0; wakes = come()) {
    for (const { wake, variant } of wakes) {
      desk.must(clockwork, command[wake], { post: "doors", variant });
      done.push(`${wake} ${variant}`);
    }
  }
  return done;
}

function planned(): DeskUnderTest {
  const desk = new DeskUnderTest();
  desk.must(maja, "post.plan", doors);
  return desk;
}

describe("the timers of a post", () => {
  test("P1: due at its time, late after 60 s, missed after 15 min, one change a variant", () => {
    const desk = planned();
    expect(nextPostWake(desk.post("doors"))).toBe(later(hour));
    expect(runTimers(desk.wait(hour - 1))).toEqual([]);
    expect(runTimers(desk.wait(1))).toEqual(["due on-x", "due on-instagram"]);
    expect(nextPostWake(desk.post("doors"))).toBe(later(hour + 60 * second));
    expect(runTimers(desk.wait(minute - 1))).toEqual([]);
    expect(runTimers(desk.wait(1))).toEqual(["late on-x", "late on-instagram"]);
    expect(desk.post("doors").variants).toMatchObject([
      { state: "due", late: true },
      { state: "due", late: true },
    ]);
    expect(runTimers(desk.wait(14 * minute - 1))).toEqual([]);
    expect(runTimers(desk.wait(1))).toEqual(["missed on-x", "missed on-instagram"]);
    expect(nextPostWake(desk.post("doors"))).toBeNull();
    expect(desk.log.map(({ type }) => type)).toEqual([
      "post.planned",
      "post.due",
      "post.due",
      "post.late",
      "post.late",
      "post.missed",
      "post.missed",
    ]);
  });

  test("P1: after downtime all three come, in order", () => {
    const desk = planned().wait(5 * hour);
    expect(runTimers(desk)).toEqual([
      "due on-x",
      "due on-instagram",
      "late on-x",
      "late on-instagram",
      "missed on-x",
      "missed on-instagram",
    ]);
    expect(desk.post("doors")).toMatchObject({ version: 7, variants: [{ state: "missed" }, { state: "missed" }] });
  });

  test("a step does not come before the one that it follows on, nor twice, nor early", () => {
    const desk = planned();
    expect(desk.refusal(clockwork, "post.fallDue", { post: "doors" }).code).toBe("nothing.to.do");
    desk.wait(2 * hour);
    expect(desk.refusal(clockwork, "post.markLate", { post: "doors" }).code).toBe("nothing.to.do");
    expect(desk.refusal(clockwork, "post.miss", { post: "doors" }).code).toBe("nothing.to.do");
    expect(desk.must(clockwork, "post.fallDue", { post: "doors" })).toHaveLength(2);
    expect(desk.refusal(clockwork, "post.fallDue", { post: "doors" }).code).toBe("nothing.to.do");
    expect(desk.refusal(clockwork, "post.miss", { post: "doors" }).code).toBe("nothing.to.do");
  });

  test("A1: are the desk's own", () => {
    const desk = planned().wait(hour);
    expect(desk.refusal(aisha, "post.fallDue", { post: "doors" }).code).toBe("forbidden");
  });

  test("what is out or cancelled has none", () => {
    const desk = planned();
    desk.must(maja, "post.cancel", { post: "doors", variant: "on-x" });
    expect(postWakesOf(desk.post("doors")).map(({ variant }) => variant)).not.toContain("on-x");
    desk.must(maja, "post.live", { post: "doors", variant: "on-instagram", link: "https://instagram.com/p/1" });
    expect(nextPostWake(desk.post("doors"))).toBeNull();
  });
});
