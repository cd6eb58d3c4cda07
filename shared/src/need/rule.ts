import { z } from "zod";
import { kindSchema, needSchema } from "../desk/item/need.ts";

/** Most rules of a desk, and most entries of one list in a rule. */
export const mostNeedRules = 200;
const mostEntries = 1_000;
/** Longest pattern, in UTF-16 units; `pattern.ts` limits besides what it may come to. */
export const longestPattern = 200;

const entry = z.string().trim().min(1).max(120);
const id = z.string().min(1).max(64);

/**
 * Which need an arriving message has, before anybody looks. A rule fits if all of its conditions hold; of a list one
 * entry is enough. A rule without conditions fits everything, and one that is off nothing. The first rule that fits
 * counts.
 */
export const needRuleSchema = z.object({
  id: id.optional(),
  name: z.string().trim().min(1).max(120).optional(),
  off: z.boolean().optional(),
  /** The id of a channel, `platform:handle`. */
  channel: z.string().max(200).optional(),
  /** The part of a channel's id before the colon. */
  platform: z.string().min(1).max(32).optional(),
  kind: kindSchema.optional(),
  /** Whole words, or several in a row; `*` at the end of a word stands for any ending, `..` for up to four words. */
  words: z.array(entry).min(1).max(mostEntries).optional(),
  /** Of these none may stand in the text. Written as `words`. */
  not: z.array(entry).min(1).max(mostEntries).optional(),
  /** A regular expression of the dialect that `pattern.ts` states. */
  pattern: z.string().min(1).max(longestPattern).optional(),
  /** The text asks something. */
  question: z.literal(true).optional(),
  /** Hashtags, with or without their hash sign. */
  tags: z.array(entry).min(1).max(mostEntries).optional(),
  /** Handles of authors; beside `authorLists` either is enough. */
  authors: z.array(entry).min(1).max(mostEntries).optional(),
  /** Ids of the policy's lists of authors. */
  authorLists: z.array(id).min(1).max(50).optional(),
  followersAtLeast: z.int().min(1).max(1_000_000_000).optional(),
  /** BCP 47 tags; `da` fits `da-DK` too, and `no`, `nn` and `nb` are one. */
  languages: z.array(z.string().min(2).max(35)).min(1).max(20).optional(),
  need: needSchema,
});
export type NeedRule = z.infer<typeof needRuleSchema>;

/** Authors by name, such as the press, for rules to go by. */
export const authorListSchema = z.object({
  id,
  name: z.string().trim().min(1).max(120),
  handles: z.array(z.string().trim().min(1).max(200)).max(2_000),
});
export type AuthorList = z.infer<typeof authorListSchema>;

/** The part of a desk's policy that sets needs. */
export interface NeedPolicy {
  readonly needs: readonly NeedRule[];
  readonly authorLists?: readonly AuthorList[] | undefined;
}
