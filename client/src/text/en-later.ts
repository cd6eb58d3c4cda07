import { bringIn } from "./en/bring-in.ts";
import { calendar } from "./en/calendar.ts";
import { erasure } from "./en/erasure.ts";
import { hashtags } from "./en/hashtags.ts";
import { review } from "./en/review.ts";
import { settings } from "./en/settings.ts";
import { simulation } from "./en/simulation.ts";
import { wall } from "./en/wall.ts";

/** The words of what is fetched later than the first screens, in English. */
export const enLater = { bringIn, calendar, erasure, hashtags, review, settings, simulation, wall } as const;
