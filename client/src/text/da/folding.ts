import type { folding as english } from "../en/folding.ts";
import type { Words } from "../words.ts";

export const folding: Words<typeof english> = {
  hidden: "skjult: hårdt at læse",
  show: "vis",
  hint: "Beskeder med grove ord er foldet sammen i lister og tråde, til nogen åbner dem med ét tryk.",
  counted_one: "Foldet nu: {{folded}} af {{count}} åben henvendelse.",
  counted_other: "Foldet nu: {{folded}} af {{count}} åbne henvendelser.",
  builtIn: "Fold efter de indbyggede ord",
  builtInHint:
    "Grove ord på engelsk, dansk, norsk og svensk, også med stjerner, tal, prikker eller mellemrum. Mærkerne abuse og gore folder altid en henvendelse.",
  words: "Deskens egne ord",
  wordsHint: "De gælder i begyndelsen af et ord; flere ord gælder efter hinanden.",
  addWord: "Ord",
  noWords: "Ingen af deskens egne.",
  pictures: "Billeder og film",
  pictureChoice: {
    abusive: "Foldet sammen med grove beskeder",
    all: "Foldet i alle beskeder",
    none: "Aldrig foldet",
  },
  picturesHint: "Intet billede hentes under nogen omstændigheder, før nogen beder om det.",
  tryOut: "Prøv en tekst",
  tryLabel: "Tekst",
  tryFolded: "Den foldes.",
  tryOpen: "Den vises.",
};
