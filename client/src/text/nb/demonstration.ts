import type { demonstration as english } from "../en/demonstration.ts";
import type { Words } from "../words.ts";

export const demonstration: Words<typeof english> = {
  title: "Prøv en kveld",
  lead: "Det er festival, og kanalene fylles opp. Det er en simulering: kollegene jobber, og ingen utenfor ser hva du gjør. Hvilken plass tar du?",
  roles: "Roller du kan prøve",
  see: {
    "flow-manager": "Ser alle kanaler på én gang, fordeler det som strømmer inn, og holder kjøreplanen.",
    "community-manager": "Har sin egen liste og svarer på den, det som haster mest, først.",
    producer: "Har kveldens planlagte innlegg: hva som går ut hvor, og om det kom ut.",
    "team-lead": "Ser hvor raskt folk får svar, og hvem som har hvor mye.",
    analyst: "Leser tall og merker og endrer ingenting.",
    administrator: "Setter opp personer, kanaler, svartidsmål og resten av desken.",
  },
  ownAccount: "Logg inn med din egen konto",
  backToRoles: "Prøv en rolle i demonstrasjonen",
  bar: "Simulering",
  nobodySees: "Ingen utenfor ser hva du gjør.",
  more: "Om simuleringen",
  lookAs: "Bytt rolle",
  lookAsTitle: "Ta en annen plass",
  lookAsLead: "Kvelden går videre. Du forlater plassen til {{name}} og setter deg på en annen.",
  lookAsNone: "Her kan ingen andre roller prøves.",
  ownDesk: "Din egen desk",
  ownDeskTitle: "Begynn med din egen desk",
  ownDeskLead:
    "Denne desken er en demonstrasjon og forblir det. Din egen desk begynner tom, ved siden av, med dine kanaler og dine folk.",
  make: "Opprett desken i en terminal, i Flowdesk-mappen. Serveren kan gjerne kjøre imens.",
  invite: "Inviter deg selv. Kommandoen skriver ut en lenke for én person; åpne den og opprett kontoen din.",
  inside: "Deretter, i den nye desken:",
  people: "Inviter kollegene.",
  channels: "Legg til kontoene dere følger med på.",
  rules: "Si hva som gjelder hos dere.",
  bringIn: "En fil med meldinger eller en kalender med innlegg.",
  without: "Vil du klare deg uten demonstrasjonen, start på en egen mappe:",
  copy: "Kopier",
  copied: "Kopiert",
};
