import { z } from "zod";
import { deskIdSchema, idSchema } from "../desk/id.ts";

/** Up, `presence`: which item this console has open, and whether its person writes in it. Not in the log. */
export const presenceUpSchema = z.object({
  desk: deskIdSchema,
  item: idSchema.nullable(),
  writing: z.boolean(),
});
export type PresenceUp = z.infer<typeof presenceUpSchema>;

/** Down, `presence`: everyone who is connected, with what they have open; only items that the console may see. */
export const presenceDownSchema = z.object({
  desk: z.string(),
  members: z.array(z.object({ member: idSchema, item: idSchema.nullable(), writing: z.boolean() })),
});
export type PresenceDown = z.infer<typeof presenceDownSchema>;
