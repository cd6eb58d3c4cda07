import { bringIn } from "./da/bring-in.ts";
import { calendar } from "./da/calendar.ts";
import { erasure } from "./da/erasure.ts";
import { hashtags } from "./da/hashtags.ts";
import { review } from "./da/review.ts";
import { settings } from "./da/settings.ts";
import { simulation } from "./da/simulation.ts";
import { wall } from "./da/wall.ts";
import type { LaterCatalogue } from "./words.ts";

/** The words of what is fetched later than the first screens, in Danish. */
export const daLater: LaterCatalogue = { bringIn, calendar, erasure, hashtags, review, settings, simulation, wall };
