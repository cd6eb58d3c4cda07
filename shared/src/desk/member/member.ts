import { z } from "zod";
import { weeklySpanSchema } from "../../clock/opening-hours.ts";
import { instantSchema } from "../../time/instant.ts";
import { coverSchema } from "../cover/cover.ts";
import { idSchema } from "../id.ts";
import { roleSchema } from "../role.ts";

/** `on` shift and free; `tied-up` with one thing; on a `break`; `away`; `off` shift. */
export const shiftSchema = z.enum(["on", "tied-up", "break", "away", "off"]);
export type Shift = z.infer<typeof shiftSchema>;

/** The channels a member works on: all, or those named. */
export const memberChannelsSchema = z.union([z.literal("all"), z.array(z.string()).max(300)]);

/** A person or a program (by access token) of the desk. */
export const memberSchema = z.object({
  id: idSchema,
  name: z.string().min(1).max(120),
  /** The account of the person; null for a program. */
  user: z.string().nullable(),
  program: z.boolean(),
  roles: z.array(roleSchema).min(1).max(7),
  channels: memberChannelsSchema,
  /** BCP 47 tags of the languages they answer in; none means any. */
  languages: z.array(z.string().max(35)).max(20),
  /** How many open items they can hold at once when dealing. */
  capacity: z.int().min(0).max(999),
  shift: shiftSchema,
  /** What ties them up, in their own words. */
  shiftNote: z.string().max(200).nullable(),
  shiftSince: instantSchema.nullable(),
  /** When the shift began that goes on through breaks; absent or null: off shift, or it is not known. */
  shiftBegan: instantSchema.nullable().optional(),
  /** What comes to them by standing order; absent: nothing does. */
  cover: z.array(coverSchema).max(50).optional(),
  /** What moved to others when they stepped away, offered back when they return. */
  setAside: z
    .object({ at: instantSchema, items: z.array(idSchema).max(1000) })
    .nullable()
    .optional(),
  /** When they are expected in the week, on the desk's clock, for colleagues to read; absent: it is not said. */
  hours: z.array(weeklySpanSchema).max(50).optional(),
  /** Whether the desk has set them away because their console was gone. */
  isLost: z.boolean().optional(),
  /** When their access ends by itself; absent or null: not. */
  accessUntil: instantSchema.nullable().optional(),
  /** When they were removed; a removed member's name stays for what they did. */
  removedAt: instantSchema.nullable(),
  version: z.int().min(1),
});
export type Member = z.infer<typeof memberSchema>;

/** Whether work may be dealt to a member now. */
export function isOnShift(member: Pick<Member, "shift" | "removedAt">): boolean {
  return member.removedAt === null && (member.shift === "on" || member.shift === "tied-up");
}

/** Whether work comes to a member by itself now: on shift, and not tied up with one thing. */
export function isFree(member: Pick<Member, "shift" | "removedAt">): boolean {
  return member.removedAt === null && member.shift === "on";
}
