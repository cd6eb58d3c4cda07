import { wellFormed } from "@flowdesk/shared/text/well-formed.ts";
import fc from "fast-check";
import { describe, expect, it } from "vitest";

describe("S1: a text is made well-formed, and that is reported", () => {
  it.each([
    ["an emoji cut in half", "Hej \ud83c", "Hej \ufffd"],
    ["its other half", "\udf89 hej", "\ufffd hej"],
    ["NUL", "a\0b\0", "ab"],
  ])("%s", (_, raw, text) => {
    expect(wellFormed(raw)).toEqual({ text, repaired: true });
  });
  it.each([
    ["line ends", "a\r\nb\rc\n"],
    ["emoji", "👨‍👩‍👧🎉"],
    ["direction marks", "\u202eabc\u202c"],
    ["letters in two parts", "a\u030a"],
    ["nothing", ""],
  ])("leaves %s as they are", (_, text) => {
    expect(wellFormed(text)).toEqual({ text, repaired: false });
  });
  it("of any string, once and for all", () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.nat({ max: 0xffff }).map((code) => String.fromCharCode(code)) }), (raw) => {
        const { text, repaired } = wellFormed(raw);
        expect(text.isWellFormed()).toBe(true);
        expect(text).not.toContain("\0");
        expect(repaired).toBe(text !== raw);
        expect(wellFormed(text)).toEqual({ text, repaired: false });
      }),
    );
  });
});
