import { z } from "zod";
import { deskIdSchema } from "./id.ts";
import { policySchema } from "./policy/policy.ts";

/** A team's shared workspace, without what it holds. */
export const deskSchema = z.object({
  id: deskIdSchema,
  name: z.string().min(1).max(120),
  /** The IANA zone in which the desk reads its times. */
  zone: z.string().min(1).max(64),
  policy: policySchema,
  /** Made to try things out: everything on it is a simulation. */
  demonstration: z.boolean().optional(),
});
export type Desk = z.infer<typeof deskSchema>;
