import type { HashtagRule } from "@flowdesk/shared/hashtag/policy.ts";
import { minute } from "@flowdesk/shared/time/instant.ts";
import { describe, expect, test } from "vitest";
import { clockwork, DeskUnderTest, emptyDesk, festival } from "../../../fixtures/desk.ts";
import { aisha, jonas, maja, noor } from "../../../fixtures/people.ts";
import { doors } from "../../../fixtures/posts.ts";

function deskWith(...rules: HashtagRule[]): DeskUnderTest {
  const policy = { ...festival.policy, hashtags: { rules, requireInReplies: false } };
  return new DeskUnderTest(emptyDesk({ ...festival, policy }));
}

const [onX] = doors.variants;

describe("post.plan", () => {
  test("T1: keeps the chosen wall clock and derives the instant", () => {
    const desk = new DeskUnderTest();
    desk.must(maja, "post.plan", doors);
    expect(desk.post("doors")).toMatchObject({
      planned: { local: "2026-07-04T21:00:00", zone: "Europe/Copenhagen" },
      at: "2026-07-04T19:00:00.000Z",
      shifted: null,
      owner: "maja",
      note: "",
      source: null,
      version: 1,
    });
    expect(desk.post("doors").variants).toMatchObject([
      { id: "on-x", state: "planned", late: false, link: null, override: null },
      { id: "on-instagram", state: "planned" },
    ]);
  });

  test.each([
    ["2027-03-28T02:30:00", "2027-03-28T01:30:00.000Z", "skipped"],
    ["2026-10-25T02:30:00", "2026-10-25T00:30:00.000Z", "repeated"],
  ])("T1: says that the clock change meets %s", (local, at, shifted) => {
    const desk = new DeskUnderTest();
    desk.must(maja, "post.plan", { ...doors, planned: { local, zone: "Europe/Copenhagen" } });
    expect(desk.post("doors")).toMatchObject({ at, shifted });
  });

  test("plans nothing twice, by id and by the row that it comes of", () => {
    const desk = new DeskUnderTest();
    desk.must(clockwork, "post.plan", { ...doors, source: "calendar.csv#2" });
    expect(desk.post("doors").owner).toBeNull();
    expect(desk.refusal(maja, "post.plan", doors).code).toBe("nothing.to.do");
    expect(desk.refusal(maja, "post.plan", { ...doors, post: "other", source: "calendar.csv#2" }).code).toBe(
      "nothing.to.do",
    );
  });

  test("takes the minute that runs, and no time before it", () => {
    const desk = new DeskUnderTest().wait(61 * minute);
    desk.must(maja, "post.plan", doors);
    desk.wait(1);
    expect(desk.refusal(maja, "post.plan", { ...doors, post: "again" }).code).toBe("time.past");
  });

  test("a banned tag stops it, with what was found and where", () => {
    const desk = deskWith({ tag: "Sommerfest", standing: "banned", reason: "The name has changed." });
    const refusal = desk.refusal(maja, "post.plan", doors);
    expect(refusal).toMatchObject({
      code: "hashtag.banned",
      findings: [{ kind: "banned", tag: "Sommerfest", channel: "x:festival" }],
    });
    expect(refusal.message).toContain("The name has changed.");
  });

  test("a missing required tag stops it on the channel that asks for it", () => {
    const desk = deskWith({ tag: "Roskilde27", standing: "required", platforms: ["instagram"] });
    expect(desk.refusal(maja, "post.plan", doors)).toMatchObject({
      code: "hashtag.missing",
      findings: [{ kind: "missing-required", tag: "Roskilde27", channel: "instagram:festival" }],
    });
  });

  test("a rule counts at the time that the post is planned for", () => {
    const desk = deskWith({ tag: "Sommerfest", standing: "banned", from: "2026-07-04T19:00:00.000Z" });
    expect(desk.refusal(maja, "post.plan", doors).code).toBe("hashtag.banned");
    const earlier = { local: "2026-07-04T20:59:00", zone: "Europe/Copenhagen" };
    expect(desk.run(maja, "post.plan", { ...doors, planned: earlier }).ok).toBe(true);
  });

  test("a flow manager sets a check aside with a reason, which is kept; nobody else does", () => {
    const desk = deskWith({ tag: "Sommerfest", standing: "banned" });
    const reason = "Agreed with the sponsor";
    expect(desk.refusal(maja, "post.plan", { ...doors, override: reason }).code).toBe("forbidden");
    const [change] = desk.must(aisha, "post.plan", { ...doors, override: reason });
    expect(change).toMatchObject({ type: "post.planned", override: reason });
    expect(desk.post("doors").variants[0]?.override).toEqual({ reason, by: "aisha" });
  });

  test("a reason where nothing is found leaves no trace", () => {
    const desk = new DeskUnderTest();
    expect(desk.must(maja, "post.plan", { ...doors, override: "to be safe" })[0]).not.toHaveProperty("override");
    expect(desk.post("doors").variants[0]?.override).toBeNull();
  });

  test.each([
    ["a text longer than X takes", { channel: "x:festival", text: "a".repeat(281) }, "post.too.long"],
    ["31 tags on Instagram", { channel: "instagram:festival", text: "#a ".repeat(31) }, "post.too.long"],
    ["neither text nor picture", { channel: "x:festival", text: " " }, "command.invalid"],
    ["a channel that the desk has not", { channel: "x:other", text: "Hej" }, "channel.unknown"],
  ])("refuses %s", (_what, variant, code) => {
    const desk = new DeskUnderTest();
    expect(desk.refusal(aisha, "post.plan", { ...doors, override: "anyway", variants: [variant] }).code).toBe(code);
    expect(desk.log).toEqual([]);
  });

  test("a picture may stand alone", () => {
    const desk = new DeskUnderTest();
    const variant = { channel: "x:@Festival", text: "", media: [{ url: "https://example.org/doors.jpg" }] };
    desk.must(maja, "post.plan", { ...doors, variants: [variant] });
    expect(desk.post("doors").variants[0]).toMatchObject({ id: "n1", channel: "x:festival", media: variant.media });
  });

  test("refuses a retired channel, two variants of one id, and an owner who puts nothing out", () => {
    const desk = new DeskUnderTest();
    const twins = onX === undefined ? [] : [onX, { ...onX, channel: "instagram:festival" }];
    expect(desk.refusal(maja, "post.plan", { ...doors, variants: twins }).code).toBe("command.invalid");
    expect(desk.refusal(maja, "post.plan", { ...doors, owner: "ida" }).code).toBe("member.cannot");
    expect(desk.refusal(maja, "post.plan", { ...doors, owner: "nobody" }).code).toBe("member.unknown");
    desk.must(clockwork, "channel.retire", { channel: "x:festival" });
    expect(desk.refusal(maja, "post.plan", doors).code).toBe("channel.unknown");
  });

  test("A1: is the producers' and the flow managers', on channels they work on", () => {
    const desk = new DeskUnderTest();
    expect(desk.refusal(jonas, "post.plan", doors).code).toBe("forbidden");
    desk.must(clockwork, "member.roles", { member: "noor", roles: ["producer"] });
    expect(desk.refusal(noor, "post.plan", doors).code).toBe("forbidden");
    const instagram = doors.variants.filter(({ channel }) => channel === "instagram:festival");
    expect(desk.run(noor, "post.plan", { ...doors, variants: instagram }).ok).toBe(true);
  });
});
