import { needFor } from "@flowdesk/shared/need/need-for.ts";
import { day, second } from "@flowdesk/shared/time/instant.ts";
import { describe, expect, test } from "vitest";
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

describe("calendars that nobody can mean are refused with a sentence", () => {
  const office = {
    zone: "Europe/Copenhagen",
    weekly: [{ days: [1, 2, 3, 4, 5], from: "09:00", to: "17:00" }],
    holidays: [],
  };
  const targets = [{ ms: 1000, hours: "office" }];
  const refusal = (calendar: typeof office) =>
    new DeskUnderTest().refusal(aisha, "policy.targets", { targets, calendars: { office: calendar } });

  test("one that never opens, and one whose times overlap", () => {
    expect(refusal({ ...office, weekly: [] })).toMatchObject({
      code: "policy.invalid",
      message: 'The calendar "office" never opens; give it opening hours.',
    });
    const twice = [...office.weekly, { days: [5], from: "16:00", to: "20:00" }];
    expect(refusal({ ...office, weekly: twice }).message).toBe(
      'In the calendar "office", 09:00–17:00 and 16:00–20:00 overlap.',
    );
  });

  test("one without holidays is as good as any", () => {
    const desk = new DeskUnderTest();
    desk.must(aisha, "policy.targets", { targets, calendars: { office } });
    expect(desk.state.desk.policy.calendars.office?.holidays).toEqual([]);
  });

  test("one that stood before the rule did is in nobody's way", () => {
    const desk = new DeskUnderTest();
    const { state } = desk;
    const policy = { ...state.desk.policy, calendars: { old: { ...office, weekly: [] } } };
    desk.state = { ...state, desk: { ...state.desk, policy } };
    desk.must(aisha, "policy.targets", { targets: [{ ms: 1000 }] });
    expect(desk.state.desk.policy.targets).toEqual([{ ms: 1000 }]);
  });
});

test("what is folded is the flow manager's and the administrator's to say", () => {
  const desk = new DeskUnderTest();
  const folding = { words: ["taberhold"], builtIn: false, pictures: "all" as const };
  desk.must(karin, "policy.folding", { folding });
  expect(desk.state.desk.policy.folding).toEqual(folding);
  expect(desk.refusal(aisha, "policy.folding", { folding }).code).toBe("nothing.to.do");
  expect(desk.refusal(ida, "policy.folding", { folding }).code).toBe("forbidden");
  expect(desk.refusal(karin, "policy.folding", { folding: { ...folding, words: ["x"] } }).code).toBe("command.invalid");
});

test("how long things lie where is the administrator's to say", () => {
  const desk = new DeskUnderTest();
  const retention = { archiveAfterMs: 14 * day, logLastsMs: 60 * day };
  desk.must(karin, "policy.retention", { retention });
  expect(desk.state.desk.policy.retention).toEqual(retention);
  expect(desk.refusal(karin, "policy.retention", { retention }).code).toBe("nothing.to.do");
  expect(desk.refusal(aisha, "policy.retention", { retention }).code).toBe("forbidden");
  const never = { ...retention, logLastsMs: 0 };
  expect(desk.refusal(karin, "policy.retention", { retention: never }).code).toBe("command.invalid");
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
