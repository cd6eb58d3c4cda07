import { needFlaws, needProblem } from "@flowdesk/shared/need/flaws.ts";
import { liveNeeds } from "@flowdesk/shared/need/presets.ts";
import { needRuleSchema } from "@flowdesk/shared/need/rule.ts";
import { describe, expect, test } from "vitest";

describe("what is odd is found", () => {
  test("a rule that fits everything before others, and those never reached", () => {
    expect(needFlaws({ needs: [{ need: "watch" }, { words: ["ild"], need: "urgent" }] })).toEqual([
      { kind: "fits-all", rule: 0 },
      { kind: "unreached", rule: 1, by: 0 },
    ]);
    expect(
      needFlaws({
        needs: [
          { pattern: "a*", need: "watch" },
          { kind: "dm", need: "answer" },
        ],
      })[0],
    ).toEqual({
      kind: "fits-all",
      rule: 0,
    });
  });

  test("the same conditions with another need, and with the same", () => {
    const words = ["Tabt barn"];
    expect(
      needFlaws({
        needs: [
          { words, need: "urgent" },
          { words: ["tabt  BARN"], need: "watch" },
          { words, need: "urgent" },
        ],
      }),
    ).toEqual([
      { kind: "contradicts", rule: 1, by: 0 },
      { kind: "repeat", rule: 2, by: 0 },
    ]);
  });

  test("a wider rule before a narrower one, by words, place or author", () => {
    const unreached = [{ kind: "unreached", rule: 1, by: 0 }];
    expect(
      needFlaws({
        needs: [
          { words: ["barn*"], need: "urgent" },
          { words: ["barnet", "barn"], need: "watch" },
        ],
      }),
    ).toEqual(unreached);
    expect(
      needFlaws({
        needs: [
          { words: ["barn"], need: "urgent" },
          { words: ["tabt barn"], kind: "dm", need: "watch" },
        ],
      }),
    ).toEqual(unreached);
    expect(
      needFlaws({
        needs: [
          { platform: "x", need: "urgent" },
          { channel: "x:a", need: "watch" },
        ],
      }),
    ).toEqual(unreached);
    expect(
      needFlaws({
        needs: [
          { followersAtLeast: 5, need: "urgent" },
          { followersAtLeast: 9, need: "watch" },
        ],
      }),
    ).toEqual(unreached);
    expect(
      needFlaws({
        needs: [
          { words: ["tabt barn"], need: "urgent" },
          { words: ["barn"], need: "watch" },
        ],
      }),
    ).toEqual([]);
    expect(
      needFlaws({
        needs: [
          { words: ["barn"], not: ["mad"], need: "urgent" },
          { words: ["barn"], need: "watch" },
        ],
      }),
    ).toEqual([]);
    expect(
      needFlaws({
        needs: [
          { words: ["barn"], off: true, need: "urgent" },
          { words: ["barn"], need: "watch" },
        ],
      }),
    ).toEqual([]);
  });

  test("a rule for a list that holds nobody; nothing else in the ready-made rules", () => {
    expect(needFlaws(liveNeeds)).toEqual([{ kind: "never", rule: 7 }]);
  });
});

describe("what is broken is refused, with the rule and the reason", () => {
  test.each([
    [{ pattern: "(a", need: "urgent" as const }, "not closed"],
    [{ name: "Ild", words: ["ild", "!!"], need: "urgent" as const }, 'Rule 1, "Ild"'],
    [{ words: ["a .. b .. c .. d"], need: "urgent" as const }, "gaps"],
    [{ authorLists: ["nobody"], need: "urgent" as const }, "nobody"],
  ])("%j", (rule, part) => {
    expect(needProblem({ needs: [rule] })).toContain(part);
  });

  test("ids that stand twice, patterns that are too large together", () => {
    expect(
      needProblem({
        needs: [
          { id: "a", need: "watch" },
          { id: "a", need: "watch" },
        ],
      }),
    ).toContain("same id");
    const pattern = "a{50}b{50}c{50}d{50}";
    expect(needProblem({ needs: Array.from({ length: 10 }, () => ({ pattern, need: "watch" as const })) })).toContain(
      "together",
    );
    expect(needProblem(liveNeeds)).toBeNull();
    for (const rule of liveNeeds.needs) expect(needRuleSchema.parse(rule)).toEqual(rule);
  });
});
