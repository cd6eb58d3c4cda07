import type { PostTimer } from "./post-timer.ts";

/** A post's time has come: its owner gets the text. */
export const postFallsDue: PostTimer = {
  type: "post.fallDue",
  idFor: (post, variant, at) => `post-due:${post.id}:${variant}:${at}:${post.version}`,
};
