import { extractHashtags, sameTag } from "@flowdesk/shared/hashtag/grammar.ts";
import fc from "fast-check";
import { describe, expect, it } from "vitest";

const tags = (platform: string, text: string) => extractHashtags(platform, text).map(({ tag }) => tag);

type Case = [text: string, tags: string[]];

const grammars: Record<string, Case[]> = {
  x: [
    ["Hej #Roskilde27!", ["Roskilde27"]],
    ["＃fest ##fest", ["fest", "fest"]],
    ["#rødgrød #27 #1a", ["rødgrød", "1a"]],
    ["på#fest &#39;hej", []],
    ["https://fest.dk/#fest fest.dk/#fest", []],
    ["#fest-27 #fest_27", ["fest", "fest_27"]],
    ["#🎉 #️⃣", []],
  ],
  instagram: [
    ["#fest🎉 #🎉", ["fest🎉", "🎉"]],
    ["#👨‍👩‍👧fest #🇩🇰", ["👨‍👩‍👧fest", "🇩🇰"]],
    ["#2027 #_", ["2027"]],
    ["#️⃣ 3️⃣", []],
    ["#fest-27, #fest_27.", ["fest", "fest_27"]],
    ["https://fest.dk/?a=#fest", []],
  ],
  mastodon: [
    ["#Fest #27 #fest27 #1_2", ["Fest", "fest27", "1_2"]],
    ["/#fest )#fest =#fest på#fest (#fest", ["fest"]],
    ["#il·lusió #fest·", ["il·lusió", "fest"]],
    ["＃fest", ["fest"]],
    ["https://fest.dk/a?#fest", []],
  ],
  bluesky: [
    ["#fest #fest-27 #27 #fest!", ["fest", "fest-27", "fest"]],
    ["(#fest a#fest", []],
    ["#fest.dk, #rock'n'roll!!!", ["fest.dk", "rock'n'roll"]],
    ["＃fest\n#🎉", ["fest", "🎉"]],
    [`#${"a".repeat(64)} #${"b".repeat(65)}`, ["a".repeat(64)]],
    ["#️⃣ #", []],
  ],
  linkedin: [
    ["#fest #27 #fest27 #å_b", ["fest", "fest27", "å_b"]],
    ["på#fest &#39; www.fest.dk/a;#fest", []],
    ["＃fest (#fest) #fest#mere", ["fest", "fest", "fest"]],
  ],
};

describe("the hashtags of a text", () => {
  for (const [platform, cases] of Object.entries(grammars)) {
    it.each(cases)(`on ${platform}: %s`, (text, expected) => {
      expect(tags(platform, text)).toEqual(expected);
    });
  }

  it("stand where they say, in UTF-16, the hash sign included", () => {
    const text = "👨‍👩‍👧 #æble ＃ø #c";
    for (const platform of [...Object.keys(grammars), "never-heard-of"]) {
      const found = extractHashtags(platform, text);
      expect(found).toHaveLength(3);
      for (const { tag, start, end } of found) expect(text.slice(start + 1, end)).toBe(tag);
    }
  });

  it("are found in any text, without overlap, in order", () => {
    const piece = fc.oneof(
      fc.string({ unit: "grapheme" }),
      fc.constantFrom("#", "＃", " #a", "#1", "https://a.dk/#b", "\ud83d"),
    );
    const text = fc.array(piece, { maxLength: 12 }).map((pieces) => pieces.join(""));
    fc.assert(
      fc.property(fc.constantFrom("x", "instagram", "mastodon", "bluesky", "web"), text, (platform, written) => {
        let last = 0;
        for (const { tag, start, end } of extractHashtags(platform, written)) {
          expect(start).toBeGreaterThanOrEqual(last);
          expect(written.slice(start + 1, end)).toBe(tag);
          last = end;
        }
      }),
    );
  });

  it("are found in a text of any length", () => {
    for (const platform of ["x", "bluesky", "mastodon", "instagram", "web"]) {
      expect(tags(platform, `#fest ${"a.".repeat(50_000)} ${"#!".repeat(20_000)} #slut`)).toEqual(["fest", "slut"]);
    }
  });
});

describe("one tag", () => {
  it.each([
    ["Roskilde27", "roskilde27"],
    ["#Fest", "fest"],
    ["ÆØÅ", "æøå"],
    ["a\u030arhus", "århus"],
    ["STRASSE", "straße"],
    ["ΟΔΟΣ", "οδος"],
  ])("is %s and %s", (a, b) => {
    expect(sameTag(a, b)).toBe(true);
  });
  it.each([
    ["før", "for"],
    ["århus", "aarhus"],
    ["æble", "aeble"],
    ["café", "cafe"],
    ["roskilde27", "roskilde26"],
  ])("is not %s and %s", (a, b) => {
    expect(sameTag(a, b)).toBe(false);
  });
});
