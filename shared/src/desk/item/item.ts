import { z } from "zod";
import { instantSchema } from "../../time/instant.ts";
import { idSchema } from "../id.ts";
import { authorSchema, parentSchema } from "./message.ts";
import { kindSchema, needSchema } from "./need.ts";

/**
 * `waiting`: nobody has it; `assigned`: somebody does; `answered`: nothing stands unanswered; `snoozed` until a time;
 * `on-others`: passed on, the wait goes on; `closed` and `dismissed` are out of the open work.
 */
export const statuses = ["waiting", "assigned", "snoozed", "on-others", "answered", "closed", "dismissed"] as const;
export const statusSchema = z.enum(statuses);
export type Status = z.infer<typeof statusSchema>;

export const dismissalReasons = ["no-reply-needed", "spam", "duplicate", "hidden"] as const;
export const dismissalReasonSchema = z.enum(dismissalReasons);

/** How a wait stands against its target: calm, at risk (by default from 75 % of it), overdue. */
export const markSchema = z.enum(["calm", "at-risk", "overdue"]);
export type Mark = z.infer<typeof markSchema>;

export const promiseSchema = z.object({
  /** By when an answer was promised. */
  until: instantSchema,
  by: idSchema,
  overdue: z.boolean(),
});

export const leavingSchema = z.object({
  message: idSchema,
  by: idSchema,
  /** When it leaves by itself; null where a person copies it out and presses *sent*. */
  leavesAt: instantSchema.nullable(),
  /** What the reply promises, once it has left. */
  promise: instantSchema.nullable(),
});
export type Leaving = z.infer<typeof leavingSchema>;

/**
 * One incoming thing with its thread: what snapshot and feed carry. Its messages are fetched apart. Times are instants;
 * a null time means that the thing is not so now.
 */
export const itemSchema = z.object({
  id: idSchema,
  channel: z.string(),
  kind: kindSchema,
  author: authorSchema,
  /** The newest incoming text, shortened. */
  preview: z.string(),
  status: statusSchema,
  need: needSchema,
  /** The member who set the need by hand, which then only something urgent alters. Absent: the rules set it. */
  needBy: idSchema.optional(),
  /** The member who has it. */
  assignee: idSchema.nullable(),
  /** The member who had it last, if it is nobody's now. */
  lastAssignee: idSchema.nullable(),
  /** Out of whose hands it went back to the queue: it does not come to them again by itself. */
  putBackBy: idSchema.nullable().optional(),
  /** When it was last taken or given; null in the queue. */
  assignedAt: instantSchema.nullable(),
  /** Raised by hand, 0 to 3; more is more pressing. */
  priority: z.int().min(0).max(3),
  tags: z.array(z.string()),
  /** The platform's id of the conversation, or what stands for it. */
  thread: z.string().nullable(),
  parent: parentSchema.nullable(),
  lang: z.string().nullable(),
  url: z.string().nullable(),
  /** Waits so far, the present one included. */
  waits: z.int().min(0),
  /** The time of the oldest incoming message that nobody has answered. */
  awaitingSince: instantSchema.nullable(),
  /** The target in force for the present wait in ms; null where no clock runs. */
  targetMs: z.int().nullable(),
  riskAt: instantSchema.nullable(),
  dueAt: instantSchema.nullable(),
  mark: markSchema,
  /** By when a person should have seen it; null where the target does not say. */
  seeBy: instantSchema.nullable(),
  /** The first time that a person opened or claimed it. */
  seenAt: instantSchema.nullable(),
  seenBy: idSchema.nullable(),
  promise: promiseSchema.nullable(),
  snoozedUntil: instantSchema.nullable(),
  /** Whom or what it waits on, as passed on. */
  passedOn: z.string().nullable(),
  /** The dismissal in force, with the wait that it ended, which resumes if the dismissal is voided. */
  dismissed: z
    .object({ reason: dismissalReasonSchema, by: idSchema, at: instantSchema, since: instantSchema.nullable() })
    .nullable(),
  /** Replies on their way out, oldest first. */
  leaving: z.array(leavingSchema),
  /** Whether a person has answered publicly before. */
  answeredBefore: z.boolean(),
  answeredAt: instantSchema.nullable(),
  closedAt: instantSchema.nullable(),
  /** Messages from outside and to outside, notes apart. */
  messages: z.int().min(0),
  /** The newest message from or to outside by (time, id); what comes in older than this is late history. */
  newest: z.object({ at: instantSchema, externalId: z.string() }),
  /** When the desk got it. */
  receivedAt: instantSchema,
  version: z.int().min(1),
});
export type Item = z.infer<typeof itemSchema>;

/** Whether an item is part of the open work: what a console holds. */
export function isOpen(item: Pick<Item, "status">): boolean {
  return item.status !== "closed" && item.status !== "dismissed";
}

/** Whether an item stands in the queue: nobody has it, it waits, and it needs an answer. */
export function isQueued(item: Pick<Item, "status" | "need" | "awaitingSince">): boolean {
  return item.status === "waiting" && item.need !== "watch" && item.awaitingSince !== null;
}
