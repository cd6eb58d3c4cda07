import { z } from "zod";

/** The roles of a desk; a member has one or more, and may do what any of them may. `source` is for programs only. */
export const roles = [
  "community-manager",
  "flow-manager",
  "producer",
  "team-lead",
  "analyst",
  "administrator",
  "source",
] as const;

export const roleSchema = z.enum(roles);
export type Role = z.infer<typeof roleSchema>;
