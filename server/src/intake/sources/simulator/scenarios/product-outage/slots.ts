import type { Scenario } from "../../scenario.ts";

const danishTowns = [
  "Aarhus",
  "Odense",
  "Esbjerg",
  "Svendborg",
  "Hjørring",
  "Valby",
  "Skive",
  "Køge",
  "Ribe",
  "Aalborg",
];
const norwegianTowns = [
  "Bergen",
  "Trondheim",
  "Larvik",
  "Bodø",
  "Drammen",
  "Lillehammer",
  "Tromsø",
  "Moss",
  "Stavanger",
];
const swedishTowns = ["Malmö", "Lund", "Borås", "Umeå", "Falun", "Ystad"];
const clock = ["17.30", "18", "18.15", "16.45", "19"];

/** What the slots of the outage are filled with. */
export const slots: Scenario["slots"] = {
  town: {
    da: danishTowns,
    nb: norwegianTowns,
    en: ["Aarhus", "Copenhagen", "Odense", "Oslo", "Bergen", "Malmö"],
    sv: swedishTowns,
  },
  shop: {
    da: [
      "Kurven",
      "Købmand Karlsens",
      "Bager Bo",
      "Salon Snip",
      "Kvikspar",
      "Grill-Gerda",
      "Gartner Green",
      "Cafe Kant",
    ],
    nb: ["Kurven", "Bakeri Bo", "Salong Snipp", "Kvikkspar", "Kafé Kant", "Grill-Gerd"],
    en: ["Kurven", "Baker Bo", "Café Kant", "Kvikspar", "Grill-Gerda"],
    sv: ["Kurven", "Bagare Bo", "Kvickspar", "Café Kant"],
  },
  amount: {
    da: ["34,50 kr.", "249 kr.", "1.120 kr.", "75 kr.", "612 kr.", "18 kr."],
    nb: ["34 kr", "249 kr", "1120 kr", "75 kr", "612 kr"],
    en: ["35 kr", "249 kr", "1,120 kr", "75 kr"],
    sv: ["34 kr", "249 kr", "1120 kr", "75 kr"],
  },
  minutes: {
    da: ["40 minutter", "halvanden time", "tre kvarter", "syv minutter", "to timer"],
    nb: ["40 minutter", "halvannen time", "tre kvarter", "sju minutter", "to timer"],
    en: ["40 minutes", "an hour and a half", "seven minutes", "two hours"],
    sv: ["40 minuter", "en och en halv timme", "sju minuter", "två timmar"],
  },
  clock: { da: clock, nb: clock, en: ["5.30", "6 pm", "6.15", "4.45"], sv: clock },
  relative: {
    da: ["min mor", "min farfar", "min svigermor", "min søster", "min moster", "min chef", "min datter", "min kone"],
    nb: ["moren min", "farfar", "svigermor", "søsteren min", "sjefen min", "tanta mi"],
    en: ["my mum", "my grandad", "my sister", "my boss", "my aunt"],
    sv: ["min mamma", "min farfar", "min syster", "min chef"],
  },
  relative2: {
    da: ["min teenager", "min papegøje", "min onkel fra Skive", "min guldfisk", "vores postbud"],
    nb: ["tenåringen min", "papegøyen", "onkelen min fra Moss"],
    en: ["my teenager", "my parrot"],
    sv: ["min tonåring", "min papegoja"],
  },
  device: {
    da: ["varmepumpe", "dørklokke", "robotplæneklipper", "vandalarm", "fryseralarm", "vildtkamera-router"],
    nb: ["varmepumpe", "ringeklokke", "robotgressklipper", "lekkasjealarm", "frysealarm"],
    en: ["heat pump", "doorbell", "robot mower", "freezer alarm"],
    sv: ["värmepump", "dörrklocka", "robotgräsklippare", "frysvakt"],
  },
  place: {
    da: ["på banegården", "i kantinen", "på biblioteket", "i bussen", "på parkeringspladsen", "i venteværelset"],
    nb: ["på stasjonen", "i kantina", "på biblioteket", "på bussen", "på venterommet"],
    en: ["at the station", "in the canteen", "in the library", "on the bus"],
    sv: ["på stationen", "i matsalen", "på biblioteket", "på bussen"],
  },
};
