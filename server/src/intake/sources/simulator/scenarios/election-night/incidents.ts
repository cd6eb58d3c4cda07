import type { Incident } from "../../scenario.ts";
import { emergencies } from "./emergencies.ts";
import { waves } from "./waves.ts";

/** Somebody whom many follow, and somebody who prints what is answered. */
const heard: readonly Incident[] = [
  {
    id: "influencer",
    at: 100,
    lines: [
      {
        after: 0,
        who: "mikkamaller",
        platform: "instagram",
        kind: "mention",
        intent: "complaint",
        voice: "da",
        followers: 412_000,
        text: "@kanalbaelt hvorfor er der 0 unge i jeres panel?? en hel aften om os uden os 🙃 mine følgere vil gerne høre svaret #valgaften72",
        answer:
          "Fair nok! Kl. 21.25 kommer fire førstegangsvælgere i studiet. Vil du være med på en linje? Vi skriver privat.",
      },
      {
        after: 600,
        who: "mikkamaller",
        platform: "instagram",
        kind: "mention",
        intent: "chatter",
        voice: "da",
        followers: 412_000,
        text: "@kanalbaelt ok de svarede på 10 min og nu skal jeg på tv i hættetrøje. RESPEKT #valgaften27",
      },
      {
        after: 40,
        platform: "instagram",
        kind: "comment",
        intent: "chatter",
        voice: "da",
        text: "her fra Mikka 👀 hvad siger I så?",
        crowd: {
          people: 26,
          minutes: 9,
          variants: {
            da: [
              "her fra [Mikka|mikkamaller] 👀 hvad [siger|svarer] I så?",
              "Mikka har ret. [Hvor er de unge?|0 unge er 0 unge|Svar hende]",
              "kom for Mikka, blev for [kaffekanden|søjlerne]",
              "svar Mikka [tak|nu|🙏]",
            ],
            nb: ["her for Mikka 👀 hva [sier|svarer] dere?"],
            en: ["here from Mikka 👀 [well?|any answer?]"],
          },
        },
      },
    ],
  },
  {
    id: "journalist",
    at: 120,
    lines: [
      {
        after: 0,
        who: "nordisk_presse",
        platform: "x",
        kind: "mention",
        intent: "question",
        voice: "nb",
        followers: 18_300,
        text: "@baeltvalg Hei, Nordisk Presse her. Kan dere bekrefte at tallene fra Klitby var feil i 14 minutter? Hvem tok feil, dere eller kommunen? Har deadline 21.30.",
        answer:
          "Hei! Ja, kl. 20.44–20.58. En rad ble lest inn to ganger hos oss, ikke i kommunen. Vaktsjefen ringer deg nå.",
      },
      {
        after: 420,
        who: "nordisk_presse",
        platform: "x",
        kind: "mention",
        intent: "question",
        voice: "nb",
        followers: 18_300,
        text: "@baeltvalg Takk for raskt svar. Et spørsmål til: Har det hatt noe å si for prognosen?",
        answer: "Nei, prognosen bruker andre tall. Vi sender deg begge versjonene skriftlig om fem minutter.",
      },
      {
        after: 700,
        who: "havnebytidende",
        platform: "facebook",
        kind: "dm",
        intent: "question",
        voice: "da",
        followers: 9_400,
        text: "Hej, Karsten fra Havneby Tidende. Må vi citere jeres svar om Klitby, og hvem står for det? Vi går i trykken kl. 22.",
        answer:
          "Hej Karsten. Ja, citér endelig. Det er redaktionschef Ulla Vang, der svarer. Hun ringer til dig inden for ti minutter.",
      },
    ],
  },
];

/** What happens once on election night. */
export const incidents: readonly Incident[] = [...emergencies, ...heard, ...waves];
