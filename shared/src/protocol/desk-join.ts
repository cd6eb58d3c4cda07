import { z } from "zod";
import { deskIdSchema } from "../desk/id.ts";
import { rejectionSchema } from "../desk/rejection.ts";
import { instantSchema } from "../time/instant.ts";

/** Up, `desk.join`: follow a desk from after `since`. Without `since`: from its head. */
export const deskJoinSchema = z.object({
  desk: deskIdSchema,
  since: z.int().min(0).optional(),
  /** The log that `since` counts in; absent counts as the desk's own. */
  log: z.string().max(64).optional(),
});
export type DeskJoin = z.infer<typeof deskJoinSchema>;

/** The acknowledgement: what is missing follows in order, before anything live. With `reset` load the snapshot first. */
export const deskJoinedSchema = z.union([
  z.object({
    ok: z.literal(true),
    log: z.string(),
    head: z.int(),
    now: instantSchema,
    reset: z.boolean(),
  }),
  z.object({ ok: z.literal(false), error: rejectionSchema }),
]);
export type DeskJoined = z.infer<typeof deskJoinedSchema>;

/** Up, `desk.leave`: follow it no more. */
export const deskLeaveSchema = z.object({ desk: deskIdSchema });
export type DeskLeave = z.infer<typeof deskLeaveSchema>;

/** Why a desk was closed to a console. After `view-changed` it drops its copy and joins anew without `since`. */
export const deskClosedReasons = ["view-changed", "removed", "signed-out", "too-slow", "desk-gone"] as const;

/** Down, `desk.closed`: nothing more of this desk comes on this connection. */
export const deskClosedSchema = z.object({ desk: deskIdSchema, reason: z.enum(deskClosedReasons) });
export type DeskClosed = z.infer<typeof deskClosedSchema>;
