import type { Scenario } from "../../scenario.ts";
import { channels } from "./channels.ts";
import { chatter } from "./chatter.ts";
import { customers } from "./customers.ts";
import { dailyLife } from "./daily-life.ts";
import { everyday } from "./everyday.ts";
import { grievances } from "./grievances.ts";
import { incidents } from "./incidents.ts";
import { money } from "./money.ts";
import { network } from "./network.ts";
import { noise } from "./noise.ts";
import { posts } from "./posts.ts";
import { hashtags, press, programme } from "./programme.ts";
import { recovery } from "./recovery.ts";
import { slots } from "./slots.ts";
import { wit } from "./wit.ts";

/** A Friday afternoon at the customer care of an operator whose network and payment app fail, and fail again. */
export const productOutage: Scenario = {
  id: "product-outage",
  name: { da: "Nedbruddet", nb: "Nettet er nede", en: "Product outage" },
  zone: "Europe/Copenhagen",
  begins: "15:30",
  lasts: 225,
  calm: 3,
  channels,
  programme,
  posts,
  hashtags,
  slots,
  themes: [
    ...network,
    ...money,
    ...grievances,
    ...dailyLife,
    ...recovery,
    ...everyday,
    ...customers,
    ...wit,
    ...chatter,
    ...noise,
  ],
  incidents,
  press,
};
