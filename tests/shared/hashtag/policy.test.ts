import {
  applyFix,
  checkHashtags,
  type HashtagFinding,
  type HashtagPolicy,
  type HashtagUse,
  hashtagPolicySchema,
} from "@flowdesk/shared/hashtag/policy.ts";
import { describe, expect, it } from "vitest";

const evening = "2027-07-01T18:00:00.000Z";

/** The evening of a festival. */
const policy = hashtagPolicySchema.parse({
  rules: [
    { tag: "#Roskilde27", standing: "required", channels: ["x:fest"] },
    { tag: "#RoskildeFestival", standing: "canonical" },
    { tag: "Orange27", standing: "canonical", from: "2027-07-01T16:00:00Z", until: "2027-07-01T20:00:00Z" },
    { tag: "roskilde25", standing: "allowed" },
    { tag: "Dyrskuepladsen", standing: "banned", reason: "The owner has asked us not to." },
    { tag: "rf27", standing: "banned", platforms: ["x"] },
  ],
});

function check(
  text: string,
  use: HashtagUse = "reply",
  over: Partial<HashtagPolicy> = {},
  channel = "x:fest",
  at = evening,
) {
  const platform = channel.slice(0, channel.indexOf(":"));
  return checkHashtags({ policy: { ...policy, ...over }, platform, channel, text, use, at });
}

function brief(findings: HashtagFinding[]): string[] {
  return findings.map((one) => `${one.kind} ${one.tag}${one.canonical === undefined ? "" : ` → ${one.canonical}`}`);
}

function mended(text: string, ...rest: [HashtagUse?, Partial<HashtagPolicy>?, string?, string?]): string {
  const first = check(text, ...rest)[0];
  return first === undefined ? text : applyFix(text, first);
}

describe("the check of a text's hashtags", () => {
  it("finds nothing where all is right, whatever the case", () => {
    expect(check("Hej Maja, indgang Øst åbner kl. 21 #roskilde27 #ROSKILDEFESTIVAL #orange27")).toEqual([]);
  });
  it("stops a banned tag, with the rule's reason and its place", () => {
    expect(check("Vi ses på #dyrskuepladsen!")).toEqual([
      {
        kind: "banned",
        tag: "dyrskuepladsen",
        start: 10,
        end: 25,
        blocking: true,
        reason: "The owner has asked us not to.",
      },
    ]);
  });
  it("offers the fix of a near miss and does not stop it", () => {
    expect(check("Vi ses #roskildefestval i morgen")).toEqual([
      {
        kind: "near-miss",
        tag: "roskildefestval",
        canonical: "RoskildeFestival",
        start: 7,
        end: 23,
        fix: { start: 7, end: 23, replacement: "#RoskildeFestival" },
        blocking: false,
      },
    ]);
    expect(mended("Vi ses #roskildefestval i morgen")).toBe("Vi ses #RoskildeFestival i morgen");
  });
  it("leaves what is allowed alone", () => {
    expect(check("Kan I huske #roskilde25?")).toEqual([]);
  });
  it("offers for a banned tag what was meant", () => {
    const rules = [...policy.rules, { tag: "roskilde72", standing: "banned" as const }];
    const [finding] = check("#roskilde72", "reply", { rules });
    expect(finding).toMatchObject({ kind: "banned", canonical: "Roskilde27", blocking: true });
  });
  it("gives the findings in the order of the text, what is missing last", () => {
    expect(brief(check("#dyrskuepladsen # RoskildeFestival #ornage27", "post"))).toEqual([
      "banned dyrskuepladsen",
      "near-miss  RoskildeFestival → RoskildeFestival",
      "near-miss ornage27 → Orange27",
      "missing-required Roskilde27",
    ]);
  });
});

describe("a required tag that is missing", () => {
  it("stops a planned post", () => {
    const [finding] = check("Nu spiller de", "post");
    expect(finding).toMatchObject({ kind: "missing-required", tag: "Roskilde27", blocking: true });
    expect(mended("Nu spiller de \n", "post")).toBe("Nu spiller de #Roskilde27");
    expect(mended("", "post")).toBe("#Roskilde27");
  });
  it("stops a reply only where the policy asks for it, and never a direct message", () => {
    expect(check("Ja, kl. 21")).toEqual([]);
    expect(brief(check("Ja, kl. 21", "reply", { requireInReplies: true }))).toEqual(["missing-required Roskilde27"]);
    expect(check("Ja, kl. 21", "dm-reply", { requireInReplies: true })).toEqual([]);
  });
  it("is mended by the near miss that stands for it, or by the bare word", () => {
    const findings = check("Nu! #roskilde72", "post");
    expect(brief(findings)).toEqual(["near-miss roskilde72 → Roskilde27", "missing-required Roskilde27"]);
    for (const finding of findings) expect(check(applyFix("Nu! #roskilde72", finding), "post")).toEqual([]);
    expect(mended("Velkommen til roskilde27.", "post")).toBe("Velkommen til #Roskilde27.");
    expect(mended("Se https://roskilde27.dk og @roskilde27", "post")).toBe(
      "Se https://roskilde27.dk og @roskilde27 #Roskilde27",
    );
  });
  it("is missing where it stands only in a link", () => {
    expect(brief(check("https://fest.dk/#Roskilde27", "post"))).toEqual(["missing-required Roskilde27"]);
  });
});

