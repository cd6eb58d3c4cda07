import { z } from "zod";
import { day } from "../../time/instant.ts";

/** How long things lie where, in ms. */
export const retentionSchema = z.object({
  /** What was said in an item moves to the archive so long after it was closed or dismissed. */
  archiveAfterMs: z
    .int()
    .min(day)
    .max(3650 * day),
  /** The log goes back so far. */
  logLastsMs: z
    .int()
    .min(7 * day)
    .max(3650 * day),
});
export type Retention = z.infer<typeof retentionSchema>;

/** As long as a desk says nothing else. */
export const firstRetention: Retention = { archiveAfterMs: 30 * day, logLastsMs: 90 * day };
