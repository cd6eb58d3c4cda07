/** What a question asks for, by the word that it asks with. */
const asking: ReadonlyMap<string, string> = new Map(
  Object.entries({
    where: "hvor var where hvorhenne hvorfra whereabouts",
    when: "hvornår når när when hvornaar",
    what: "hvad hva vad what hvilken hvilket hvilke vilken vilket vilka which",
    how: "hvordan hur how hvorledes",
    why: "hvorfor varför why",
    who: "hvem vem who",
  }).flatMap(([kind, words]) => words.split(" ").map((word) => [word, kind] as const)),
);

/** `hvor` and `how` ask for an amount before one of these. */
const amounts = new Set("mange meget mye många mycket many much langt langt lenge længe long far dyrt".split(" "));

/**
 * Words that say nothing of what is asked about, of Danish, Norwegian, Swedish and English together. They come from this
 * list and not from anybody, so that they may be shown whoever wrote them.
 */
const empty = new Set(
  (
    "jeg du han hun vi i de den det dem mig dig os jer meg deg oss dere sig seg min din mit dit mine dine vores vår jeres " +
    "en et ei ett der her hit dit som at att å og och eller men hvis om når til till for for på av af fra från med mod mot " +
    "under over ved hos uden uten utan er var været vært blir bliver blev ble ha har hadde havde haft kan kunne kunna skal skulle " +
    "ska vil ville vill må måtte får få fik gå går gik komme kommer kom finde finder finner finne hitta hittar ligge ligger " +
    "ligg findes finns fins noget nogen nogle noe noen någon något nu nå så også også även ikke inte ej jo nok lige bare bara " +
    "da mon altså alltså hej hei halløj heisann hallo hallå hi hello hey tak takk tack please thanks you your we our us they " +
    "them it its is are was were be been being am do does did done have has had can could shall should will would may might must " +
    "the a an and or but if then than to of in on at by for from with without into out up down here there this that these those " +
    "i me my mine he she his her their any some no not so too also just get got getting find finding go going come coming " +
    "man folk nogensteder steder sted henne hen ind inn in ud ut ute inde inne hjælp hjelp hjälp venligst vær sød snill hejsa " +
    "vide vite veta vet ved nogle know knows anyone anybody somebody someone ved i dag aften kveld kväll today tonight nær nærmeste næst " +
    "nearest närmaste nærmest close spørgsmål spørsmål question quick hurtigt igen igjen igen again still stadig fortsatt er's"
  ).split(" "),
);

const endings = "ernes erne enes ene arna orna erna ens ets en et er ar or es e s".split(" ");
const shortestStem = 3;

/** A word with upper case, accents' variants and the difference between curly and straight marks taken away. */
export function folded(word: string): string {
  return word.normalize("NFKC").toLowerCase().replaceAll("’", "'");
}

/**
 * A folded word without its endings, one after the other, so that `toilet`, `toiletter` and `toiletterne` are one; rough,
 * and enough for that.
 */
export function stemOf(word: string): string {
  const ending = endings.find((one) => word.endsWith(one) && word.length - one.length >= shortestStem);
  if (ending !== undefined) return stemOf(word.slice(0, -ending.length));
  // Danish doubles the consonant before an ending.
  return word.length > shortestStem && word.at(-1) === word.at(-2) ? stemOf(word.slice(0, -1)) : word;
}

/** Whether a folded word says nothing of what is asked about. */
export function isEmptyWord(word: string): boolean {
  return empty.has(word) || asking.has(word) || amounts.has(word);
}

/** What is asked for, by the first of the folded words that asks; null if none does. */
export function askedFor(words: readonly string[]): string | null {
  for (const [place, word] of words.entries()) {
    const kind = asking.get(word);
    if (kind === undefined) continue;
    const isAmount = (kind === "where" || kind === "how") && amounts.has(words[place + 1] ?? "");
    return isAmount ? "how much" : kind;
  }
  return null;
}
