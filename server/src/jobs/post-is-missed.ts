import type { PostTimer } from "./post-timer.ts";

/** A post is not out fifteen minutes after its time. */
export const postIsMissed: PostTimer = {
  type: "post.miss",
  idFor: (post, variant, at) => `post-missed:${post.id}:${variant}:${at}:${post.version}`,
};
