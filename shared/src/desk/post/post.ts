import { z } from "zod";
import { instantSchema } from "../../time/instant.ts";
import { wallClockSchema } from "../../time/wall-clock.ts";
import { idSchema } from "../id.ts";

/** `planned` → `due` at its time → `live` with its link, or `missed` after 15 minutes; `cancelled` by hand. */
export const variantStates = ["planned", "due", "live", "missed", "cancelled"] as const;
export const variantStateSchema = z.enum(variantStates);

/** Most variants of one post. */
export const mostVariants = 300;
/** Longest reason for setting a check aside, in UTF-16 units. */
export const longestOverride = 500;

/** What a post says on one channel. */
export const variantSchema = z.object({
  id: idSchema,
  channel: z.string().max(200),
  text: z.string().max(70_000),
  media: z.array(z.object({ url: z.url().max(2000), alt: z.string().max(2000).optional() })).max(20),
  state: variantStateSchema,
  /** It was not out within a minute of its time. A mark that stays, also once it is live. */
  late: z.boolean(),
  /** Where it stands, given by the person who put it out. */
  link: z.url().max(2000).nullable(),
  liveAt: instantSchema.nullable(),
  by: idSchema.nullable(),
  /** Why a failing hashtag check was set aside, and by whom. */
  override: z.object({ reason: z.string().max(longestOverride), by: idSchema }).nullable(),
});
export type Variant = z.infer<typeof variantSchema>;

/** One planned concept with a variant for each channel it goes to. */
export const postSchema = z.object({
  id: idSchema,
  title: z.string().max(200),
  /** The local time that a person chose; the truth about when it is due. */
  planned: wallClockSchema,
  /** The instant that `planned` comes to, derived. */
  at: instantSchema,
  /** The clock change skips the chosen time, or it comes twice; said to whoever plans it. */
  shifted: z.enum(["skipped", "repeated"]).nullable(),
  owner: idSchema.nullable(),
  note: z.string().max(2000),
  variants: z.array(variantSchema).min(1).max(mostVariants),
  /** The row of a calendar that it was imported from, so that the same file makes no second post. */
  source: z.string().max(300).nullable(),
  version: z.int().min(1),
});
export type Post = z.infer<typeof postSchema>;
