import { hour } from "@flowdesk/shared/time/instant.ts";
import { describe, expect, test } from "vitest";
import { clockwork, DeskUnderTest, emptyDesk, festival } from "../../../fixtures/desk.ts";
import { aisha, maja } from "../../../fixtures/people.ts";
import { doors } from "../../../fixtures/posts.ts";

function planned(): DeskUnderTest {
  const policy = {
    ...festival.policy,
    hashtags: { rules: [{ tag: "Banned", standing: "banned" as const }], requireInReplies: false },
  };
  const desk = new DeskUnderTest(emptyDesk({ ...festival, policy }));
  desk.must(maja, "post.plan", doors);
  return desk;
}

const link = "https://x.com/festival/status/1";

describe("post.give", () => {
  test("gives it to who puts posts out, and to nobody", () => {
    const desk = planned();
    desk.must(aisha, "post.give", { post: "doors", owner: "jonas" });
    expect(desk.post("doors").owner).toBe("jonas");
    expect(desk.refusal(aisha, "post.give", { post: "doors", owner: "jonas" }).code).toBe("nothing.to.do");
    expect(desk.refusal(aisha, "post.give", { post: "doors", owner: "lars" }).code).toBe("member.cannot");
    expect(desk.refusal(aisha, "post.give", { post: "doors", owner: "unknown" }).code).toBe("member.unknown");
    desk.must(aisha, "post.give", { post: "doors", owner: null });
    expect(desk.post("doors").owner).toBeNull();
  });
});

describe("post.reword", () => {
  test("says a variant anew and checks it like a new one", () => {
    const desk = planned();
    const reword = { post: "doors", variant: "on-x", text: "Dørene åbner om lidt" };
    desk.must(maja, "post.reword", reword);
    expect(desk.post("doors").variants[0]?.text).toBe(reword.text);
    expect(desk.post("doors").variants[1]?.text).toBe("Dørene er åbne! #Sommerfest");
    expect(desk.refusal(maja, "post.reword", reword).code).toBe("nothing.to.do");
    expect(desk.refusal(maja, "post.reword", { ...reword, text: "a".repeat(281) }).code).toBe("post.too.long");
    expect(desk.refusal(maja, "post.reword", { ...reword, text: "#banned" }).code).toBe("hashtag.banned");
  });

  test("a check set aside is forgotten with the wording that it was for", () => {
    const desk = planned();
    const reword = { post: "doors", variant: "on-x" };
    desk.must(aisha, "post.reword", { ...reword, text: "#banned", override: "Quoting" });
    expect(desk.post("doors").variants[0]?.override).toEqual({ reason: "Quoting", by: "aisha" });
    desk.must(maja, "post.reword", { ...reword, text: "Quoting no more" });
    expect(desk.post("doors").variants[0]?.override).toBeNull();
  });

  test("what is out or cancelled keeps its wording", () => {
    const desk = planned();
    desk.must(maja, "post.live", { post: "doors", variant: "on-x", link });
    desk.must(maja, "post.cancel", { post: "doors", variant: "on-instagram" });
    for (const variant of ["on-x", "on-instagram"])
      expect(desk.refusal(maja, "post.reword", { post: "doors", variant, text: "New" }).code).toBe("post.state");
  });
});

describe("post.note and post.title", () => {
  test("set what they say, once", () => {
    const desk = planned();
    desk.must(maja, "post.note", { post: "doors", note: "Wait for security's word" });
    desk.must(maja, "post.title", { post: "doors", title: "Gates open" });
    expect(desk.post("doors")).toMatchObject({ note: "Wait for security's word", title: "Gates open", version: 3 });
    expect(desk.refusal(maja, "post.title", { post: "doors", title: " Gates open " }).code).toBe("nothing.to.do");
    expect(desk.refusal(maja, "post.note", { post: "doors", note: "Wait for security's word" }).code).toBe(
      "nothing.to.do",
    );
  });
});

describe("post.variant.add and post.variant.drop", () => {
  test("a post goes by one channel more, and by one less", () => {
    const desk = planned();
    const variant = { id: "on-screen", channel: "screen:orange", text: "Velkommen" };
    const [change] = desk.must(maja, "post.variant.add", { post: "doors", variant });
    expect(change).toMatchObject({ type: "post.variant.added", variant: { id: "on-screen", state: "planned" } });
    expect(desk.post("doors").variants.map(({ id }) => id)).toEqual(["on-x", "on-instagram", "on-screen"]);
    expect(desk.refusal(maja, "post.variant.add", { post: "doors", variant }).code).toBe("nothing.to.do");
    desk.must(maja, "post.variant.drop", { post: "doors", variant: "on-x" });
    expect(desk.post("doors").variants.map(({ id }) => id)).toEqual(["on-instagram", "on-screen"]);
    expect(desk.refusal(maja, "post.variant.drop", { post: "doors", variant: "on-x" }).code).toBe("post.unknown");
  });

  test("checks the new one, and keeps what is out and the last", () => {
    const desk = planned();
    const add = (text: string, channel = "x:festival") =>
      desk.refusal(maja, "post.variant.add", { post: "doors", variant: { channel, text } }).code;
    expect(add("#banned")).toBe("hashtag.banned");
    expect(add("Hej", "x:unknown")).toBe("channel.unknown");
    desk.must(maja, "post.live", { post: "doors", variant: "on-x", link });
    expect(desk.refusal(maja, "post.variant.drop", { post: "doors", variant: "on-x" }).code).toBe("post.state");
    const single = new DeskUnderTest();
    single.must(maja, "post.plan", { ...doors, variants: doors.variants.slice(0, 1) });
    expect(single.refusal(maja, "post.variant.drop", { post: "doors", variant: "on-x" }).code).toBe("post.state");
  });
});

describe("post.cancel and post.restore", () => {
  test("call off what is not out, one change a variant, and take it back", () => {
    const desk = planned();
    desk.must(maja, "post.live", { post: "doors", variant: "on-x", link });
    expect(desk.must(maja, "post.cancel", { post: "doors" })).toHaveLength(1);
    expect(desk.post("doors").variants.map(({ state }) => state)).toEqual(["live", "cancelled"]);
    expect(desk.refusal(maja, "post.cancel", { post: "doors" }).code).toBe("nothing.to.do");
    expect(desk.refusal(maja, "post.cancel", { post: "doors", variant: "on-x" }).code).toBe("post.state");
    desk.must(maja, "post.restore", { post: "doors" });
    expect(desk.post("doors").variants.map(({ state }) => state)).toEqual(["live", "planned"]);
    expect(desk.refusal(maja, "post.restore", { post: "doors" }).code).toBe("nothing.to.do");
  });

  test("what was missed and cancelled is due at once when it is restored", () => {
    const desk = planned().wait(2 * hour);
    for (const type of ["post.fallDue", "post.markLate", "post.miss"] as const)
      desk.must(clockwork, type, { post: "doors" });
    desk.must(maja, "post.cancel", { post: "doors" });
    desk.must(maja, "post.restore", { post: "doors" });
    expect(desk.post("doors")).toMatchObject({ variants: [{ state: "planned", late: false }, { state: "planned" }] });
    expect(desk.must(clockwork, "post.fallDue", { post: "doors" })).toHaveLength(2);
  });
});
