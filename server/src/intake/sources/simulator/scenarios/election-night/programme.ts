import type { Act, Scenario } from "../../scenario.ts";

/** Election night from the last hour at the polls to the last speech. */
export const programme: readonly Act[] = [
  { id: "last-hour", name: "Sidste time ved urnerne", stage: "Egelundhallen", at: 15, lasts: 30, draw: 2 },
  { id: "polls-close", name: "Valgstederne lukker", stage: "Studie 1", at: 54, lasts: 6, draw: 4 },
  { id: "exit-poll", name: "Exitpollen", stage: "Studie 1", at: 60, lasts: 18, draw: 6 },
  { id: "first-town", name: "Første kommune: Lille Rugløse", stage: "Lille Rugløse", at: 92, lasts: 12, draw: 4 },
  { id: "arrival", name: "Yasmin Elkær ankommer", stage: "Rådhushallen", at: 112, lasts: 9, draw: 3 },
  { id: "recount", name: "Omtælling i Klitby", stage: "Klitby Forsamlingshus", at: 128, lasts: 11, draw: 3 },
  { id: "leaders", name: "Partilederrunden", stage: "Studie 1", at: 145, lasts: 24, draw: 5 },
  { id: "mayors", name: "Borgmesterduellen i Havneby", stage: "Havneby Rådhus", at: 175, lasts: 11, draw: 3.5 },
  { id: "result", name: "Det endelige resultat", stage: "Studie 1", at: 193, lasts: 11, draw: 7 },
  { id: "winner", name: "Vindertalen", stage: "Rådhushallen", at: 208, lasts: 9, draw: 4 },
  { id: "loser", name: "Skovtoftes tale", stage: "Færgeterminalen", at: 221, lasts: 9, draw: 4.5 },
];

/** The tags of the night, and what people make of them. */
export const hashtags: Scenario["hashtags"] = [
  {
    tag: "valgaften27",
    wrong: [
      "valgaften72",
      "valgaftn27",
      "vaglaften27",
      "valgaften2027",
      "valgafen27",
      "valgaften_27",
      "Valgaftenen27",
      " valgaften27",
      "27valgaften",
      "valgafften27",
      "valgaften26",
    ],
  },
  { tag: "kanalbælt", wrong: ["kanalbelt", "kanalbaelt", "kanelbælt", "kannalbælt", "kanalblæt", "kanal_bælt"] },
  {
    tag: "partilederrunden",
    wrong: ["partilederunden", "partilederrrunden", "patilederrunden", "partileder_runden"],
  },
];

/** The press that writes to the election desk. */
export const press: readonly string[] = ["havnebytidende", "radio_klit", "nordisk_presse", "egelundposten"];
