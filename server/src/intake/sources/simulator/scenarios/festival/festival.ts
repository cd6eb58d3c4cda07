import type { Scenario } from "../../scenario.ts";
import { incidents } from "./incidents.ts";
import { posts } from "./posts.ts";
import { programme } from "./programme.ts";
import { slots } from "./slots.ts";
import { care } from "./themes-care.ts";
import { grumble } from "./themes-grumble.ts";
import { music } from "./themes-music.ts";
import { practical } from "./themes-practical.ts";

/** An evening of Sommerfesten: a Danish music festival by the water, with guests from Norway, Sweden and further away. */
export const festival: Scenario = {
  id: "festival",
  name: { da: "Festival", nb: "Festival", en: "Festival" },
  zone: "Europe/Copenhagen",
  begins: "19:00",
  lasts: 215,
  calm: 7,
  channels: [
    {
      platform: "instagram",
      handle: "Sommerfesten",
      name: "Sommerfesten",
      traffic: { comment: 30, dm: 9, mention: 8 },
      voices: { da: 62, nb: 16, en: 14, sv: 8 },
    },
    {
      platform: "facebook",
      handle: "Sommerfesten",
      name: "Sommerfesten",
      traffic: { comment: 18, dm: 5, mention: 2 },
      voices: { da: 74, nb: 16, en: 6, sv: 4 },
    },
    {
      platform: "tiktok",
      handle: "sommerfesten",
      name: "Sommerfesten",
      traffic: { comment: 12, mention: 3 },
      voices: { da: 58, nb: 17, en: 18, sv: 7 },
    },
    {
      platform: "x",
      handle: "sommerfest27",
      name: "Sommerfesten",
      traffic: { mention: 12, dm: 1 },
      voices: { da: 60, nb: 16, en: 18, sv: 6 },
    },
    {
      platform: "threads",
      handle: "sommerfesten",
      name: "Sommerfesten",
      traffic: { mention: 5, comment: 3 },
      voices: { da: 66, nb: 14, en: 14, sv: 6 },
    },
    {
      platform: "youtube",
      handle: "Sommerfesten",
      name: "Sommerfesten",
      traffic: { comment: 5 },
      voices: { da: 48, nb: 18, en: 26, sv: 8 },
    },
    { platform: "web", handle: "sommerfesten.dk", name: "Hjemmesiden", traffic: {}, voices: {} },
    { platform: "screen", handle: "Store Plads", name: "Skærmen ved Store Plads", traffic: {}, voices: {} },
  ],
  programme,
  posts,
  hashtags: [
    {
      tag: "sommerfest27",
      wrong: [
        "sommerfst27",
        "sommerfest2027",
        "sommerfest72",
        "Sommmerfest27",
        "sommarfest27",
        "somerfest27",
        "sommerfesten27",
        "sommerfest_27",
        "SommerFest28",
        " sommerfest27",
        "sommerfets27",
        "sommerfest",
      ],
    },
    { tag: "natsang", wrong: ["natsangen", "nattsang", "natsnag", "nat sang", "natsang27"] },
  ],
  slots,
  themes: [...practical, ...care, ...music, ...grumble],
  incidents,
  press: ["kulturnyt_hanne", "NRKKultur_bjorn"],
};
