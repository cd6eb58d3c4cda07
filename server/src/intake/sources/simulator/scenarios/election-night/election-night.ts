import type { Scenario } from "../../scenario.ts";
import { broadcast } from "./broadcast.ts";
import { channels } from "./channels.ts";
import { chatter } from "./chatter.ts";
import { counting } from "./counting.ts";
import { inbox } from "./inbox.ts";
import { incidents } from "./incidents.ts";
import { noise } from "./noise.ts";
import { polling } from "./polling.ts";
import { posts } from "./posts.ts";
import { hashtags, press, programme } from "./programme.ts";
import { reactions } from "./reactions.ts";
import { results } from "./results.ts";
import { slots } from "./slots.ts";
import { smallTalk } from "./small-talk.ts";
import { studio } from "./studio.ts";
import { voting } from "./voting.ts";
import { wit } from "./wit.ts";

/** Election night at the desk of a public broadcaster: from the last hour at the polls to the last speech. */
export const electionNight: Scenario = {
  id: "election-night",
  name: { da: "Valgaften", nb: "Valgkveld", en: "Election night" },
  zone: "Europe/Copenhagen",
  begins: "19:00",
  lasts: 240,
  calm: 3,
  channels,
  programme,
  posts,
  hashtags,
  slots,
  themes: [
    ...voting,
    ...polling,
    ...broadcast,
    ...studio,
    ...results,
    ...counting,
    ...reactions,
    ...chatter,
    ...wit,
    ...noise,
    ...inbox,
    ...smallTalk,
  ],
  incidents,
  press,
};
