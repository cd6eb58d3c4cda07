import { countText } from "@flowdesk/shared/text/count.ts";
import { limitOf, type TextUse } from "@flowdesk/shared/text/limit.ts";
import fc from "fast-check";
import { describe, expect, it } from "vitest";

const family = "👨‍👩‍👧‍👦";

type Case = [platform: string, use: TextUse, text: string, used: number];

const counts: Case[] = [
  ["x", "post", "Hej", 3],
  ["x", "post", "Blåbærgrød", 10],
  ["x", "post", "a\u030a", 1],
  ["x", "post", "日本", 4],
  ["x", "post", family, 2],
  ["x", "post", "https://eksempel.dk/en/meget/lang/sti?med=mere", 23],
  ["x", "comment", "se fest.dk", 26],
  ["x", "dm", family, 11],
  ["bluesky", "post", `${family}å`, 2],
  ["bluesky", "post", "https://fest.dk/", 16],
  ["mastodon", "post", "https://eksempel.dk/en/meget/lang/sti", 23],
  ["mastodon", "post", "fest.dk", 7],
  ["mastodon", "comment", "@maja@social.example.dk hej @ole", 14],
  ["mastodon", "post", "https://a.dk/@maja@b.dk", 23],
  ["mastodon", "dm", family, 1],
  ["threads", "post", "hej 🎉", 8],
  ["threads", "post", "blåbær", 6],
  ["instagram", "dm", "blå🎉", 8],
  ["facebook", "post", "hej 🎉", 6],
  ["web", "post", "hej", 3],
];

describe("a text counts", () => {
  it.each(counts)("on %s, as a %s: %s", (platform, use, text, used) => {
    const { remaining, limit, ...count } = countText(platform, text, use);
    expect(count).toMatchObject({ used, valid: true, problems: [], overAt: null });
    expect(remaining).toBe(limit === null ? null : limit - used);
  });
});

const limits: [platform: string, use: TextUse, max: number | null][] = [
  ["x", "post", 280],
  ["x", "dm", 10_000],
  ["bluesky", "post", 300],
  ["mastodon", "post", 500],
  ["threads", "comment", 500],
  ["instagram", "post", 2_200],
  ["instagram", "dm", 1_000],
  ["facebook", "post", 63_206],
  ["facebook", "dm", 2_000],
  ["tiktok", "post", 2_200],
  ["tiktok", "comment", 150],
  ["youtube", "comment", 10_000],
  ["linkedin", "post", 3_000],
  ["linkedin", "comment", 1_250],
  ["pinterest", "post", 500],
  ["reddit", "comment", 10_000],
  ["whatsapp", "dm", 4_096],
  ["web", "post", null],
  ["broadcast", "post", null],
  ["screen", "post", null],
  ["never-heard-of", "post", null],
  ["constructor", "post", null],
];

describe("the limit", () => {
  it.each(limits)("of %s for a %s is %s", (platform, use, max) => {
    expect(countText(platform, "a", use).limit).toBe(max);
    if (max === null) {
      expect(countText(platform, "a".repeat(100_000), use).valid).toBe(true);
      return;
    }
    expect(countText(platform, "a".repeat(max), use)).toMatchObject({ remaining: 0, valid: true, overAt: null });
    expect(countText(platform, "a".repeat(max + 1), use)).toMatchObject({
      remaining: -1,
      valid: false,
      problems: ["too-long"],
      overAt: max,
    });
  });
});

describe("where a text goes beyond its limit", () => {
  it("an emoji is not halved", () => {
    expect(countText("x", `${"a".repeat(279)}${family}b`).overAt).toBe(279);
    expect(countText("tiktok", `${"a".repeat(149)}🎉`, "comment").overAt).toBe(149);
    expect(countText("bluesky", `${family.repeat(20)}${"a".repeat(281)}`).overAt).toBe(20 * family.length + 280);
  });
  it("a link goes as a whole", () => {
    expect(countText("x", `${"a".repeat(270)} https://fest.dk/program`).overAt).toBe(271);
    expect(countText("mastodon", `${"a".repeat(490)} https://fest.dk/program`).overAt).toBe(491);
  });
  it("letters typed in two parts do not shift it", () => {
    const text = "a\u030a".repeat(280);
    expect(countText("x", text)).toMatchObject({ used: 280, valid: true });
    expect(countText("x", `${text}bc`)).toMatchObject({ used: 282, overAt: 560 });
  });
  it("a character that X refuses does not shift it", () => {
    const count = countText("x", `a\ufeff${"b".repeat(300)}`);
    expect(count).toMatchObject({ used: 303, problems: ["too-long", "refused-character"], overAt: 279 });
  });
  it("is at the end of what fits, for any text", () => {
    const piece = fc.constantFrom(
      "a",
      "å",
      "日",
      "🎉",
      family,
      " ",
      "e\u0301",
      " https://fest.dk/a ",
      " @a@b.dk ",
      "\n",
    );
    const text = fc.array(piece, { minLength: 100, maxLength: 700, size: "max" }).map((pieces) => pieces.join(""));
    fc.assert(
      fc.property(fc.constantFrom("x", "bluesky", "threads", "mastodon"), text, (platform, written) => {
        const { overAt, used, limit } = countText(platform, written);
        if (overAt === null) return;
        // A link cut off at the end would be a shorter link: compared only where the cut is in none.
        if (/(?:https?:|@)\S*$/.test(written.slice(0, overAt))) return;
        expect(countText(platform, written.slice(0, overAt)).used).toBeLessThanOrEqual(limit ?? 0);
        expect(used).toBeGreaterThan(limit ?? 0);
      }),
      { numRuns: 40 },
    );
  });
});

describe("a text is not taken", () => {
  it("empty, or of white space alone", () => {
    for (const platform of ["x", "bluesky", "instagram", "web"]) {
      expect(countText(platform, "")).toMatchObject({ used: 0, valid: false, problems: ["empty"] });
      expect(countText(platform, " \n")).toMatchObject({ valid: false, problems: ["empty"] });
    }
  });
  it("by Bluesky with more than 3,000 bytes, though it has few graphemes", () => {
    const count = countText("bluesky", family.repeat(121));
    expect(count).toMatchObject({ used: 121, valid: false, problems: ["too-many-bytes"], overAt: 120 * family.length });
  });
  it("by Instagram with more than thirty hashtags", () => {
    const text = (n: number) => Array.from({ length: n }, (_, i) => `#tag${i}`).join(" ");
    expect(countText("instagram", text(30)).valid).toBe(true);
    expect(countText("instagram", text(31)).problems).toEqual(["too-many-hashtags"]);
    expect(countText("facebook", text(31)).valid).toBe(true);
  });
});

it("a text of any length is counted", () => {
  const text = "a.".repeat(50_000);
  for (const platform of ["x", "mastodon", "bluesky", "threads", "facebook"]) {
    expect(countText(platform, text)).toMatchObject({
      used: 100_000,
      valid: false,
      overAt: limitOf(platform, "post").max,
    });
  }
});
