import { z } from "zod";
import { instantSchema } from "../../time/instant.ts";
import { idSchema } from "../id.ts";

/** Longest text of a message, in UTF-16 units; platforms' own limits are lower. */
export const longestText = 20_000;

export const authorSchema = z.object({
  handle: z.string().min(1).max(200),
  name: z.string().max(200).optional(),
  followers: z.int().min(0).optional(),
});
/** Who wrote a message, as the platform names them. */
export type Author = z.infer<typeof authorSchema>;

export const mediaSchema = z.object({
  kind: z.enum(["image", "video", "audio", "file"]),
  url: z.url().max(2000),
  alt: z.string().max(2000).optional(),
});
export type Media = z.infer<typeof mediaSchema>;

/** The post of ours that a comment stands under. */
export const parentSchema = z.object({
  externalId: z.string().max(300).optional(),
  text: z.string().max(longestText).optional(),
  url: z.url().max(2000).optional(),
});
export type Parent = z.infer<typeof parentSchema>;

/**
 * `received` came in; `leaving` is a reply of ours within its grace, or waiting to be copied out by hand; `sent` has
 * left; `taken-back` was undone before it left; `noted` is for colleagues only.
 */
export const messageStates = ["received", "leaving", "sent", "taken-back", "noted"] as const;

/** One message of an item, as the thread shows it. `at` is when its author wrote it (incoming) or when it left (ours). */
export const messageSchema = z.object({
  id: idSchema,
  /** The platform's id; for what is written here, the message's own id until the platform has given one. */
  externalId: z.string().min(1).max(300),
  direction: z.enum(["in", "out", "note"]),
  author: authorSchema,
  text: z.string().max(longestText),
  at: instantSchema,
  state: z.enum(messageStates),
  /** The member who wrote it here. */
  by: idSchema.optional(),
  /** Answered by a machine: does not end a wait. */
  automatic: z.boolean().optional(),
  /** The message it answers, by the platform's id. */
  inReplyTo: z.string().max(300).optional(),
  url: z.url().max(2000).optional(),
  lang: z.string().max(35).optional(),
  media: z.array(mediaSchema).max(20).optional(),
  parent: parentSchema.optional(),
  /** What it said before its author changed it, and when that was noticed. */
  edited: z.object({ at: instantSchema, was: z.string().max(longestText) }).optional(),
  /** When its author's deletion was noticed. It needs no answer. */
  deletedAt: instantSchema.optional(),
  /** What it said and who wrote it have been erased (rule S2). */
  erased: z.literal(true).optional(),
});
export type Message = z.infer<typeof messageSchema>;
