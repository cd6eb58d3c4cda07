import { bringIn } from "./nb/bring-in.ts";
import { calendar } from "./nb/calendar.ts";
import { erasure } from "./nb/erasure.ts";
import { hashtags } from "./nb/hashtags.ts";
import { review } from "./nb/review.ts";
import { settings } from "./nb/settings.ts";
import { simulation } from "./nb/simulation.ts";
import { wall } from "./nb/wall.ts";
import type { LaterCatalogue } from "./words.ts";

/** The words of what is fetched later than the first screens, in Norwegian. */
export const nbLater: LaterCatalogue = { bringIn, calendar, erasure, hashtags, review, settings, simulation, wall };
