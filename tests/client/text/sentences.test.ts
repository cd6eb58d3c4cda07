import { deadlineText, silenceText, waitText } from "@flowdesk/client/text/deadline-text.ts";
import { formatsFor } from "@flowdesk/client/text/formats.ts";
import { speak, startText, words } from "@flowdesk/client/text/i18n.ts";
import { noticeText } from "@flowdesk/client/text/notice-text.ts";
import { failureSentence, refusalSentence } from "@flowdesk/client/text/refusal-sentence.ts";
import { hour, millis, minute, second } from "@flowdesk/shared/time/instant.ts";
import { beforeEach, expect, test } from "vitest";
import { later, opening } from "../../fixtures/desk.ts";

startText();
beforeEach(() => speak("en"));

const hearer = (language: string) => ({ me: "sofie", at: millis(later(2 * second)), language });
const taken = { code: "item.taken", message: "Jonas has this.", by: "jonas", name: "Jonas", at: opening } as const;

test("who lost a race is told by how little, in their own language", async () => {
  expect(refusalSentence(words(), taken, hearer("en"))).toBe("Jonas claimed this 2 sec before you.");
  await speak("da");
  expect(refusalSentence(words(), taken, hearer("da"))).toBe("Jonas tog den 2 sek. før dig.");
  await speak("nb");
  expect(refusalSentence(words(), taken, hearer("nb"))).toBe("Jonas tok den 2 sek før deg.");
});

test("what somebody has had for long is said without a race, and what one has oneself as one's own", () => {
  expect(refusalSentence(words(), taken, { ...hearer("en"), at: millis(later(hour)) })).toBe("Jonas has this.");
  expect(refusalSentence(words(), { ...taken, by: "sofie" }, hearer("en"))).toBe("You have this already.");
});

test("a refusal names the hashtags that it is about", () => {
  const rejection = { code: "hashtag.banned", message: "", findings: [{ kind: "banned", tag: "sommerfst" }] } as const;
  expect(refusalSentence(words(), { ...rejection, findings: [...rejection.findings] }, hearer("en"))).toContain(
    "#sommerfst",
  );
});

test("a refusal that no catalogue knows is given in the server's words", () => {
  expect(failureSentence(words(), { code: "tent.flooded", message: "The tent is flooded." })).toBe(
    "The tent is flooded.",
  );
  expect(failureSentence(words(), { code: "invitation.used", message: "" })).toContain("ask for a new one");
});

test("notices are counted by the language's rules", () => {
  const refused = [taken, taken].map((one) => ({ ...one, at: later(-hour) }));
  const notice = { kind: "partly", id: 1, at: millis(opening), refused } as const;
  expect(noticeText(words(), notice, { me: "sofie", language: "en" })).toBe("2 were left undone. Jonas has this.");
  expect(noticeText(words(), { kind: "undone", id: 2, at: 0, what: "item.claim" }, { me: "", language: "en" })).toBe(
    "Undone: Claim",
  );
});

test("times that tick: what is left, what is over, who waits, who is silent", () => {
  const formats = formatsFor("en", "Europe/Copenhagen");
  const now = millis(opening);
  expect(deadlineText(words(), formats, now + 79 * second, now)).toBe("1:19 left");
  expect(deadlineText(words(), formats, now + 500, now)).toBe("0:01 left");
  expect(deadlineText(words(), formats, now - 125 * second, now)).toBe("2:05 over");
  expect(deadlineText(words(), formats, now + 2 * hour + 5 * minute, now)).toBe("2 hr 5 min left");
  expect(waitText(words(), formats, now - 13 * minute, now)).toBe("waits 13 min");
  expect(silenceText(words(), formats, now - 14 * minute, now)).toBe("silent 14 min");
});

test("times are the desk's, whatever this computer's zone, and written as the language writes them", () => {
  expect(formatsFor("en", "Europe/Copenhagen").time(opening)).toBe("20:00");
  expect(formatsFor("da", "Europe/Copenhagen").time(opening)).toBe("20.00");
  expect(formatsFor("nb", "Europe/London").time(opening)).toBe("19:00");
  expect(formatsFor("en", "Europe/Copenhagen").timeNear(later(-24 * hour), millis(opening))).toBe("3 Jul 20:00");
  expect(formatsFor("en", "Europe/Copenhagen").timeNear(later(366 * 24 * hour), millis(opening))).toMatch(
    /^5 Jul \d{4} 20:00$/u,
  );
  expect(formatsFor("da").number(12345)).toBe("12.345");
});

test("a gateway that answers in the server's place is no riddle", async () => {
  await speak("da");
  expect(failureSentence(words(), { code: "http.502", message: "Bad Gateway" })).toMatch(/^Desken kan ikke svare/u);
  expect(failureSentence(words(), { code: "http.418", message: "I'm a teapot" })).toBe("I'm a teapot");
});
