import { countCorrection, dropOffer, offerRule, ruleOfferStore, takeOffer } from "@flowdesk/client/store/rule-offer.ts";
import { expect, test } from "vitest";

test("a correction is offered as a rule once in a few, and never while an offer stands", () => {
  expect(countCorrection()).toBe(true);
  const rule = { words: ["ild"], need: "urgent" } as const;
  offerRule({ rule: { ...rule, words: [...rule.words] }, need: "urgent" });
  expect([countCorrection(), countCorrection(), countCorrection()]).toEqual([false, false, false]);
  dropOffer();
  expect(ruleOfferStore.getState()).toEqual({ offered: null, draft: null });
  expect(countCorrection()).toBe(true);
  expect([countCorrection(), countCorrection(), countCorrection()]).toEqual([false, false, true]);
});

test("an offer taken up is the draft that the settings open with", () => {
  offerRule({ rule: { words: ["ild"], need: "urgent" }, need: "urgent" });
  takeOffer();
  expect(ruleOfferStore.getState()).toEqual({ offered: null, draft: { words: ["ild"], need: "urgent" } });
});
