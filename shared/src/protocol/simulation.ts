import { z } from "zod";
import { instantSchema } from "../time/instant.ts";

/** How many times as fast as the wall clock an evening can be played. */
export const simulationSpeedSchema = z
  .number()
  .gt(0, "A speed is a number above 0.")
  .max(1000, "A speed is at most 1,000.");

/** How an evening that is being played into a desk stands. */
export const simulationStateSchema = z.object({
  scenario: z.string(),
  seed: z.int(),
  speed: z.number(),
  /** Messages a minute of the script on average; null: as the scenario has them. */
  rate: z.number().nullable(),
  team: z.boolean(),
  state: z.enum(["preparing", "playing", "paused", "ended", "stopped", "failed"]),
  /** Minutes of the script that have passed, and that it has. */
  at: z.number(),
  of: z.number(),
  /** What the script's clock says, `HH:MM`. */
  clock: z.string(),
  /** Messages of the script that are in, and that there will be. */
  arrivals: z.object({ done: z.int(), all: z.int() }),
  error: z.object({ code: z.string(), message: z.string() }).nullable(),
  begun: instantSchema,
});
export type SimulationState = z.infer<typeof simulationStateSchema>;

/** The answer to `GET` and `POST /api/desks/:desk/simulation`. */
export const simulationAnswerSchema = z.object({
  /** The evening that is played, or was played last since the server began. */
  simulation: simulationStateSchema.nullable(),
  /** The evenings that there are: names by language, the wall-clock time at which each begins, its length in minutes. */
  scenarios: z.array(
    z.object({
      id: z.string(),
      name: z.object({ da: z.string(), nb: z.string(), en: z.string() }),
      begins: z.string(),
      lasts: z.number(),
    }),
  ),
});
export type SimulationAnswer = z.infer<typeof simulationAnswerSchema>;

/** The body of `POST /api/desks/:desk/simulation`. */
export const simulationOrderSchema = z.discriminatedUnion("do", [
  z.object({
    do: z.literal("start"),
    scenario: z.string().max(64),
    seed: z.int("A seed is a whole number.").min(0).max(4_294_967_295).default(1),
    speed: simulationSpeedSchema.default(1),
    /** Messages a minute of the script on average. */
    rate: z.number().gt(0).max(600, "A rate is at most 600 messages a minute.").optional(),
    team: z.boolean().default(false),
    /** The script's time from which it is played, `HH:MM`. */
    from: z.string().max(5).optional(),
    /** That the desk may be filled with simulated messages; not asked of a demonstration desk. */
    confirmed: z.boolean().optional(),
  }),
  z.object({ do: z.literal("pause") }),
  z.object({ do: z.literal("resume") }),
  z.object({ do: z.literal("speed"), speed: simulationSpeedSchema }),
  z.object({ do: z.literal("stop") }),
]);
export type SimulationOrder = z.input<typeof simulationOrderSchema>;
