import type { ScenarioPost } from "../../scenario.ts";

/** What the election desk has planned to say. */
export const posts: readonly ScenarioPost[] = [
  {
    id: "hour-left",
    at: 5,
    title: "En time tilbage",
    platforms: ["instagram", "facebook", "x", "bluesky", "web"],
    text: "Valgstederne lukker kl. 20, og står du i køen inden da, får du lov at stemme. Intet valgkort? Tag legitimation med, så ordner de resten. #valgaften27",
  },
  {
    id: "first-timers",
    at: 24,
    title: "Førstegangsvælgerne",
    platforms: ["tiktok", "instagram"],
    text: "Tre på 18 fortæller, hvad de tænkte, lige før blyanten ramte papiret. En af dem tænkte på pizza. #valgaften27 #kanalbælt",
  },
  {
    id: "on-air",
    at: 45,
    title: "Vi går i luften",
    platforms: ["facebook", "x", "bluesky", "youtube", "web"],
    text: "Om et kvarter lukker dørene, og så går vi i gang. Følg hele valgaftenen på tv, i appen og på kanalbaelt.example/valg, også fra udlandet. #valgaften27",
  },
  {
    id: "exit-poll",
    at: 60,
    title: "Exitpollen",
    platforms: ["instagram", "facebook", "tiktok", "x", "bluesky", "web"],
    text: "Dørene er lukket, og exitpollen er her: Fyrtårnet 27,2 %, Hverdagslisten 26,4 %. Det er så tæt, at Birgitte har lagt kaffen fra sig. Husk: det er et skøn. #valgaften27",
  },
  {
    id: "how-counted",
    at: 84,
    title: "Sådan tælles der",
    platforms: ["instagram", "tiktok", "youtube"],
    text: "Hvem tæller, hvor længe, og hvad er d'Hondt for en fyr? Vi forklarer det på 90 sekunder og med lagkage. #valgaften27 #kanalbælt",
  },
  {
    id: "first-town",
    at: 93,
    title: "Lille Rugløse er først",
    platforms: ["facebook", "x", "bluesky", "web"],
    text: "Lille Rugløse er talt op som den første kommune i landet, for sjette valg i træk. 1.204 stemmer, 83,4 % har stemt, og der er kage i forsamlingshuset. #valgaften27",
  },
  {
    id: "recount",
    at: 129,
    title: "Klitby tæller om",
    platforms: ["x", "bluesky", "web", "facebook"],
    text: "11 stemmer skiller i Klitby, og valgbestyrelsen tæller om. Vores reporter står ved siden af bordet og rører ikke ved noget. #valgaften27",
  },
  {
    id: "leaders",
    at: 143,
    title: "Partilederrunden begynder",
    platforms: ["instagram", "facebook", "x", "youtube", "web"],
    text: "Om to minutter samles partilederne i Studie 1. Skriv dit spørgsmål her, så tager Ditte de bedste med. #partilederrunden #valgaften27",
  },
  {
    id: "mayors",
    at: 174,
    title: "Duellen i Havneby",
    platforms: ["facebook", "tiktok", "instagram"],
    text: "To kandidater, én borgmesterkæde og en sal, der er helt stille. Vi er live fra Havneby Rådhus nu. #valgaften27",
  },
  {
    id: "result",
    at: 194,
    title: "Det endelige resultat",
    platforms: ["instagram", "facebook", "tiktok", "x", "bluesky", "youtube", "web"],
    text: "Alle stemmer er talt: Hverdagslisten 26,9 %, Fyrtårnet 26,5 %. Tallene for hver eneste kommune ligger på kanalbaelt.example/valg. #valgaften27",
  },
  {
    id: "speech",
    at: 209,
    title: "Yasmin Elkær taler",
    platforms: ["facebook", "youtube", "x"],
    text: "Yasmin Elkær er på scenen i Rådhushallen. Følg hele talen her. #valgaften27",
  },
  {
    id: "good-night",
    at: 234,
    title: "Godnat og tak",
    platforms: ["instagram", "facebook", "x", "bluesky"],
    text: "Tak til alle, der stemte, talte, smurte rundstykker og holdt ud. I morgen fintælles der, og vi er tilbage kl. 6. Sov godt! #valgaften27",
  },
];
