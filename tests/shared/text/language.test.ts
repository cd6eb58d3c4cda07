import { languageOf } from "@flowdesk/shared/text/language.ts";
import { describe, expect, test } from "vitest";

describe("the language of a short text", () => {
  test.each([
    ["da", "Tak for en dejlig dag. I har styr på det."],
    ["da", "hvor finder man et toilet uden kø 😅"],
    ["da", "hvordan gik det i går? vi gik glip af det, og hvem vandt til sidst"],
    ["da", "Køen går rundt om hele skolen. Hvem har planlagt det her, og hvad er planen?"],
    ["da", "Jeg elsker, at I viser dem, der bærer det her"],
    ["nb", "Det er ikke fra oss. Noen har laget bildet, og dere må ikke dele det"],
    ["nb", "Køen ved nordporten står stille @sommerfest27. Vet dere hva som skjer?"],
    ["nb", "Hva heter sangen, og hvorfor spiller dere den ikke nå?"],
    ["sv", "Kommer ni till Malmö nästa år? Det är inte klart när."],
    ["en", "@sommerfest27 do you take foreign cards at the bars? Mine got declined twice."],
    ["de", "Wo ist der Eingang, und wann macht ihr auf? Wir finden ihn nicht."],
  ])("is %s: %s", (language, text) => expect(languageOf(text)).toBe(language));

  test.each([
    "",
    "❤️❤️❤️",
    "ok",
    "@the_one #isnot https://example.org/the/and/you",
    "Er det i Horsens?",
    "Привет, где вход?",
  ])("does not show: %s", (text) => expect(languageOf(text)).toBeNull());
});
