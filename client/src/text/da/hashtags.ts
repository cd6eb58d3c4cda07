import type { hashtags as english } from "../en/hashtags.ts";
import type { Words } from "../words.ts";

export const hashtags: Words<typeof english> = {
  title: "Hashtags",
};
