import { compilePattern, PatternError } from "@flowdesk/shared/need/pattern.ts";
import fc from "fast-check";
import { describe, expect, test } from "vitest";

const found = (pattern: string, text: string) => {
  const place = compilePattern(pattern).find(text);
  return place === null ? null : text.slice(place.start, place.end);
};

describe("a pattern fits as regular expressions do", () => {
  test.each([
    ["række \\d+", "Jeg sidder på Række 12!", "Række 12"],
    ["(?:tabt|mistet) .{0,20}pung", "Jeg har mistet min sorte pung", "mistet min sorte pung"],
    ["\\bild\\b", "Der er ILD i teltet", "ILD"],
    ["\\bild\\b", "Hvilken vildmand", null],
    ["^hjælp", "nej\nhjælp os", "hjælp"],
    ["[æøå]{2,3}", "blåøå", "åøå"],
    ["[^a-z ]+", "ab 12 cd", "12"],
    ["gr(å|aa)", "GRAA", "GRAA"],
    ["a|ab", "ab", "a"],
    ["\\?$", "Hvor?", "?"],
    ["🔥+", "alt er 🔥🔥", "🔥🔥"],
  ])("%s in %s", (pattern, text, expected) => {
    expect(found(pattern, text)).toBe(expected);
  });

  test("as the engine's own do, on what both know", () => {
    const piece = fc.constantFrom("a", "b", "(?:a|bc)", "[ab]", ".", "(?:ab)", "c");
    const times = fc.constantFrom("", "?", "*", "+", "{1,2}");
    const pattern = fc
      .array(fc.tuple(piece, times), { minLength: 1, maxLength: 5 })
      .map((all) => all.map(([one, often]) => one + often).join(""));
    const text = fc.string({ unit: fc.constantFrom("a", "b", "c", " "), maxLength: 12 });
    fc.assert(
      fc.property(pattern, text, (source, given) => {
        const match = new RegExp(source, "iu").exec(given);
        expect(found(source, given)).toBe(match === null ? null : match[0]);
      }),
      { numRuns: 500 },
    );
  });
});

describe("S1: what cannot be searched in linear time, or is no pattern, is refused with a sentence", () => {
  test.each([
    "(a)\\1",
    "(?=a)",
    "(?<!a)b",
    "(?<name>a)",
    "a**",
    "*a",
    "a{2,1}",
    "a{999}",
    "a{x}",
    "(a",
    "a)",
    "[a",
    "[]",
    "[z-a]",
    "a\\",
    "\\p{L}",
    "(?:(?:a{50}){50}){50}",
    `${"(".repeat(30)}a${")".repeat(30)}`,
    "x".repeat(201),
  ])("%s", (pattern) => {
    expect(() => compilePattern(pattern)).toThrow(PatternError);
  });

  test("groups of nothing within groups come to nothing", () => {
    expect(compilePattern("(?:(?:(?:){50}){50}){50}").size).toBeLessThan(10);
  });
});

test.each(["(a+)+$", "(a|a)*$", "(a|aa)+$", "(.*)*x", "(?:a?){30}a{30}"])(
  "%s, which takes exponential time elsewhere, takes steps in proportion to the text",
  (source) => {
    const pattern = compilePattern(source);
    const stepsFor = (length: number) => {
      const meter = { steps: 0 };
      pattern.find(`${"a".repeat(length)}!`, meter);
      return meter.steps;
    };
    expect(stepsFor(800)).toBeLessThanOrEqual(stepsFor(400) * 2.2);
    expect(stepsFor(800)).toBeLessThanOrEqual(800 * pattern.size * 4);
    expect(stepsFor(15_000)).toBe(stepsFor(20_000));
  },
);
