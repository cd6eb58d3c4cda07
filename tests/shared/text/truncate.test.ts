import { graphemes } from "@flowdesk/shared/text/graphemes.ts";
import { truncate } from "@flowdesk/shared/text/truncate.ts";
import fc from "fast-check";
import { expect, it } from "vitest";

const family = "👨‍👩‍👧‍👦";

it.each([
  ["hej", 3, "hej"],
  ["hejsa", 3, "he…"],
  ["hej med dig", 5, "hej…"],
  [`${family}${family}${family}`, 3, `${family}${family}${family}`],
  [`${family}${family}${family}`, 2, `${family}…`],
  ["a\u030abc", 2, "a\u030a…"],
  ["hej", 1, "…"],
  ["hej", 0, ""],
  ["", 5, ""],
])("%j to %i is %j", (text, max, expected) => {
  expect(truncate(text, max)).toBe(expected);
});

it("no text is longer than asked for, and none that fits is changed", () => {
  fc.assert(
    fc.property(fc.string({ unit: "grapheme" }), fc.integer({ min: 1, max: 12 }), (text, max) => {
      const short = truncate(text, max);
      expect([...graphemes(short)].length).toBeLessThanOrEqual(max);
      if ([...graphemes(text)].length <= max) expect(short).toBe(text);
      else expect(text.startsWith(short.slice(0, -1))).toBe(true);
    }),
  );
});
