import { z } from "zod";
import { kindSchema } from "../item/need.ts";

/** What comes to a member by standing order: which channels, and of those which kinds and languages; none named: any. */
export const coverSchema = z.object({
  channels: z.union([z.literal("all"), z.array(z.string().max(200)).min(1).max(300)]),
  kinds: z.array(kindSchema).min(1).max(3).optional(),
  /** BCP 47 tags; an item whose language is not known fits any. */
  languages: z.array(z.string().trim().min(2).max(35)).min(1).max(20).optional(),
  /** Gets what the first of the cover cannot take. */
  standIn: z.boolean().optional(),
});
export type Cover = z.infer<typeof coverSchema>;
