import { abuseCheck } from "@flowdesk/shared/text/abuse.ts";
import { describe, expect, test } from "vitest";

const isAbusive = abuseCheck([], true);

describe("built-in words", () => {
  test.each([
    "You are a cunt",
    "what a SHITSHOW",
    "sh*t festival",
    "f**k you all",
    "f.u.c.k this",
    "go f-u-c-k yourself",
    "f u c k you",
    "fuuuuuck off",
    "5h1t",
    "b!tch",
    "ｆｕｃｋ",
    "f\u200buck",
    "(fuck)",
    "#fuckthis",
    "Din fede møgkælling",
    "kælling!",
    "sikke nogle røvhuller",
    "Gå ud og dø",
    "jävla horunge",
    "din jævla drittsekk",
    "Kill  yourself.",
  ])("fold: %s", (text) => {
    expect(isAbusive(text)).toBe(true);
  });

  test.each([
    "Where is the entrance?",
    "Det er slut kl. 23",
    "Fagforeningen står i telt 3",
    "Kult ass, vi sees",
    "A fitted jacket from the class of 1999 in Scunthorpe",
    "cocktails at the bar",
    "@shithead_fan hvornår spiller I",
    "https://example.org/fuck",
    "Hold kæft hvor er det fedt",
    "Vi er 4 og 5 år",
    "I a b c vitamin",
    "*** 5 stjerner ***",
    "Jeg har læst en god bog",
    "",
  ])("leave: %s", (text) => {
    expect(isAbusive(text)).toBe(false);
  });
});

describe("the desk's own words", () => {
  const own = abuseCheck(["Taberhold", "gå hjem", "  "], false);

  test("fold at the beginning of a word, in any case, also several one after the other", () => {
    expect(own("sikke et TABERHOLDET")).toBe(true);
    expect(own("Gå  hjem!")).toBe(true);
    expect(own("t a b e r h o l d")).toBe(true);
    expect(own("detgåhjemover")).toBe(false);
    expect(own("gå nu hjem")).toBe(false);
  });

  test("stand alone where the built-in ones are off, and nothing folds without any", () => {
    expect(own("fuck")).toBe(false);
    expect(abuseCheck([], false)("fuck")).toBe(false);
  });

  test("are words and no patterns", () => {
    const odd = abuseCheck([".*", "a+b(", "((((("], false);
    expect(odd("anything at all")).toBe(false);
  });
});

test("a long text of nothing but openings is looked through in one go", () => {
  expect(isAbusive("f ".repeat(50_000))).toBe(false);
  expect(isAbusive("*".repeat(100_000))).toBe(false);
  expect(isAbusive("a.".repeat(50_000))).toBe(false);
});
