import { z } from "zod";

const count = z.int().min(0);

/** How much of an author a desk holds, or held: lines that were found to be theirs or to name them. */
export const foundSchema = z.object({
  /** Items that they wrote in. */
  items: count,
  /** What they wrote. */
  messages: count,
  /** What others wrote that names them: messages, notes, posts, briefings, what members say of their shift. */
  mentions: count,
  /** Responses that are signed with their name. */
  responses: count,
  /** Lines of the log. */
  changes: count,
  /** Lines in files of what was refused or failed. */
  kept: count,
});
export type Found = z.infer<typeof foundSchema>;

export const nothingFound: Found = { items: 0, messages: 0, mentions: 0, responses: 0, changes: 0, kept: 0 };

/** Whether there is anything of them. */
export function isFound(found: Found): boolean {
  return Object.values(found).some((number) => number > 0);
}
