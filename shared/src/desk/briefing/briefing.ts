import { z } from "zod";
import { instantSchema } from "../../time/instant.ts";
import { idSchema } from "../id.ts";
import { kindSchema, needSchema } from "../item/need.ts";

/**
 * `briefing`: tonight's lines and the numbers to call, the newest in force; `announcement`: a message to the whole team;
 * `hand-over`: what somebody left behind at the end of their shift.
 */
export const briefingKinds = ["briefing", "announcement", "hand-over"] as const;

/** Longest text of a briefing, in UTF-16 units. */
export const longestBriefing = 10_000;

export const phoneNumberSchema = z.object({
  name: z.string().trim().min(1).max(120),
  number: z.string().trim().min(1).max(60),
});
export type PhoneNumber = z.infer<typeof phoneNumberSchema>;

/**
 * An open item of a hand-over, without anything of what people wrote: everybody reads hand-overs, and who may see the
 * item finds the rest in it.
 */
export const leftItemSchema = z.object({
  item: idSchema,
  channel: z.string(),
  kind: kindSchema,
  need: needSchema,
  dueAt: instantSchema.nullable(),
  promisedUntil: instantSchema.nullable(),
  isOnOthers: z.boolean(),
  /** Who has it now; null: the queue. */
  to: idSchema.nullable(),
});
export type LeftItem = z.infer<typeof leftItemSchema>;

/** Most items that a hand-over lists one by one. */
export const longestHandOver = 200;

export const handOverSchema = z.object({
  member: idSchema,
  /** The shift: its begin, null if it is not known, and its end. */
  from: instantSchema.nullable(),
  until: instantSchema,
  /** What they left, the most pressing first. */
  left: z.array(leftItemSchema).max(longestHandOver),
  /** How many there were, where they are more than are listed. */
  leftInAll: z.int().min(0),
  /** What waited with each member right after. */
  loads: z.array(z.object({ member: idSchema, items: z.int().min(1) })).max(1000),
});
export type HandOver = z.infer<typeof handOverSchema>;

/** A text for the team, with who has read it. */
export const briefingSchema = z.object({
  id: idSchema,
  kind: z.enum(briefingKinds),
  text: z.string().max(longestBriefing),
  numbers: z.array(phoneNumberSchema).max(100),
  by: idSchema,
  at: instantSchema,
  /** In the order in which they read it. */
  readBy: z.array(z.object({ member: idSchema, at: instantSchema })),
  handOver: handOverSchema.optional(),
  version: z.int().min(1),
});
export type Briefing = z.infer<typeof briefingSchema>;

/** So many of the newest a console holds. */
export const briefingsAtHand = 200;

/** Newest first; the order in which they are shown, and in which the oldest leave a console. */
export function newestFirst(a: Pick<Briefing, "at" | "id">, b: Pick<Briefing, "at" | "id">): number {
  return a.at !== b.at ? (a.at < b.at ? 1 : -1) : a.id < b.id ? 1 : a.id > b.id ? -1 : 0;
}

/** The briefing in force: the newest of its kind; undefined if there is none. */
export function briefingInForce(briefings: Iterable<Briefing>): Briefing | undefined {
  let newest: Briefing | undefined;
  for (const briefing of briefings) {
    if (briefing.kind === "briefing" && (newest === undefined || newestFirst(briefing, newest) < 0)) newest = briefing;
  }
  return newest;
}
