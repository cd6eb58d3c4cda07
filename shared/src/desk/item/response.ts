import { z } from "zod";
import { instantSchema } from "../../time/instant.ts";
import { idSchema } from "../id.ts";
import { kindSchema, needSchema } from "./need.ts";

/** A wait that ended with a person's public reply. Kept as it was: a policy changed later never touches it. */
export const responseSchema = z.object({
  item: idSchema,
  /** The reply that ended it. */
  message: idSchema,
  channel: z.string(),
  kind: kindSchema,
  need: needSchema,
  from: instantSchema,
  to: instantSchema,
  /** `to` − `from`. */
  ms: z.int().min(0),
  /** The member who answered; null when the reply left elsewhere. */
  by: idSchema.nullable(),
  /** The account or person that the reply is signed with. */
  author: z.string(),
  targetMs: z.int(),
  within: z.boolean(),
  /** No person had answered publicly in the item before. */
  first: z.boolean(),
});
export type Response = z.infer<typeof responseSchema>;
