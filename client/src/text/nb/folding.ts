import type { folding as english } from "../en/folding.ts";
import type { Words } from "../words.ts";

export const folding: Words<typeof english> = {
  hidden: "skjult: tungt å lese",
  show: "vis",
  hint: "Meldinger med grove ord er foldet sammen i lister og tråder til noen åpner dem med ett trykk.",
  counted_one: "Foldet nå: {{folded}} av {{count}} åpen henvendelse.",
  counted_other: "Foldet nå: {{folded}} av {{count}} åpne henvendelser.",
  builtIn: "Fold etter de innebygde ordene",
  builtInHint:
    "Grove ord på engelsk, dansk, norsk og svensk, også med stjerner, tall, prikker eller mellomrom. Merkene abuse og gore folder alltid en henvendelse.",
  words: "Deskens egne ord",
  wordsHint: "De gjelder i begynnelsen av et ord; flere ord gjelder etter hverandre.",
  addWord: "Ord",
  noWords: "Ingen av deskens egne.",
  pictures: "Bilder og film",
  pictureChoice: {
    abusive: "Foldet sammen med grove meldinger",
    all: "Foldet i alle meldinger",
    none: "Aldri foldet",
  },
  picturesHint: "Ikke noe bilde hentes uansett før noen ber om det.",
  tryOut: "Prøv en tekst",
  tryLabel: "Tekst",
  tryFolded: "Den foldes.",
  tryOpen: "Den vises.",
};
