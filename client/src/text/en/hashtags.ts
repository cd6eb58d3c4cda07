/** The hashtag policy and its check. */
export const hashtags = {
  title: "Hashtags",
} as const;
