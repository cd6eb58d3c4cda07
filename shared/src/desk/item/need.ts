import { z } from "zod";

/**
 * What an item asks of us, the most pressing first: `urgent` (a person is in danger or lost), `practical` (a question
 * that is no use an hour later), `answer` (within the target), `watch` (read if time allows; no clock, not in the queue).
 */
export const needs = ["urgent", "practical", "answer", "watch"] as const;
export const needSchema = z.enum(needs);
export type Need = z.infer<typeof needSchema>;

/** What came in: a mention of us, a direct message, or a comment under a post of ours. */
export const kinds = ["mention", "dm", "comment"] as const;
export const kindSchema = z.enum(kinds);
export type Kind = z.infer<typeof kindSchema>;
