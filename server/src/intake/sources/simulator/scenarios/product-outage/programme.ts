import type { Act, Scenario } from "../../scenario.ts";

/** The Friday on which the network goes, comes, goes and comes. */
export const programme: readonly Act[] = [
  { id: "first-signs", name: "De første fejl", stage: "Østjylland", at: 22, lasts: 8, draw: 2.5 },
  { id: "outage", name: "Udfaldet", stage: "hele nettet", at: 32, lasts: 18, draw: 8 },
  { id: "first-statement", name: "Første udmelding", stage: "statussiden", at: 54, lasts: 8, draw: 4 },
  { id: "tills", name: "Fredagskøerne ved kassen", stage: "butikkerne", at: 74, lasts: 16, draw: 4 },
  { id: "briefing", name: "Teknisk direktør går live", stage: "Bølges hovedkontor", at: 98, lasts: 9, draw: 3.5 },
  { id: "partial", name: "Nettet vender delvist tilbage", stage: "Fyn og Østlandet", at: 114, lasts: 12, draw: 4 },
  { id: "relapse", name: "Tilbagefaldet", stage: "hele nettet", at: 136, lasts: 14, draw: 7 },
  { id: "apology", name: "Direktørens undskyldning", stage: "Bølges hovedkontor", at: 156, lasts: 8, draw: 5 },
  { id: "second-repair", name: "Anden genopretning", stage: "hele nettet", at: 171, lasts: 12, draw: 3 },
  { id: "all-clear", name: "Alt kører igen", stage: "hele nettet", at: 190, lasts: 8, draw: 4.5 },
  { id: "aftermath", name: "Kompensationen", stage: "bolge.example/erstatning", at: 206, lasts: 8, draw: 3 },
];

/** The tags of customer care, and what people make of them. */
export const hashtags: Scenario["hashtags"] = [
  {
    tag: "bølgehjælp",
    wrong: [
      "bolgehjaelp",
      "boelgehjaelp",
      "bølgehælp",
      "bøglehjælp",
      "bølgehjelp",
      "bølge_hjælp",
      "bølgehjæp",
      " bølgehjælp",
      "bölgehjälp",
    ],
  },
  {
    tag: "bølgestatus",
    wrong: ["bølgestaus", "bolgestatus", "bølgesatus", "bøgestatus", "bølgestatuss", "statusbølge", "bølge-status"],
  },
  { tag: "dutkort", wrong: ["dutkrot", "duttkort", "dut_kort"] },
];

/** The press that writes to customer care. */
export const press: readonly string[] = ["fjordavisen", "telebladet", "nordnytt_nett", "radio_midt"];
