/** The languages that are told apart here, as BCP 47 tags. */
export const languages = ["da", "nb", "sv", "en", "de"] as const;
export type Language = (typeof languages)[number];

/**
 * Function words by the languages that have them. They make up nearly half of what people write, and are the same
 * whatever it is about; nouns are left out. What Danish and Norwegian share tells them from the others, what only one
 * of them has tells the two apart.
 */
const words: ReadonlyArray<readonly [has: readonly Language[], words: string]> = [
  [
    ["da", "nb"],
    "jeg ikke og til med hvor hvordan når også mange eller være skal vil deres vores fra hvem siden bare lige selv godt",
  ],
  [["da", "nb", "sv"], "er det den en som man alle under vi så min din har på om kan går kommer"],
  [["da", "nb", "en"], "for"],
  [["da", "en"], "at"],
  [["da", "de"], "der"],
  [["nb", "sv"], "mot blir alltid bra"],
  [
    ["da"],
    "hvad af nogen noget nogle meget mig dig sig jer nu op ud efter blev bliver uden end altid stadig ligesom hvorfor hvornår hvis gerne mellem tak jeres lidt igen hjem sådan",
  ],
  [
    ["nb"],
    "hva av noen noe mye meg deg seg dere nå opp ut etter ble uten enn fortsatt akkurat hvorfor hvis gjerne mellom takk litt igjen hjem sånn veldig skjer fremdeles kveld",
  ],
  [
    ["sv"],
    "och är inte jag för att när hur vad ni också på någon något mycket mig dig sig er nu upp ut efter blev själv utan än fortfarande varför gärna mellan tack lite vara bara igen hem finns nästa till av från",
  ],
  [
    ["en"],
    "the is and you do to of in my it are was where what how that this with have not can your we there they when from will be on but so just get no any",
  ],
  [
    ["de"],
    "und die das ist nicht ich wir wo wie ein eine zu mit auf für von im den dem gibt es sie kann noch auch wann warum aber",
  ],
];

const weights: ReadonlyMap<string, ReadonlyArray<readonly [Language, number]>> = (() => {
  const found = new Map<string, Map<Language, number>>();
  for (const [has, listed] of words) {
    for (const word of listed.split(" ")) {
      const of = found.get(word) ?? new Map<Language, number>();
      for (const language of has) of.set(language, 1);
      found.set(word, of);
    }
  }
  // A word says the less the more languages have it.
  return new Map(
    [...found].map(([word, of]) => [word, [...of.keys()].map((language) => [language, 1 / of.size] as const)]),
  );
})();

/** Letters that only some of the languages write. */
const letters: ReadonlyArray<readonly [RegExp, ReadonlyArray<readonly [Language, number]>]> = [
  [
    /[æø]/u,
    [
      ["da", 0.5],
      ["nb", 0.5],
    ],
  ],
  [
    /[äö]/u,
    [
      ["sv", 0.5],
      ["de", 0.4],
    ],
  ],
  [/[ßü]/u, [["de", 1]]],
];

const word = /\p{L}+/gu;
/** Names, tags and links say nothing about the language around them. */
const foreign = /https?:\S+|[@#＃]\S+/gu;
/** So much of a text is looked at, in UTF-16 units. */
const looked = 400;
/** So much must speak for a language, and so much more for it than for the next. */
const enough = 1.2;
const clearly = 0.45;

/**
 * The language of a short text by its function words, or null where it does not show. Made for dealing, where a wrong
 * guess costs more than none: two words or a smiley have no language.
 */
export function languageOf(text: string): Language | null {
  const start = (text.length > looked ? text.slice(0, looked) : text).toLowerCase().replace(foreign, " ");
  const scores: Record<Language, number> = { da: 0, nb: 0, sv: 0, en: 0, de: 0 };
  for (const [found] of start.matchAll(word)) {
    for (const [language, weight] of weights.get(found) ?? []) scores[language] += weight;
  }
  for (const [letter, of] of letters)
    if (letter.test(start)) for (const [language, weight] of of) scores[language] += weight;
  let best: Language = "da";
  let next = 0;
  for (const language of languages) if (scores[language] > scores[best]) best = language;
  for (const language of languages) if (language !== best && scores[language] > next) next = scores[language];
  return scores[best] >= enough && scores[best] - next >= clearly ? best : null;
}
