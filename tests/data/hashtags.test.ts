import { readFileSync } from "node:fs";
import { extractHashtags } from "@flowdesk/shared/hashtag/grammar.ts";
import { countText } from "@flowdesk/shared/text/count.ts";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";

/** The platform's own conformance cases, read from beside the checkout. */
function cases(file: string): unknown {
  return parse(readFileSync(new URL(`../../../shared/data/hashtags/${file}`, import.meta.url), "utf8"));
}

interface Case<Expected> {
  description: string;
  text: string;
  expected: Expected;
}

interface Counted {
  weightedLength: number;
  valid: boolean;
  validRangeEnd: number;
}

const extract = cases("extract.yml") as {
  tests: {
    hashtags: Case<string[]>[];
    hashtags_from_astral: Case<string[]>[];
    hashtags_with_indices: Case<{ hashtag: string; indices: [number, number] }[]>[];
  };
};
const validate = cases("validate.yml") as {
  tests: {
    hashtags: Case<boolean>[];
    WeightedTweetsCounterTest: Case<Counted>[];
    WeightedTweetsWithDiscountedEmojiCounterTest: Case<Counted>[];
    UnicodeDirectionalMarkerCounterTest: Case<Counted>[];
  };
};

const found = (text: string) => extractHashtags("x", text);

describe("extract.yml: all 76 cases on hashtags", () => {
  const { hashtags, hashtags_from_astral: astral, hashtags_with_indices: placed } = extract.tests;

  it("are all there", () => {
    expect(hashtags.length + astral.length + placed.length).toBe(76);
  });
  it.each([...hashtags, ...astral])("$description: $text", ({ text, expected }) => {
    expect(found(text).map(({ tag }) => tag)).toEqual(expected);
  });
  it.each(placed)("$description: $text", ({ text, expected }) => {
    expect(found(text)).toEqual(expected.map(({ hashtag, indices: [start, end] }) => ({ tag: hashtag, start, end })));
  });
});

describe("validate.yml: a whole text as one hashtag", () => {
  it.each(validate.tests.hashtags)("$description", ({ text, expected }) => {
    const [tag, ...more] = found(text);
    expect(more).toEqual([]);
    expect(tag !== undefined && tag.start === 0 && tag.end === text.length).toBe(expected);
  });
});

/**
 * Two cases of the first group are of the configuration before version 3, which did not count an emoji of several code
 * points as one; X has counted by version 3 since 2018, and the group on emoji has its values. (The group `tweets` is of
 * the time of 140 characters.)
 */
const beforeEmojiCountedTwo = new Map([
  ["Count a mix of single byte single word, and double word unicode characters", 7],
  ["Count unicode emoji chars outside the basic multilingual plane with skin tone modifiers", 4],
]);

describe("validate.yml: the weighted count", () => {
  const { tests } = validate;
  it.each([
    ...tests.WeightedTweetsCounterTest,
    ...tests.WeightedTweetsWithDiscountedEmojiCounterTest,
    ...tests.UnicodeDirectionalMarkerCounterTest,
  ])("$description", ({ description, text, expected }) => {
    const count = countText("x", text);
    const old = tests.WeightedTweetsCounterTest.some((one) => one.text === text);
    const used = (old ? beforeEmojiCountedTwo.get(description) : undefined) ?? expected.weightedLength;
    expect(count.used).toBe(used);
    expect(count.valid).toBe(expected.valid);
    if (expected.weightedLength > 280) expect(count.overAt).toBe(expected.validRangeEnd + 1);
    else expect(count.overAt).toBeNull();
  });
});
