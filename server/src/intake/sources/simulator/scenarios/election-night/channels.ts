import type { ScenarioChannel } from "../../scenario.ts";

/** The channels of the broadcaster's election desk. */
export const channels: readonly ScenarioChannel[] = [
  {
    platform: "instagram",
    handle: "kanalbaelt",
    name: "Kanal Bælt",
    traffic: { mention: 8, comment: 16, dm: 7 },
    voices: { da: 66, nb: 12, en: 16, sv: 6 },
  },
  {
    platform: "facebook",
    handle: "kanalbaelt",
    name: "Kanal Bælt",
    traffic: { mention: 3, comment: 24, dm: 9 },
    voices: { da: 84, nb: 8, en: 5, sv: 3 },
  },
  {
    platform: "tiktok",
    handle: "kanalbaelt",
    name: "Kanal Bælt",
    traffic: { comment: 12 },
    voices: { da: 66, nb: 15, en: 14, sv: 5 },
  },
  {
    platform: "x",
    handle: "baeltvalg",
    name: "Kanal Bælt Valg",
    traffic: { mention: 18, dm: 2 },
    voices: { da: 62, nb: 14, en: 18, sv: 6 },
  },
  {
    platform: "youtube",
    handle: "kanalbaelt",
    name: "Kanal Bælt live",
    traffic: { comment: 10 },
    voices: { da: 58, nb: 17, en: 17, sv: 8 },
  },
  {
    platform: "bluesky",
    handle: "valg.kanalbaelt.example",
    name: "Kanal Bælt Valg",
    traffic: { mention: 5 },
    voices: { da: 60, nb: 16, en: 18, sv: 6 },
  },
  { platform: "web", handle: "kanalbaelt.example", name: "Valgsiden", traffic: {}, voices: {} },
];
