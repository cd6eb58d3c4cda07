import type { Incident } from "../../scenario.ts";
import { emergencies } from "./emergencies.ts";
import { waves } from "./waves.ts";

/** Somebody whom many follow, and somebody who prints what is answered. */
const heard: readonly Incident[] = [
  {
    id: "influencer",
    at: 64,
    lines: [
      {
        after: 0,
        who: "gittegoer",
        platform: "instagram",
        kind: "mention",
        intent: "complaint",
        voice: "da",
        followers: 287_000,
        text: "@bolgemobil står i en butik med to børn, en smeltet is og 0 Dut. 287.000 følgere vil gerne vide hvornår I virker igen 🫠 #bølgehælp",
        answer:
          "Av! Vi har ikke et tidspunkt endnu, men Dut-kortet af plast virker. Giver butikken lov, betaler vi isen.",
      },
      {
        after: 480,
        who: "gittegoer",
        platform: "instagram",
        kind: "mention",
        intent: "chatter",
        voice: "da",
        followers: 287_000,
        text: "@bolgemobil opdatering: de betalte isen. Begge to. Jeg er til salg for 36 kr. viser det sig 🍦",
      },
      {
        after: 60,
        platform: "instagram",
        kind: "comment",
        intent: "chatter",
        voice: "da",
        text: "kom fra Gitte, får jeg også en is?",
        crowd: {
          people: 24,
          minutes: 10,
          variants: {
            da: [
              "kom fra Gitte, får jeg også [en is|to is|en softice]?",
              "Gitte sendte mig. [Hvor er Dut?|Hvor er isen?]",
              "svar nu [Gitte|hende]. hun har børn",
              "Hvornår virker det igen? Hilsen [en der står i samme kø|isen]",
            ],
            nb: ["her fra Gitte, får jeg også [en is|to is]?"],
            en: ["Gitte sent me. [Ice cream?|Where is my ice cream?]"],
            sv: ["Gitte skickade mig. Får jag också en glass?"],
          },
        },
      },
    ],
  },
  {
    id: "journalist",
    at: 92,
    lines: [
      {
        after: 0,
        who: "telebladet",
        platform: "x",
        kind: "mention",
        intent: "question",
        voice: "da",
        followers: 22_700,
        text: "@bolgehjaelp Hej, Telebladet. Hvor mange kunder er ramt, og er det rigtigt, at ændringen blev lagt på fredag kl. 15.50? Vi skriver kl. 17.30.",
        answer:
          "Hej! Omkring 2,1 mio. kunder i tre lande. Ja, kl. 15.48. Marianne Holk ringer til dig inden for ti minutter.",
      },
      {
        after: 600,
        who: "nordnytt_nett",
        platform: "facebook",
        kind: "dm",
        intent: "question",
        voice: "nb",
        followers: 31_000,
        text: "Hei, Nordnytt her. Har trygghetsalarmer i norske kommuner vært nede, og når fikk dere vite det? Vi trenger et svar før 18-sendingen.",
        answer:
          "Hei! Ja, 340 alarmer. Vi varslet kommunene kl. 16.21. Pressevakten vår ringer deg nå og blir på til dere er ferdige.",
      },
      {
        after: 1260,
        who: "telebladet",
        platform: "x",
        kind: "mention",
        intent: "question",
        voice: "da",
        followers: 22_700,
        text: "@bolgehjaelp Tak for svar. Hvem godkendte, at der blev åbnet igen så tidligt?",
        answer: "Det gjorde vores driftsledelse, og det var for tidligt. Hele forløbet kommer i en rapport på mandag.",
      },
    ],
  },
];

/** What happens once on the day of the outage. */
export const incidents: readonly Incident[] = [...emergencies, ...heard, ...waves];
