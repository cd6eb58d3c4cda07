import { reject } from "../rejection.ts";
import { postSchema } from "./post.ts";
import { alterPost, postCommand } from "./post-command.ts";

/** Write what colleagues should know about a post; an empty note takes it away. */
export const note = postCommand("post.note", {
  data: { note: postSchema.shape.note.trim() },
  decide: (post, { note: text }) =>
    post.note === text ? reject("nothing.to.do", "The note says this.") : alterPost("post.noted", post, { note: text }),
});
