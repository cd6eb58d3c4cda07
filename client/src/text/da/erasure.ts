import type { erasure as english } from "../en/erasure.ts";

export const erasure: typeof english = {
  hint: "Når nogen beder om at blive glemt: Det, de har skrevet, og deres navn, billeder og links fjernes fra alt, hvad desken gemmer. Tider og tal bliver stående.",
  handle: "Brugernavn, som på kanalen",
  channel: "Kanal",
  allChannels: "Alle kanaler",
  look: "Søg",
  found: {
    items_one: "{{count}} henvendelse, de har skrevet i",
    items_other: "{{count}} henvendelser, de har skrevet i",
    messages_one: "{{count}} besked fra dem",
    messages_other: "{{count}} beskeder fra dem",
    mentions_one: "{{count}} tekst fra andre, som nævner dem",
    mentions_other: "{{count}} tekster fra andre, som nævner dem",
    responses_one: "{{count}} svar underskrevet med deres navn",
    responses_other: "{{count}} svar underskrevet med deres navn",
    changes_one: "{{count}} linje i loggen",
    changes_other: "{{count}} linjer i loggen",
  },
  nothing: "Der er ikke gemt noget fra denne afsender.",
  warning: "Det kan ikke fortrydes. Alle konsoller henter desken forfra. Sikkerhedskopier har det, til de slettes.",
  erase: "Slet {{author}}",
  done: "Slettet.",
};
