import { z } from "zod";
import { instantSchema } from "../time/instant.ts";

/** How many minutes a line of the pulse looks back. */
export const pulseMinutes = 60;

/**
 * What comes in by one channel, direct messages apart from what everybody can read. A message counts by its own time,
 * so that history which is brought in is no arrival of now. Spans in ms.
 */
export const pulseLineSchema = z.object({
  channel: z.string(),
  dm: z.boolean(),
  /** Arrivals in each of the last 60 minutes, the oldest first; the last number is the minute that runs. */
  arrivals: z.array(z.int().min(0)).length(pulseMinutes),
  lastAt: instantSchema.nullable(),
  /** The longest gap that is usual; null where too little has come in to tell. */
  usualMs: z.int().nullable(),
  /** From so long after the last arrival on it counts as silent; null: not at all. */
  silentAfterMs: z.int().nullable(),
  /** Silent for longer than usual, as of `now`. */
  silent: z.boolean(),
  /** How long nothing has come, as of `now`. */
  silentMs: z.int().nullable(),
});
export type PulseLine = z.infer<typeof pulseLineSchema>;

/**
 * The answer to `GET /api/desks/:desk/pulse`: the channels that one sees by which anything has come in the last twelve
 * hours, in the order of their ids.
 */
export const pulseAnswerSchema = z.object({ desk: z.string(), now: instantSchema, lines: z.array(pulseLineSchema) });
export type PulseAnswer = z.infer<typeof pulseAnswerSchema>;
