import type { Voice } from "@flowdesk/server/intake/sources/simulator/scenario.ts";

/** Words by the languages that write them so. */
const written: ReadonlyArray<readonly [readonly Voice[], ReadonlySet<string>]> = [
  [
    ["da"],
    words(
      "af hvad noget nogen nogle meget blev uden op jeres jer sådan ud lidt vej mere altid bliver blevet " +
        "sige gik fik penge uge uger hvornår måske kigger undskyld beskeder valgsted valgstedet optælling billede " +
        "billeder selvom ligesom lavet arbejde arbejder hjemmeside fundet tændt stemmesedlen",
    ),
  ],
  [["da", "sv"], words("mig dig nu efter nej hej igen aldrig besked taget")],
  [
    ["nb"],
    words(
      "hva meg deg noe noen mye ble etter uten opp takk dere sånn igjen litt nei vei hei aldri si gikk " +
        "fikk penger uke uker valglokale valglokalet beskjed opptelling unnskyld bilde fortsatt veldig fremdeles " +
        "kvelden tatt funnet skjønner nettside snakke snakket kanskje",
    ),
  ],
  [["nb", "sv"], words("ut mer blir alltid bilder")],
  [["sv"], words("och inte jag är från något någon mycket när också vad ikväll kväll röster idag varför")],
];

function words(list: string): ReadonlySet<string> {
  return new Set(list.split(" "));
}

/** Tags, handles and links are spelled as they are whoever writes them, and so is what stands in quotation marks. */
const borrowed = /https?:\S+|[@#]\s?\S+|\S+\.example\S*|['«][^'«»]*['»]/gu;

/** The words of a text that are only written so in one of the other languages. */
export function foreignWords(text: string, voice: Voice): string[] {
  if (voice === "en") return [];
  const found = text.replace(borrowed, " ").match(/\p{L}+/gu) ?? [];
  return found.filter((one) => {
    const word = one.toLowerCase();
    if (/^\p{Ll}/u.test(one) && (voice === "sv" ? /[æø]/u : /[äö]/u).test(one)) return true;
    const owners = written.filter(([, list]) => list.has(word)).flatMap(([those]) => those);
    return owners.length > 0 && !owners.includes(voice);
  });
}
