import { describe, expect, test } from "vitest";
import { clockwork, DeskUnderTest, later } from "../../../fixtures/desk.ts";
import { aisha, bridge, jonas, karin } from "../../../fixtures/people.ts";

const member = (desk: DeskUnderTest, id: string) => desk.state.members.get(id);

describe("member.add", () => {
  test("takes a person in, off shift; a program is on", () => {
    const desk = new DeskUnderTest();
    desk.must(karin, "member.add", { member: "nils", name: " Nils ", user: "u9", roles: ["producer", "producer"] });
    expect(member(desk, "nils")).toMatchObject({ name: "Nils", roles: ["producer"], shift: "off", capacity: 12 });
    desk.must(karin, "member.add", { member: "feed", name: "Feed", program: true, roles: ["source"] });
    expect(member(desk, "feed")).toMatchObject({ program: true, shift: "on", user: null });
    expect(desk.refusal(karin, "member.add", { member: "nils", name: "Nils", roles: ["producer"] }).code).toBe(
      "nothing.to.do",
    );
    expect(desk.refusal(aisha, "member.add", { member: "x", name: "X", roles: ["producer"] }).code).toBe("forbidden");
  });

  test("who was removed can come back, with a later version", () => {
    const desk = new DeskUnderTest();
    desk.must(karin, "member.remove", { member: "jonas" });
    desk.must(karin, "member.add", { member: "jonas", name: "Jonas", roles: ["analyst"] });
    expect(member(desk, "jonas")).toMatchObject({ removedAt: null, version: 3, roles: ["analyst"] });
  });
});

describe("member.remove", () => {
  test("keeps the name, and takes every right", () => {
    const desk = new DeskUnderTest();
    const item = desk.receive();
    desk.must(karin, "member.remove", { member: "jonas" });
    expect(member(desk, "jonas")).toMatchObject({ removedAt: later(0), name: "Jonas Friis", shift: "off" });
    expect(desk.run(jonas, "item.claim", { item }).ok).toBe(false);
    expect(desk.refusal(karin, "member.remove", { member: "jonas" }).code).toBe("nothing.to.do");
    expect(desk.refusal(karin, "member.remove", { member: "unknown" }).code).toBe("member.unknown");
  });

  test("a desk keeps at least one administrator, and a program is none", () => {
    const desk = new DeskUnderTest();
    expect(desk.refusal(karin, "member.remove", { member: "karin" }).code).toBe("member.last.administrator");
    expect(desk.refusal(karin, "member.roles", { member: "karin", roles: ["analyst"] }).code).toBe(
      "member.last.administrator",
    );
    desk.must(karin, "member.roles", { member: "bridge", roles: ["administrator"] });
    expect(desk.refusal(karin, "member.remove", { member: "karin" }).code).toBe("member.last.administrator");
    desk.must(karin, "member.roles", { member: "lars", roles: ["team-lead", "administrator"] });
    desk.must(karin, "member.remove", { member: "karin" });
    desk.must(clockwork, "member.roles", { member: bridge.id, roles: ["source"] });
  });
});

describe("members about themselves", () => {
  test("without a name of a member it is one's own", () => {
    const desk = new DeskUnderTest();
    desk.wait(1).must(jonas, "member.shift", { shift: "break", note: "Mad" });
    expect(member(desk, "jonas")).toMatchObject({ shift: "break", shiftNote: "Mad", shiftSince: later(1) });
    desk.wait(1).must(jonas, "member.shift", { shift: "break", note: "Stadig mad" });
    expect(member(desk, "jonas")).toMatchObject({ shiftNote: "Stadig mad", shiftSince: later(1) });
    expect(desk.refusal(jonas, "member.shift", { shift: "break", note: "Stadig mad" }).code).toBe("nothing.to.do");
    desk.must(jonas, "member.languages", { languages: ["da", "da", "nb"] });
    expect(member(desk, "jonas")?.languages).toEqual(["da", "nb"]);
  });

  test("and not another's", () => {
    const desk = new DeskUnderTest();
    expect(desk.refusal(jonas, "member.rename", { member: "sofie", name: "S" }).code).toBe("forbidden");
    expect(desk.refusal(jonas, "member.roles", { roles: ["administrator"] }).code).toBe("forbidden");
    expect(desk.refusal(aisha, "member.channels", { member: "jonas", channels: ["x:unknown"] }).code).toBe(
      "channel.unknown",
    );
    expect(desk.refusal(jonas, "member.session.end", {}).code).toBe("forbidden");
  });
});
