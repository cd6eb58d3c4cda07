import type { Kind } from "@flowdesk/shared/desk/item/need.ts";
import { explainNeed, needFor } from "@flowdesk/shared/need/need-for.ts";
import { liveNeeds } from "@flowdesk/shared/need/presets.ts";
import { type NeedPolicy, type NeedRule, needRuleSchema } from "@flowdesk/shared/need/rule.ts";
import { describe, expect, test } from "vitest";

const asked = (text: string, more: object = {}) => ({
  channel: "x:festival",
  kind: "mention" as Kind,
  text,
  author: { handle: "maja_k" },
  ...more,
});
/** A policy of one rule for what is urgent; all else is watched. */
const one = (rule: Omit<NeedRule, "need">, lists?: NeedPolicy["authorLists"]): NeedPolicy => ({
  needs: [{ ...rule, need: "urgent" }, { need: "watch" }],
  authorLists: lists,
});
const fits = (rule: Omit<NeedRule, "need">, text: string, more: object = {}) =>
  needFor(one(rule), asked(text, more)) === "urgent";

describe("words", () => {
  test.each<[string, string, boolean]>([
    ["tabt barn", "Vi har et TABT  barn ved scenen", true],
    ["tabt barn", "Jeg har tabt. Barn er hjemme.", false],
    ["ild", "Hvilken vild aften", false],
    ["ild", "ILD!", true],
    ["øl", "fadøl", false],
    ["øl", "Øl, tak", true],
    ["indgang*", "Hvor er indgangene", true],
    ["indgang", "Hvor er indgangene", false],
    ["mistet .. datter", "Jeg har mistet min lille søde datter", true],
    ["mistet .. datter", "mistet en to tre fire fem datter", false],
    ["mistet … datter", "mistet datter", true],
    ["can't breathe", "she cant breathe", true],
    ["cant breathe", "she can’t breathe", true],
    ["førstehjælp", "foerstehjaelp nu", true],
    ["första", "førsta", true],
    ["lost-child", "#lost child", true],
    ["hjälp", "hja\u0308lp", true],
    ["press", "@press hej", false],
    ["festival", "https://festival.example/festival", false],
    ["festival", "#festival", true],
  ])("%s in %s: %s", (word, text, expected) => {
    expect(fits({ words: [word] }, text)).toBe(expected);
  });

  test("of a list one is enough; none of those under `not` may be there", () => {
    expect(fits({ words: ["brand", "røg"], not: ["brandvarm*"] }, "Der er røg")).toBe(true);
    expect(fits({ words: ["brand", "røg"], not: ["brandvarm*"] }, "Brandvarmt nummer, røg på scenen")).toBe(false);
    expect(fits({ not: ["tak"] }, "Hej")).toBe(true);
  });
});

describe("the other conditions", () => {
  test("all of them have to hold", () => {
    const rule = { words: ["adgang"], kind: "dm" as const, platform: "x", languages: ["da"], followersAtLeast: 1000 };
    const dm = { kind: "dm", lang: "da-DK", author: { handle: "tv", followers: 1000 } };
    expect(fits(rule, "adgang", dm)).toBe(true);
    for (const other of [
      { kind: "mention" },
      { channel: "instagram:festival" },
      { channel: "xx:festival" },
      { lang: "en" },
      { lang: null },
      { author: { handle: "tv", followers: 999 } },
      { author: { handle: "tv" } },
    ])
      expect(fits(rule, "adgang", { ...dm, ...other })).toBe(false);
  });

  test("authors by handle and by list, however they are written; Norwegian is one language", () => {
    const policy = one({ authors: ["@Maja_K"], authorLists: ["press"] }, [
      { id: "press", name: "Presse", handles: ["nrk", "DR_Nyheder"] },
    ]);
    const by = (handle: string) => needFor(policy, asked("Hej", { author: { handle } }));
    expect([by("maja_k"), by("@dr_nyheder"), by("NRK"), by("other")]).toEqual(["urgent", "urgent", "urgent", "watch"]);
    expect(fits({ languages: ["no"] }, "hei", { lang: "nn" })).toBe(true);
  });

  test("tags as the platform reads them, patterns, and rules that are off", () => {
    expect(fits({ tags: ["#Fest27"] }, "Vi ses #fest27!")).toBe(true);
    expect(fits({ tags: ["fest27"] }, "Vi ses #fest278 fest27")).toBe(false);
    expect(fits({ pattern: "række \\d+" }, "Vi står på Række 12")).toBe(true);
    expect(fits({ words: ["hej"], off: true }, "hej")).toBe(false);
  });

  test("without a text or author only place counts; without any rule it is an answer", () => {
    const policy = one({ words: ["hej"] });
    expect(needFor(policy, { channel: "x:a", kind: "dm" })).toBe("watch");
    expect(needFor({ needs: [] }, asked("hej"))).toBe("answer");
  });

  test("L3: a rule as it was before is read as it was", () => {
    const old = { channel: "x:festival", kind: "dm", need: "urgent" };
    expect(needRuleSchema.parse(old)).toEqual(old);
  });
});

