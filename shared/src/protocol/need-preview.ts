import { z } from "zod";
import { idSchema } from "../desk/id.ts";
import { needSchema } from "../desk/item/need.ts";
import { authorListSchema, mostNeedRules, needRuleSchema } from "../need/rule.ts";

/** The body of `POST /api/desks/:desk/needs/preview`: rules as they would be. Without lists, the desk's own are meant. */
export const needPreviewSchema = z.object({
  needs: z.array(needRuleSchema).max(mostNeedRules),
  authorLists: z.array(authorListSchema).max(50).optional(),
});
export type NeedPreview = z.infer<typeof needPreviewSchema>;

/** Most examples that an answer gives. */
export const mostNeedExamples = 50;

const countsSchema = z.object({ urgent: z.int(), practical: z.int(), answer: z.int(), watch: z.int() });
export type NeedCounts = z.infer<typeof countsSchema>;

/** What the rules would have made of what came in lately, of what the asker sees. */
export const needPreviewAnswerSchema = z.object({
  /** The last so many hours. */
  hours: z.int(),
  /** How many items were looked at, the newest first. */
  looked: z.int(),
  /** Whether there were more than could be looked at. */
  isCut: z.boolean(),
  /** By the desk's rules as they are, and by those that were sent. */
  before: countsSchema,
  after: countsSchema,
  /** How many items each rule sent would have set, by its place; the rest fitted none. */
  rules: z.array(z.int()),
  /** Items whose need would be another, the newest first. */
  examples: z.array(
    z.object({
      item: idSchema,
      channel: z.string(),
      author: z.string(),
      preview: z.string(),
      before: needSchema,
      after: needSchema,
      /** The place of the rule that sets it; -1: none. */
      rule: z.int(),
    }),
  ),
});
export type NeedPreviewAnswer = z.infer<typeof needPreviewAnswerSchema>;
