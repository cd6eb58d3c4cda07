import type { volunteer as english } from "../en/volunteer.ts";
import type { Words } from "../words.ts";

export const volunteer: Words<typeof english> = {
  add: "Legg til en frivillig",
  hint: "De skanner en kode med telefonen, sier navnet sitt og er i gang: som community manager, til den tiden du setter.",
  name: "Navn",
  nameHint: "Hvis du vet det. De kan rette det.",
  channels: "Kanaler",
  allChannels: "Alle kanaler",
  someChannels: "Bare disse",
  languages: "Språk",
  languagesHint: "Det de svarer på: nb, en. Tom: alle.",
  cover: "Bemanner",
  coverNone: "Ingenting",
  until: "Tilgangen slutter",
  untilDate: "Dato",
  untilTime: "Kl.",
  untilPast: "Det tidspunktet er passert.",
  untilFar: "Høyst 31 dager fram.",
  untilWrong: "Et klokkeslett som 04:00.",
  make: "Lag koden",
  scan: "La dem skanne denne",
  scanFor: "La {{name}} skanne denne",
  qr: "QR-kode med lenken til invitasjonen",
  once: "Gjelder én gang. Tilgangen slutter {{until}}, og det gjør koden også hvis ingen har brukt den.",
  link: "Eller send lenken",
  copy: "Kopier lenken",
  copied: "Kopiert",
  another: "En til",
  done: "Ferdig",
  unreachable:
    "Adressen er denne maskinens egen: ingen telefon kan åpne den. Start serveren med en adresse som telefoner når.",
};
