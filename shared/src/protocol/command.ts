import { z } from "zod";
import { commandEnvelopeSchema } from "../desk/command.ts";
import { rejectionSchema } from "../desk/rejection.ts";

/** Up, `command`: `{ id, desk, type, …data }`. The data are read by the schema of the type. */
export const commandSchema = commandEnvelopeSchema;

/**
 * The acknowledgement (rule D3): accepted with the `seq` of its last change, or refused. In bulk, `refused` lists what
 * could not be done beside what was.
 */
export const commandAnswerSchema = z.union([
  z.object({ ok: z.literal(true), seq: z.int(), refused: z.array(rejectionSchema).optional() }),
  z.object({ ok: z.literal(false), error: rejectionSchema }),
]);
export type CommandAnswer = z.infer<typeof commandAnswerSchema>;
