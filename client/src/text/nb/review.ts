import type { review as english } from "../en/review.ts";
import type { Words } from "../words.ts";

export const review: Words<typeof english> = {
  title: "Tilbakeblikk",
  responseTime: "Svartid",
  withinTarget: "Innenfor målet",
};
