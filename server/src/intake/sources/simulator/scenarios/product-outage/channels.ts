import type { ScenarioChannel } from "../../scenario.ts";

/** The channels of the operator's customer care. */
export const channels: readonly ScenarioChannel[] = [
  {
    platform: "facebook",
    handle: "bolgemobil",
    name: "Bølge Mobil",
    traffic: { mention: 4, comment: 26, dm: 13 },
    voices: { da: 66, nb: 20, en: 5, sv: 9 },
  },
  {
    platform: "instagram",
    handle: "bolgemobil",
    name: "Bølge Mobil",
    traffic: { mention: 6, comment: 12, dm: 7 },
    voices: { da: 58, nb: 22, en: 11, sv: 9 },
  },
  {
    platform: "x",
    handle: "bolgehjaelp",
    name: "Bølge Hjælp",
    traffic: { mention: 20, dm: 4 },
    voices: { da: 54, nb: 22, en: 15, sv: 9 },
  },
  {
    platform: "threads",
    handle: "bolgemobil",
    name: "Bølge Mobil",
    traffic: { mention: 7, comment: 4 },
    voices: { da: 54, nb: 26, en: 12, sv: 8 },
  },
  {
    platform: "tiktok",
    handle: "bolgemobil",
    name: "Bølge Mobil",
    traffic: { comment: 8 },
    voices: { da: 60, nb: 22, en: 12, sv: 6 },
  },
  {
    platform: "bluesky",
    handle: "bolge.example",
    name: "Bølge Drift",
    traffic: { mention: 5 },
    voices: { da: 50, nb: 28, en: 14, sv: 8 },
  },
  { platform: "web", handle: "bolge.example/status", name: "Status", traffic: {}, voices: {} },
];
