import { needFor } from "@flowdesk/shared/desk/policy/policy.ts";
import { second } from "@flowdesk/shared/time/instant.ts";
import { expect, test } from "vitest";
import { DeskUnderTest } from "../../../fixtures/desk.ts";
import { aisha, ida, karin } from "../../../fixtures/people.ts";

test("each section is set whole and leaves the others alone", () => {
  const desk = new DeskUnderTest();
  const before = desk.state.desk.policy;
  desk.must(aisha, "policy.grace", { graceMs: 0 });
  desk.must(aisha, "policy.tags", { tags: ["lost-child"] });
  expect(desk.state.desk.policy).toEqual({ ...before, graceMs: 0, tags: ["lost-child"] });
  expect(desk.refusal(aisha, "policy.grace", { graceMs: 0 }).code).toBe("nothing.to.do");
  expect(desk.refusal(aisha, "policy.grace", { graceMs: 31 * second }).code).toBe("command.invalid");
  expect(desk.refusal(ida, "policy.grace", { graceMs: second }).code).toBe("forbidden");
});

test("a policy that contradicts itself is refused with the place", () => {
  const desk = new DeskUnderTest();
  const lost = desk.refusal(aisha, "policy.targets", { targets: [{ ms: 1, hours: "office" }] });
  expect(lost.code).toBe("policy.invalid");
  expect(lost.message).toContain("office");
  const template = { id: "1", name: "Tak", text: "Tak!", lang: null };
  expect(desk.refusal(aisha, "policy.templates", { templates: [template, template] }).code).toBe("policy.invalid");
});

test("the need of what arrives: the first rule that fits, else an answer", () => {
  const desk = new DeskUnderTest();
  desk.must(aisha, "policy.needs", {
    needs: [
      { channel: "x:festival", kind: "dm", need: "urgent" },
      { kind: "dm", need: "practical" },
    ],
  });
  const { policy } = desk.state.desk;
  expect(needFor(policy, { channel: "x:festival", kind: "dm" })).toBe("urgent");
  expect(needFor(policy, { channel: "x:other", kind: "dm" })).toBe("practical");
  expect(needFor(policy, { channel: "x:festival", kind: "mention" })).toBe("answer");
});

test("the administrator renames the desk", () => {
  const desk = new DeskUnderTest();
  desk.must(karin, "desk.rename", { name: " Sommerfesten " });
  expect(desk.state.desk.name).toBe("Sommerfesten");
  expect(desk.refusal(karin, "desk.rename", { name: "Sommerfesten" }).code).toBe("nothing.to.do");
  expect(desk.refusal(aisha, "desk.rename", { name: "Andet" }).code).toBe("forbidden");
});
