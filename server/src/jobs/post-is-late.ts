import type { PostTimer } from "./post-timer.ts";

/** A post is not out a minute after its time. */
export const postIsLate: PostTimer = {
  type: "post.markLate",
  idFor: (post, variant, at) => `post-late:${post.id}:${variant}:${at}:${post.version}`,
};
