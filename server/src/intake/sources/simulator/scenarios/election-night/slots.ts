import type { Scenario } from "../../scenario.ts";

const towns = [
  "Havneby",
  "Klitby",
  "Egelund",
  "Vesterø",
  "Lille Rugløse",
  "Birkesund",
  "Mosedal",
  "Fjordlev",
  "Nørre Sande",
];
const stations = [
  "Havneby Skole",
  "Klitby Forsamlingshus",
  "Egelundhallen",
  "Fjordlev Bibliotek",
  "Birkesund Kulturhus",
  "Mosedal Idrætshal",
  "Vesterø Gamle Skole",
  "Nørre Sande Kro",
];
const parties = ["Fyrtårnet", "De Jordnære", "Ny Kurs", "Hverdagslisten", "Medvind", "Rugbrødslisten"];
const rivals = ["Borgerringen", "Lyngpartiet", "Cykellisten", "Frisindet Front", "Søndagspartiet"];
const women = ["Yasmin Elkær", "Signe Ravnholt", "Rikke Bramdal", "Dorthe Møllegaard", "Anne-Lise Tange"];
const candidates = [...women, "Poul-Ejnar Skovtofte", "Torben Klitvang", "Aksel Tofthøj", "Mads-Emil Brink"];
const hosts = ["Birgitte Mølvang", "Jens-Ole Krabsen", "Ditte Solbjerg", "Flemming Vedel"];

function everywhere(values: readonly string[]) {
  return { da: values, nb: values, en: values, sv: values };
}

/** What the slots of election night are filled with. */
export const slots: Scenario["slots"] = {
  town: everywhere(towns),
  /** Lille Rugløse is always the first to be done. */
  slow: everywhere(towns.filter((town) => town !== "Lille Rugløse")),
  station: everywhere(stations),
  party: everywhere(parties),
  party2: everywhere(rivals),
  woman: everywhere(women),
  candidate: everywhere(candidates),
  host: everywhere(hosts),
  percent: {
    da: ["12,4", "7,9", "23,1", "2,0", "31,6", "4,8", "18,3", "9,5"],
    nb: ["12,4", "7,9", "23,1", "2,0", "31,6", "4,8", "18,3"],
    en: ["12.4", "7.9", "23.1", "2.0", "31.6", "4.8", "18.3"],
    sv: ["12,4", "7,9", "23,1", "2,0", "31,6"],
  },
  place: {
    da: [
      "i sofaen",
      "på nattevagt",
      "i sommerhuset",
      "hos svigermor",
      "i toget til Egelund",
      "på kollegiet",
      "på værtshuset",
      "i stalden",
      "på plejehjemmet",
      "i badekarret",
    ],
    nb: ["i sofaen", "på nattevakt", "på hytta", "hos svigermor", "på bussen", "på hybelen", "i badekaret"],
    en: ["on the sofa", "on a night shift", "on the train", "in the bath", "in a pub in Leeds", "at my in-laws"],
    sv: ["i soffan", "på nattpasset", "i stugan", "hos svärmor", "på tåget", "i badkaret"],
  },
  snack: {
    da: ["flæskesvær", "kanelsnegle", "ostepops", "lakrids", "rød sodavand", "pølsehorn", "brunsviger", "skumfiduser"],
    nb: ["potetgull", "kanelboller", "seigmenn", "lompe"],
    en: ["crisps", "liquorice", "cinnamon buns"],
    sv: ["chips", "kanelbullar", "lakrits"],
  },
};
