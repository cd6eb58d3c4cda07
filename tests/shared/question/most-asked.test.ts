import { type AskedText, mostAsked, wordsOf } from "@flowdesk/shared/question/most-asked.ts";
import { scrubbed } from "@flowdesk/shared/question/scrub.ts";
import fc from "fast-check";
import { describe, expect, test } from "vitest";

const nothing: ReadonlySet<string> = new Set();

/** Each text by a person of its own. */
function asked(...texts: readonly string[]): AskedText[] {
  return texts.map((text, place) => ({ person: `x:festival p${place}`, names: [`person_${place}`], text }));
}

describe("What most people ask", () => {
  test("is one question in however many forms", () => {
    expect(
      mostAsked(
        asked(
          "Hvor er toiletterne?",
          "Hejsa, hvor finder jeg et toilet henne??",
          "Hej! Hvor er der toiletter 😅",
          "Hvornår spiller de på Orange?",
          "kan man få vand nogen steder?",
        ),
        nothing,
      ),
    ).toEqual({ text: "Hvor er toiletterne?", people: 3 });
  });

  test("in Norwegian and English too", () => {
    const norwegian = mostAsked(asked("Hvor er toalettene?", "hvor finner jeg toalett?", "Hvor er toalettet"), nothing);
    expect(norwegian?.people).toBe(3);
    expect(
      mostAsked(
        asked(
          "What time do the gates open?",
          "when do gates open",
          "When does the gate open today?",
          "gates open when?",
        ),
        nothing,
      ),
    ).toMatchObject({ people: 3 });
  });

  test("is nothing unless three people ask it, however often one of them does", () => {
    const [one, two] = asked("Hvor er toiletterne?", "hvor er toilettet?");
    if (one === undefined || two === undefined) throw new Error("no texts");
    expect(mostAsked([one, two, one, one, two], nothing)).toBeNull();
    expect(mostAsked([], nothing)).toBeNull();
  });

  test("does not take where for when", () => {
    expect(
      mostAsked(
        asked("Hvor er koncerten?", "Hvor er koncerten", "Hvornår er koncerten?", "hvornår er koncerten"),
        nothing,
      ),
    ).toBeNull();
  });

  test("is a question: praise is none, whoever repeats it", () => {
    expect(mostAsked(asked("Fantastisk koncert!", "fantastisk koncert", "Fantastisk koncert!!"), nothing)).toBeNull();
  });

  test("has no word that fewer than three people used", () => {
    const found = mostAsked(
      asked(
        "Hvor er glemte sager? Emma mangler sin jakke",
        "Hvor er glemte sager, min søn Oskar har tabt sin bamse?",
        "hvor er glemte sager",
        "Hvor er glemte sager??",
      ),
      nothing,
    );
    expect(found).toEqual({ text: "Hvor er glemte sager?", people: 4 });
  });

  test("names nobody whom three people name, unless it is the house's own", () => {
    const texts = asked(
      "Hvornår spiller Gilli koncert?",
      "Hvornår er der koncert med Gilli?",
      "hvornår koncert Gilli?",
    );
    expect(mostAsked(texts, nothing)?.text).not.toMatch(/gilli/iu);
    expect(mostAsked(texts, new Set(wordsOf("21:00 Gilli på Orange")))?.text).toMatch(/Gilli/u);
  });

  test("names nobody who writes, not even where others do", () => {
    const texts = asked("hvor er toilet maja", "hvor er toilet maja?", "hvor er toilet maja?", "toilet maja?");
    const written = [...texts, { person: "x p", names: ["maja_k", "Maja Krogh"], text: "hej" }];
    expect(mostAsked(written, nothing)?.text).toBe("Hvor er toilet?");
  });
});

describe("A scrubbed text", () => {
  test.each([
    ["Hej @maja_k hvor er I?", "Hej hvor er I?"],
    ["Se https://x.com/maja/status/1 nu", "Se nu"],
    ["Skriv til maja.krogh@example.dk tak", "Skriv til tak"],
    ["Ring til +45 20 30 40 50 nu", "Ring til nu"],
    ["ring 12345678", "ring"],
    ["Jeg hedder Maja Krogh og har tabt min nøgle", "og har tabt min nøgle"],
    ["my name is maja and I wait", "and I wait"],
    ["I'm Maja Krogh, where is it?", "where is it?"],
    ["Jeg er sulten", "Jeg er sulten"],
    ["Hvor er det? Mvh Maja Krogh", "Hvor er det?"],
    ["hvor er #orange27 #fest", "hvor er"],
    ["kl. 21 ved indgang 3", "kl. 21 ved indgang 3"],
  ])("%s", (text, plain) => {
    expect(scrubbed(text)).toBe(plain);
  });

  test("holds for any text, quickly", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme", maxLength: 400 }), (text) => {
        expect(scrubbed(text).length).toBeLessThanOrEqual(text.length);
      }),
    );
    const nasty = [
      "@".repeat(5_000),
      "1 ".repeat(2_500),
      "a.".repeat(2_500),
      `${"a".repeat(4_000)}.`,
      "a-".repeat(2_500),
    ];
    for (const text of nasty) expect(typeof scrubbed(text)).toBe("string");
  });
});
