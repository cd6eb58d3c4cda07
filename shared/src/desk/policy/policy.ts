import { z } from "zod";
import { openingHoursSchema } from "../../clock/opening-hours.ts";
import { targetPresets, targetRuleSchema } from "../../clock/target.ts";
import { hashtagPolicySchema } from "../../hashtag/policy.ts";
import { authorListSchema, mostNeedRules, needRuleSchema } from "../../need/rule.ts";
import { day, minute, second } from "../../time/instant.ts";
import { foldingSchema } from "./folding.ts";
import { retentionSchema } from "./retention.ts";

/**
 * A ready text, with placeholders such as `{name}` for the author it answers. Templates of one name are one in several
 * languages.
 */
export const templateSchema = z.object({
  id: z.string().min(1).max(64),
  name: z.string().min(1).max(120),
  text: z.string().min(1).max(5000),
  lang: z.string().max(35).nullable(),
});
export type Template = z.infer<typeof templateSchema>;

/** What the desk has decided for itself. Each section is set whole, by a command of its own. */
export const policySchema = z.object({
  needs: z.array(needRuleSchema).max(mostNeedRules),
  /** Authors by name, for rules to go by. Absent: none. */
  authorLists: z.array(authorListSchema).max(50).optional(),
  targets: z.array(targetRuleSchema).max(200),
  /** Named opening hours that targets may count in. */
  calendars: z.record(z.string().max(64), openingHoursSchema),
  /** The share of a target after which a wait is at risk. */
  riskShare: z.number().min(0.1).max(0.99),
  /** How long a reply can be taken back before it leaves, 0 to 30 s. */
  graceMs: z
    .int()
    .min(0)
    .max(30 * second),
  /** How long an answered item stays open. */
  closeAfterMs: z
    .int()
    .min(minute)
    .max(365 * day),
  /** How long the console of somebody on shift may be gone before they count as away; null or absent: for ever. */
  awayAfterMs: z
    .int()
    .min(10 * second)
    .max(day)
    .nullable()
    .optional(),
  hashtags: hashtagPolicySchema,
  /** The tags that people of the desk choose among. */
  tags: z.array(z.string().min(1).max(64)).max(500),
  templates: z.array(templateSchema).max(500),
  /** What is hard to read and stays folded; absent: `firstFolding`. */
  folding: foldingSchema.optional(),
  /** How long things lie where; absent: `firstRetention`. */
  retention: retentionSchema.optional(),
});
export type Policy = z.infer<typeof policySchema>;

/** How a new desk begins: everything needs an answer within 24 hours. */
export const firstPolicy: Policy = {
  needs: [],
  targets: [...targetPresets["24 hours"]],
  calendars: {},
  riskShare: 0.75,
  graceMs: 10 * second,
  closeAfterMs: 3 * day,
  awayAfterMs: 5 * minute,
  hashtags: { rules: [], requireInReplies: false },
  tags: [],
  templates: [],
};
