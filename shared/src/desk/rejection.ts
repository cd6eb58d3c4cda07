import { z } from "zod";

/**
 * Why a command was not done: the closed list of codes, each with what it means to whoever sent it. A code is a promise
 * to programs; the sentence beside it is for people and may change.
 */
export const rejectionCodes = {
  "command.invalid": "The command is not of the form that its type has.",
  "command.unknown": "There is no command of this type.",
  "command.id.reused": "The same id was accepted before with other data; give a new command a new id.",
  "nothing.to.do": "It is so already.",
  forbidden: "The member's roles do not allow this.",
  "desk.unknown": "There is no such desk, or the member has no part in it.",
  "desk.unavailable": "The desk cannot answer now; send the command again with the same id.",
  "storage.full": "The disk is full; nothing was written.",
  internal: "The command failed by a fault of the server's; it is kept for a look.",
  "too.many": "More came than the desk takes at once; wait and send again.",
  "member.unknown": "There is no such member.",
  "member.last.administrator": "A desk keeps at least one administrator.",
  "member.off.shift": "The member is not on shift.",
  "member.cannot": "The member may not do what the item needs, or does not see it.",
  "channel.unknown": "There is no such channel.",
  "channel.exists": "The desk has this channel.",
  "item.unknown": "There is no such item, or the member does not see it.",
  "item.taken": "Somebody has it: `by` says who.",
  "item.not.yours": "It is another member's, or nobody's, and the member may do this only on their own.",
  "item.closed": "It is closed or dismissed.",
  "item.unanswered": "Somebody waits in it; answer or dismiss it.",
  "item.answered.meanwhile": "A reply left after what the sender saw.",
  "message.unknown": "There is no such message in the item.",
  "reply.not.leaving": "No reply is on its way; it has left, or there is none.",
  "reply.too.long": "The text is longer than the channel takes.",
  "post.too.long": "The text is longer than the channel takes in a post, or has more tags than it takes.",
  "hashtag.banned": "The text has a tag that the desk has banned here.",
  "hashtag.missing": "A required tag is missing.",
  "time.past": "The time has passed.",
  "queue.empty": "Nothing waits that could be dealt.",
  "nobody.free": "Nobody on shift has room for it.",
  "message.at.future": "The message's time is more than five minutes ahead.",
  "message.at.past": "The message's time is before 2006.",
  "post.unknown": "There is no such post or variant.",
  "post.state": "The variant is not in a state in which this can be done.",
  "briefing.unknown": "There is no such briefing, announcement or hand-over.",
  "policy.invalid": "The policy contradicts itself: the sentence says where.",
} as const;

export type RejectionCode = keyof typeof rejectionCodes;

export const rejectionSchema = z.object({
  code: z.enum(Object.keys(rejectionCodes) as [RejectionCode, ...RejectionCode[]]),
  /** A sentence that a person can act on. */
  message: z.string(),
  /** The item that it is about. */
  item: z.string().optional(),
  /** The member who has it, or who did it. */
  by: z.string().optional(),
  /** That member's name. */
  name: z.string().optional(),
  /** When they did. */
  at: z.string().optional(),
  /** What the hashtag check found. */
  findings: z.array(z.unknown()).optional(),
});
export type Rejection = z.infer<typeof rejectionSchema>;

export function reject(
  code: RejectionCode,
  message: string,
  more: Omit<Rejection, "code" | "message"> = {},
): Rejection {
  return { code, message, ...more };
}
