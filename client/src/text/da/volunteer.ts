import type { volunteer as english } from "../en/volunteer.ts";
import type { Words } from "../words.ts";

export const volunteer: Words<typeof english> = {
  add: "Tilføj en frivillig",
  hint: "De scanner en kode med telefonen, siger deres navn og er i gang: som community manager, til den tid du sætter.",
  name: "Navn",
  nameHint: "Hvis du kender det. De kan rette det.",
  channels: "Kanaler",
  allChannels: "Alle kanaler",
  someChannels: "Kun disse",
  languages: "Sprog",
  languagesHint: "Det, de svarer på: da, en. Tom: alle.",
  cover: "Bemander",
  coverNone: "Ingenting",
  until: "Adgangen slutter",
  untilDate: "Dato",
  untilTime: "Kl.",
  untilPast: "Det tidspunkt er passeret.",
  untilFar: "Højst 31 dage frem.",
  untilWrong: "Et klokkeslæt som 04:00.",
  make: "Lav koden",
  scan: "Lad dem scanne den her",
  scanFor: "Lad {{name}} scanne den her",
  qr: "QR-kode med invitationens link",
  once: "Gælder én gang. Adgangen slutter {{until}}, og det gør koden også, hvis ingen har brugt den.",
  link: "Eller send linket",
  copy: "Kopiér linket",
  copied: "Kopieret",
  another: "En til",
  done: "Færdig",
  unreachable:
    "Adressen er denne computers egen: ingen telefon kan åbne den. Start serveren med en adresse, som telefoner kan nå.",
};
