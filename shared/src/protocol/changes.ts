import { z } from "zod";
import { changeSchema } from "../desk/change.ts";
import { instantSchema } from "../time/instant.ts";

/**
 * Down, `changes`: what happened from `from` to `to`, as far as the console may see it. The numbers follow on from one
 * event to the next without gaps, also where nothing between them is visible.
 */
export const changesSchema = z.object({
  desk: z.string(),
  from: z.int(),
  to: z.int(),
  now: instantSchema,
  changes: z.array(changeSchema),
});
export type Changes = z.infer<typeof changesSchema>;
