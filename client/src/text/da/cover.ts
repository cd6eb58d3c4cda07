import type { cover as english } from "../en/cover.ts";
import type { Words } from "../words.ts";

export const cover: Words<typeof english> = {
  title: "Bemanding",
  open: "Bemand",
  openLong: "Bemanding: hvem har hvilke kanaler",
  hint: "Det, der kommer ind, går til den, der har kanalen, når vedkommende er på vagt, ledig og har plads; ellers til afløseren, ellers i køen.",
  everyChannel: "Alle kanaler",
  first: "Først",
  standIns: "Afløser",
  addFirst: "Giv {{channel}} til nogen",
  addStandIn: "Tilføj en afløser for {{channel}}",
  atWork: "På vagt",
  offShift: "Ikke på vagt",
  alter: "Ret, hvad {{name}} bemander",
  kinds: "Hvilke",
  anyKind: "Alt",
  onlyPublic: "Omtaler og kommentarer",
  onlyDm: "DM",
  public: "åbne",
  languages: "Sprog",
  anyLanguage: "Alle sprog",
  ownLanguages: "Kun egne: {{languages}}",
  makeFirst: "Gør til den første",
  makeStandIn: "Gør til afløser",
  remove: "Fjern",
  notCovered: "IKKE BEMANDET",
  noneYet:
    "Ingen bemander noget endnu: Det, der kommer ind, venter i køen, til nogen tager det, eller det bliver fordelt.",
  suggest: "Del kanalerne ud på dem, der er på vagt",
};
