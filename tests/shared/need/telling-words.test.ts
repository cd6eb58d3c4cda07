import { needFor } from "@flowdesk/shared/need/need-for.ts";
import { ruleFrom } from "@flowdesk/shared/need/telling-words.ts";
import { expect, test } from "vitest";

test("a rule begun from a text has its telling words, two at a time", () => {
  expect(ruleFrom("Regnen pisker ned over teltet", "practical")).toEqual({
    words: ["regnen pisker", "pisker .. teltet"],
    need: "practical",
  });
});

test("of a question the words each, with the question", () => {
  expect(ruleFrom("Hvor ligger garderoben?", "practical")).toEqual({
    words: ["garderoben"],
    question: true,
    need: "practical",
  });
});

test("links, handles, hashtags and words that say nothing tell nothing", () => {
  expect(ruleFrom("@fest #sommer27 https://example.org/teltet ja tak 12345", "urgent")).toBeNull();
});

test("the rule fits the text that it was begun from", () => {
  for (const text of ["Lyden er helt elendig bagved", "Har I glutenfri pizza?", "Teltet vælter!"]) {
    const rule = ruleFrom(text, "urgent");
    const needs = rule === null ? [] : [rule];
    expect(needFor({ needs }, { channel: "x:a", kind: "mention", text })).toBe("urgent");
  }
});