describe("questions", () => {
  test.each([
    "Hvor er indgangen?",
    "hej, kan man stadig købe billetter",
    "Må man tage paraply med?",
    "Er der plads til kørestole",
    "@fest Hvornår åbner dørene",
    "Jeg står her, hvor ligger toiletterne",
    "Hei! Når åpner dere",
    "Har dere glutenfri mat?",
    "Finns det parkering vid entrén",
    "Hur kommer man dit?",
    "where is first aid???",
    "Can I bring my own water",
    "Is there wifi?",
    "We are at the gate. Anyone know when it opens?",
  ])("%s", (text) => {
    expect(fits({ question: true }, text)).toBe(true);
  });

  test.each([
    "Hvor er det fedt!",
    "Hvor er det dog en smuk aften",
    "What a night",
    "When we arrived it was raining",
    "Seriously?",
    "Are you kidding me?",
    "Er I seriøse?",
    "Hvem gider det?",
    "Great show, right?",
    "Vi har det godt. Kan ikke vente.",
    "Se https://example.org/?q=1",
  ])("no: %s", (text) => {
    expect(fits({ question: true }, text)).toBe(false);
  });

  test("with words too, the word is in the question or beside it", () => {
    const rule = { question: true as const, words: ["toilet*"] };
    expect(fits(rule, "Hvor er toilettet?")).toBe(true);
    expect(fits(rule, "Vi leder efter toiletterne. Hvor er de?")).toBe(true);
    expect(fits(rule, "Toilettet var rent. Dejlig aften. Fin musik. Hvornår spiller de?")).toBe(false);
  });
});

describe("why", () => {
  test("the rule, and where it shows in the text", () => {
    const text = "Hjælp! Vi har mistet min lille datter ved scenen";
    const { need, rule, index, reasons } = explainNeed(
      one({ id: "a", words: ["mistet .. datter"], kind: "mention" }),
      asked(text),
    );
    expect([need, rule?.id, index]).toEqual(["urgent", "a", 0]);
    const [words, place] = reasons;
    expect(words).toMatchObject({ by: "words" });
    expect(words !== undefined && "start" in words ? text.slice(words.start, words.end) : "").toBe(
      "mistet min lille datter",
    );
    expect(place).toEqual({ by: "place" });
  });

  test("a question is shown whole, and nothing where no rule fits", () => {
    const text = "Hej. Hvor er indgangen? Tak";
    const [reason] = explainNeed(one({ question: true }), asked(text)).reasons;
    expect(reason !== undefined && "start" in reason ? text.slice(reason.start, reason.end) : "").toBe(
      "Hvor er indgangen?",
    );
    expect(explainNeed({ needs: [] }, asked(text))).toEqual({ need: "answer", rule: null, index: -1, reasons: [] });
  });
});

describe("the ready-made rules of a live evening", () => {
  test.each([
    ["Vores datter på 5 er blevet væk ved Orange", "urgent"],
    ["Vi kan ikke finde vores søn, han har gul jakke på", "urgent"],
    ["Har funnet ei lita jente som gråter ved inngangen", "urgent"],
    ["Har hittat en liten pojke vid entrén", "urgent"],
    ["My daughter is missing, she is 6", "urgent"],
    ["Vi har mistet vores lille datter ved scenen", "urgent"],
    ["We can't find our little boy anywhere", "urgent"],
    ["Der ligger en bevidstløs mand ved bar 3", "urgent"],
    ["Trenger ambulanse ved telt 4", "urgent"],
    ["Folk bliver klemt op mod hegnet", "urgent"],
    ["There is a fire behind the food stalls", "urgent"],
    ["En mand truer folk med en kniv", "urgent"],
    ["Hvor er indgangen?", "practical"],
    ["Er der stadig billetter?", "practical"],
    ["Går det buss hjem i natt?", "practical"],
    ["Var ligger toaletterna?", "practical"],
    ["Where can I park?", "practical"],
    ["Jeg har mistet min pung", "practical"],
    ["Hvem har designet plakaten?", "answer"],
    ["I have been waiting for an hour, this is unacceptable", "answer"],
    ["Sikke en aften!", "watch"],
    ["The band is on fire tonight", "watch"],
    ["Heart attack of joy, they killed it", "watch"],
    ["Tak for i aften ❤️", "watch"],
  ])("%s: %s", (text, need) => {
    expect(needFor(liveNeeds, asked(text))).toBe(need);
  });

  test("what comes to us in private gets an answer", () => {
    expect(needFor(liveNeeds, asked("Hej", { kind: "dm" }))).toBe("answer");
  });
});
