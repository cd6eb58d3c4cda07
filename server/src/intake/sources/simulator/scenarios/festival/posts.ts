import type { ScenarioPost } from "../../scenario.ts";

/** What the desk puts out over the evening; comments stand under these. */
export const posts: readonly ScenarioPost[] = [
  {
    id: "doors",
    at: -75,
    title: "Dørene er åbne",
    platforms: ["instagram", "facebook", "x", "threads", "web"],
    text: "Så er dørene åbne! Indgang Øst ved vandet, Vest ved stationen. Tag det roligt, der er plads til alle. {tag}",
  },
  {
    id: "welcome-video",
    at: -30,
    title: "Pladsen set fra pariserhjulet",
    platforms: ["tiktok", "youtube", "instagram"],
    text: "Pladsen set fra toppen af pariserhjulet. Kan du se dig selv? {tag}",
  },
  {
    id: "tonight",
    at: 2,
    title: "I aften: hele programmet",
    platforms: ["instagram", "facebook", "x", "threads", "screen"],
    text: "I aften: Lille Torden, Havregrød, Nordlys Express, DJ Farmor, Signe & Stormvarslet, Brødrene Brus, Kong Kulde – og Nattog på Store Plads. Hvem glæder du dig mest til? {tag}",
  },
  {
    id: "food",
    at: 28,
    title: "Fem ting at spise",
    platforms: ["instagram", "facebook", "tiktok"],
    text: "Fem ting, du skal smage i madgaden i aften. Nummer tre er dyppet to gange. {tag}",
  },
  {
    id: "norway",
    at: 52,
    title: "Velkommen, Norge",
    platforms: ["instagram", "facebook", "x", "youtube"],
    text: "Velkommen til alle jer, der er kommet med færgen! Nordlys Express går på i Teltet nu. 🇳🇴 {tag}",
  },
  {
    id: "farmor",
    at: 76,
    title: "DJ Farmor klipper",
    platforms: ["tiktok", "instagram", "youtube"],
    text: "78 år, to pladespillere og nul nåde. DJ Farmor er gået i gang ved Skovscenen. {tag}",
  },
  {
    id: "signe",
    at: 88,
    title: "Signe & Stormvarslet er på",
    platforms: ["instagram", "facebook", "x", "threads"],
    text: "Signe & Stormvarslet. Store Plads. Nu. {tag} #natsang",
  },
  {
    id: "natsang",
    at: 128,
    title: "Syng med på natsangen",
    platforms: ["facebook", "instagram", "youtube", "screen"],
    text: "I aften synger vi natsangen sammen, alle 22.000. Teksten er på skærmene. #natsang {tag}",
  },
  {
    id: "nattog",
    at: 148,
    title: "Nattog om to minutter",
    platforms: ["instagram", "facebook", "x", "threads", "tiktok", "screen", "web"],
    text: "To minutter. Store Plads. Nattog. Find en at holde i hånden. {tag}",
  },
  {
    id: "fireworks",
    at: 196,
    title: "Fyrværkeri om lidt",
    platforms: ["instagram", "facebook", "x", "tiktok", "screen"],
    text: "Kig op om fire minutter. Og ja, hundene ved det. {tag}",
  },
  {
    id: "home",
    at: 209,
    title: "Kom godt hjem",
    platforms: ["facebook", "x", "instagram", "web", "threads"],
    text: "Tak for i aften. Busserne holder ved Vest hvert tiende minut, og der er ekstra tog. Kom godt hjem. {tag}",
  },
];
