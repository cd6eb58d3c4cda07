import type { Post } from "@flowdesk/shared/desk/post/post.ts";
import type { Instant } from "@flowdesk/shared/time/instant.ts";

/** What a timer of a post's variant has the desk do when its time has come. */
export interface PostTimer {
  readonly type: "post.fallDue" | "post.markLate" | "post.miss";
  /**
   * The command's id: the same on every node and after every restart, so that it comes to one change (rule D4).
   * The version is in it, as a post that is called off and restored falls due again for the same time.
   */
  readonly idFor: (post: Post, variant: string, at: Instant) => string;
}
