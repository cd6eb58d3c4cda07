import { type OpeningHours, openTimeBetween } from "@flowdesk/shared/clock/opening-hours.ts";
import {
  deadlines,
  type Targeted,
  type TargetRule,
  targetFor,
  targetPresets,
  targetRuleSchema,
} from "@flowdesk/shared/clock/target.ts";
import { hour, minute } from "@flowdesk/shared/time/instant.ts";
import { describe, expect, test } from "vitest";

const question: Targeted = { need: "answer", channel: "x:flowdesk", kind: "mention", tags: ["ticket"], priority: 1 };

const office: OpeningHours = {
  zone: "Europe/Copenhagen",
  weekly: [{ days: [1, 2, 3, 4, 5], from: "09:00", to: "17:00" }],
  holidays: [],
};

describe("targetFor", () => {
  test("the first rule that fits wins", () => {
    const rules: TargetRule[] = [{ kind: "dm", ms: 1 }, { tag: "ticket", ms: 2 }, { ms: 3 }];
    expect(targetFor(question, rules)?.ms).toBe(2);
    expect(targetFor({ ...question, kind: "dm" }, rules)?.ms).toBe(1);
    expect(targetFor({ ...question, tags: [] }, rules)?.ms).toBe(3);
  });

  test.each<[string, Partial<TargetRule>, boolean]>([
    ["its need", { need: "answer" }, true],
    ["another need", { need: "urgent" }, false],
    ["its channel", { channel: "x:flowdesk" }, true],
    ["another channel", { channel: "web:flowdesk" }, false],
    ["its kind", { kind: "mention" }, true],
    ["another kind", { kind: "comment" }, false],
    ["one of its tags", { tag: "ticket" }, true],
    ["another tag", { tag: "lost" }, false],
    ["its priority", { priority: 1 }, true],
    ["a lower priority, which it exceeds", { priority: 0 }, true],
    ["a higher priority", { priority: 2 }, false],
    ["all of it", { need: "answer", channel: "x:flowdesk", kind: "mention", tag: "ticket", priority: 1 }, true],
    ["all but one", { need: "answer", channel: "x:flowdesk", kind: "dm", tag: "ticket", priority: 1 }, false],
  ])("a rule for %s", (_, rule, isFit) => {
    expect(targetFor(question, [{ ...rule, ms: 7 }])).toEqual(isFit ? { ...rule, ms: 7 } : null);
  });

  test("watch has no clock, whatever the rules say", () => {
    expect(targetFor({ ...question, need: "watch" }, [{ need: "watch", ms: 1 }, { ms: 1 }])).toBeNull();
  });

  test("without a rule that fits there is no clock", () => {
    expect(targetFor(question, [])).toBeNull();
  });

  test("the presets give every need but watch its target", () => {
    const targetsOf = (preset: keyof typeof targetPresets) =>
      (["urgent", "practical", "answer", "watch"] as const).map((need) => {
        const rule = targetFor({ ...question, need }, targetPresets[preset]);
        return rule && [rule.ms / minute, rule.seenMs === undefined ? null : rule.seenMs / minute];
      });
    expect(targetsOf("24 hours")).toEqual([[1440, null], [1440, null], [1440, null], null]);
    expect(targetsOf("live")).toEqual([[5, 2], [15, null], [1440, null], null]);
    for (const rule of [...targetPresets["24 hours"], ...targetPresets.live]) {
      expect(targetRuleSchema.parse(rule)).toEqual(rule);
    }
  });
});

describe("deadlines", () => {
  test("as the clock runs: at risk at 75 %, overdue at 100 %", () => {
    expect(deadlines("2026-01-16T15:00:00.000Z", { ms: 24 * hour }, {})).toEqual({
      riskAt: "2026-01-17T09:00:00.000Z",
      dueAt: "2026-01-17T15:00:00.000Z",
      unseenAt: null,
    });
  });

  test("seen by a person before answered", () => {
    expect(deadlines("2026-01-16T20:00:00.000Z", { ms: 5 * minute, seenMs: 2 * minute }, {}, 0.5)).toEqual({
      riskAt: "2026-01-16T20:02:30.000Z",
      dueAt: "2026-01-16T20:05:00.000Z",
      unseenAt: "2026-01-16T20:02:00.000Z",
    });
  });

  test("in opening hours, the risk is counted in them too", () => {
    const since = "2026-01-16T15:00:00.000Z";
    const set = deadlines(since, { ms: 4 * hour, seenMs: 90 * minute, hours: "office" }, { office });
    expect(set).toEqual({
      riskAt: "2026-01-19T10:00:00.000Z",
      dueAt: "2026-01-19T11:00:00.000Z",
      unseenAt: "2026-01-19T08:30:00.000Z",
    });
    expect(openTimeBetween(since, set.riskAt ?? since, office)).toBe(3 * hour);
  });

  test("a calendar that never opens gives no deadline", () => {
    const closed: OpeningHours = { ...office, weekly: [] };
    const rule = { ms: hour, seenMs: minute, hours: "closed" };
    expect(deadlines("2026-01-16T15:00:00.000Z", rule, { closed })).toEqual({
      riskAt: null,
      dueAt: null,
      unseenAt: null,
    });
  });

  test("a calendar that is not there counts as always open", () => {
    for (const hours of ["gone", "toString"]) {
      expect(deadlines("2026-01-16T15:00:00.000Z", { ms: hour, hours }, { office }).dueAt).toBe(
        "2026-01-16T16:00:00.000Z",
      );
    }
  });
});

describe("S1: at the door", () => {
  test.each([
    ["no time", { need: "answer" }],
    ["a time of 0", { ms: 0 }],
    ["half a millisecond", { ms: 0.5 }],
    ["a need that is none", { need: "someday", ms: 1 }],
    ["a kind that is none", { kind: "letter", ms: 1 }],
    ["two years", { ms: 2 * 365 * 24 * hour }],
  ])("%s is refused", (_, rule) => {
    expect(targetRuleSchema.safeParse(rule).success).toBe(false);
  });
});
