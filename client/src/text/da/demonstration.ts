import type { demonstration as english } from "../en/demonstration.ts";
import type { Words } from "../words.ts";

export const demonstration: Words<typeof english> = {
  title: "Prøv en aften",
  lead: "Der er festival, og kanalerne bliver fyldt. Det er en simulation: kollegerne arbejder, og ingen udenfor ser, hvad du gør. Hvis plads tager du?",
  roles: "Roller, du kan prøve",
  see: {
    "flow-manager": "Ser alle kanaler på én gang, fordeler det, der vælter ind, og holder køreplanen.",
    "community-manager": "Har sin egen liste og svarer på den, det mest presserende først.",
    producer: "Har aftenens planlagte opslag: hvad der går ud hvor, og om det kom ud.",
    "team-lead": "Ser, hvor hurtigt folk får svar, og hvem der har hvor meget.",
    analyst: "Læser tal og mærker og ændrer intet.",
    administrator: "Sætter personer, kanaler, svartidsmål og resten af desken op.",
  },
  ownAccount: "Log ind med din egen konto",
  backToRoles: "Prøv en rolle i demonstrationen",
  bar: "Simulation",
  nobodySees: "Ingen udenfor ser, hvad du gør.",
  more: "Om simulationen",
  lookAs: "Skift rolle",
  lookAsTitle: "Tag en anden plads",
  lookAsLead: "Aftenen går videre. Du forlader {{name}}s plads og sætter dig på en anden.",
  lookAsNone: "Her kan ikke prøves andre roller.",
  ownDesk: "Din egen desk",
  ownDeskTitle: "Begynd med din egen desk",
  ownDeskLead:
    "Denne desk er en demonstration og bliver ved med at være det. Din egen desk begynder tom, ved siden af, med dine kanaler og dine folk.",
  make: "Opret desken i en terminal, i Flowdesks mappe. Serveren må gerne køre imens.",
  invite: "Invitér dig selv. Kommandoen skriver et link til én person; åbn det, og opret din konto.",
  inside: "Derefter, i den nye desk:",
  people: "Invitér dine kolleger.",
  channels: "Tilføj de konti, I holder øje med.",
  rules: "Sig, hvad der gælder hos jer.",
  bringIn: "En fil med beskeder eller en kalender med opslag.",
  without: "Vil du undvære demonstrationen, så start på en mappe for sig:",
  copy: "Kopiér",
  copied: "Kopieret",
};
