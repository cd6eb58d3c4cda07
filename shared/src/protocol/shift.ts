import { z } from "zod";
import { idSchema } from "../desk/id.ts";
import { instantSchema } from "../time/instant.ts";
import { figuresSchema } from "./review.ts";

/** Longest shift whose figures are given, in days. */
const longestDays = 31;

/** The query of `GET /api/desks/:desk/shift`: whose shift, oneself if it is not said; from then on, up to but without the end. */
export const shiftQuerySchema = z
  .object({ member: idSchema.optional(), from: instantSchema, until: instantSchema.optional() })
  .refine(({ from, until }) => until === undefined || from < until, {
    path: ["until"],
    message: "The end of the shift has to be after its beginning.",
  })
  .refine(
    ({ from, until }) => until === undefined || Date.parse(until) - Date.parse(from) <= longestDays * 86_400_000,
    {
      path: ["from"],
      message: `A shift has at most ${longestDays} days; the review gives figures of longer spans.`,
    },
  );

/** The answer: what somebody did in a span, as far as the one who asks may see it. */
export const shiftAnswerSchema = z.object({
  member: idSchema,
  from: instantSchema,
  until: instantSchema,
  /** What they answered. */
  figures: figuresSchema,
  /** Items that they dismissed, and that still are. */
  dismissed: z.int(),
  /** The tags of what they answered, the most frequent first. */
  topics: z.array(z.object({ tag: z.string(), items: z.int() })).max(20),
});
export type ShiftAnswer = z.infer<typeof shiftAnswerSchema>;