describe("where and when a rule holds", () => {
  it("on its channels and platforms only", () => {
    expect(check("Nu spiller de", "post", {}, "instagram:fest")).toEqual([]);
    expect(brief(check("#rf27"))).toEqual(["banned rf27"]);
    expect(check("#rf27", "post", {}, "instagram:fest")).toEqual([]);
  });
  it("from its beginning until before its end", () => {
    const at = (instant: string) => brief(check("#ornage27", "reply", {}, "x:fest", instant));
    expect(at("2027-07-01T15:59:59.999Z")).toEqual([]);
    expect(at("2027-07-01T16:00:00.000Z")).toEqual(["near-miss ornage27 → Orange27"]);
    expect(at("2027-07-01T20:00:00.000Z")).toEqual([]);
  });
  it("a rule for the channel before one for the platform before one for everywhere; of two alike the stricter", () => {
    const rules: HashtagPolicy["rules"] = [
      { tag: "fest", standing: "banned" },
      { tag: "Fest", standing: "allowed", platforms: ["x"] },
      { tag: "fest", standing: "required", channels: ["X:Fest"] },
      { tag: "gæst", standing: "allowed" },
      { tag: "gæst", standing: "banned" },
    ];
    expect(brief(check("hej", "post", { rules }))).toEqual(["missing-required fest"]);
    expect(check("#fest", "post", { rules }, "x:other")).toEqual([]);
    expect(brief(check("#fest", "post", { rules }, "threads:fest"))).toEqual(["banned fest"]);
    expect(brief(check("#gæst", "dm-reply", { rules }))).toEqual(["banned gæst"]);
  });
});

describe("a tag broken in pieces", () => {
  const broken: [text: string, mended: string][] = [
    ["Vi ses # Roskilde27 igen", "Vi ses #Roskilde27 igen"],
    ["Vi ses #  roskilde 27 igen", "Vi ses #Roskilde27 igen"],
    ["Vi ses #Roskilde 27 igen", "Vi ses #Roskilde27 igen"],
    ["Vi ses #roskilde-27", "Vi ses #Roskilde27"],
    ["Vi ses #roskilde_27", "Vi ses #Roskilde27"],
    ["Vi ses #Roskide 27!", "Vi ses #Roskilde27!"],
    ["#Roskilde Festival åbner", "#RoskildeFestival åbner"],
    ["#roskilde-festival åbner", "#RoskildeFestival åbner"],
    ["Vi ses på#Roskilde27", "Vi ses på #Roskilde27"],
    ["＃ Roskilde27", "#Roskilde27"],
    ["# rosklide27", "#Roskilde27"],
  ];
  it.each(broken)("%s", (text, right) => {
    expect(mended(text)).toBe(right);
    expect(check(right)).toEqual([]);
  });
  it("a date, a time or an amount after a tag is no piece of it", () => {
    expect(mended("#Roskilde 27. juni")).toBe("#Roskilde27 27. juni");
    expect(mended("#Roskilde 27/6")).toBe("#Roskilde27 27/6");
    expect(mended("#Roskilde 27 kr")).toBe("#Roskilde27 27 kr");
  });
  it("a tag that is right by itself takes no word from the sentence after it", () => {
    const rules: HashtagPolicy["rules"] = [...policy.rules, { tag: "Roskilde", standing: "allowed" }];
    expect(check("#Roskilde festival er stor", "reply", { rules })).toEqual([]);
    expect(check("#Roskilde 27 kunstnere", "reply", { rules })).toEqual([]);
    expect(mended("#Roskilde-27", "reply", { rules })).toBe("#Roskilde27");
  });
  it("neither a numbered list, nor a link, nor a heading is a broken tag", () => {
    expect(check("Vi er # 1 i dag")).toEqual([]);
    expect(check("https://fest.dk/a#Roskilde27 https://fest.dk/?q=a#Roskilde27")).toEqual([]);
    expect(check("# Roskilde27\nVelkommen", "reply", {}, "reddit:fest")).toEqual([]);
  });
});

describe("a policy that comes in", () => {
  it("has its tags without hash sign, its times in canonical form, its default", () => {
    expect(policy.rules[0]?.tag).toBe("Roskilde27");
    expect(policy.rules[2]?.from).toBe("2027-07-01T16:00:00.000Z");
    expect(policy.requireInReplies).toBe(false);
  });
  it("refuses a tag of two words, an empty one, and an unknown standing", () => {
    const parse = (rule: object) => hashtagPolicySchema.safeParse({ rules: [rule] }).success;
    expect(parse({ tag: "to ord", standing: "canonical" })).toBe(false);
    expect(parse({ tag: "#", standing: "canonical" })).toBe(false);
    expect(parse({ tag: "fest", standing: "liked" })).toBe(false);
    expect(parse({ tag: "fest", standing: "canonical", from: "tonight" })).toBe(false);
  });
});
