import { reject } from "../rejection.ts";
import { postSchema } from "./post.ts";
import { alterPost, postCommand } from "./post-command.ts";

/** Give a post another title. */
export const title = postCommand("post.title", {
  data: { title: postSchema.shape.title.trim() },
  decide: (post, { title: text }) =>
    post.title === text
      ? reject("nothing.to.do", "It has this title.")
      : alterPost("post.titled", post, { title: text }),
});
