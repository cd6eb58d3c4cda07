import type { erasure as english } from "../en/erasure.ts";

export const erasure: typeof english = {
  hint: "Når noen ber om å bli glemt: Det de har skrevet, og navnet, bildene og lenkene deres fjernes fra alt desken lagrer. Tider og tall blir stående.",
  handle: "Brukernavn, som på kanalen",
  channel: "Kanal",
  allChannels: "Alle kanaler",
  look: "Søk",
  found: {
    items_one: "{{count}} henvendelse de har skrevet i",
    items_other: "{{count}} henvendelser de har skrevet i",
    messages_one: "{{count}} melding fra dem",
    messages_other: "{{count}} meldinger fra dem",
    mentions_one: "{{count}} tekst fra andre som nevner dem",
    mentions_other: "{{count}} tekster fra andre som nevner dem",
    responses_one: "{{count}} svar signert med navnet deres",
    responses_other: "{{count}} svar signert med navnet deres",
    changes_one: "{{count}} linje i loggen",
    changes_other: "{{count}} linjer i loggen",
  },
  nothing: "Det er ikke lagret noe fra denne avsenderen.",
  warning: "Dette kan ikke angres. Alle konsoller henter desken på nytt. Sikkerhetskopier har det til de slettes.",
  erase: "Slett {{author}}",
  done: "Slettet.",
};
