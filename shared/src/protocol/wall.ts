import { z } from "zod";
import { shiftSchema } from "../desk/member/member.ts";
import { variantStateSchema } from "../desk/post/post.ts";
import { instantSchema } from "../time/instant.ts";
import { personNameSchema } from "./account.ts";
import { pulseMinutes } from "./pulse.ts";

/** A channel on the wall: one of the house's own. Spans in ms. */
const wallChannelSchema = z.object({
  id: z.string(),
  name: z.string(),
  /** Arrivals in the last sixty seconds or so. */
  perMinute: z.int().min(0),
  /** How long it has been silent, where that is longer than usual; direct messages apart. */
  silentMs: z.int().nullable(),
  dmSilentMs: z.int().nullable(),
  /** Whether what comes in goes to somebody, or somebody who answers is on shift where nobody has a standing order. */
  covered: z.boolean(),
});

/** A colleague who is at work, by first name. */
const wallPersonSchema = z.object({
  name: z.string(),
  shift: shiftSchema.exclude(["off"]),
  since: instantSchema.nullable(),
  load: z.int().min(0),
  /** How many items they can hold; 0 for who is dealt none. */
  capacity: z.int().min(0),
});

const wallPostSchema = z.object({
  title: z.string(),
  at: instantSchema,
  variants: z.array(z.object({ channel: z.string(), state: variantStateSchema, late: z.boolean() })),
});

/**
 * The answer to `GET /api/wall`, and of `GET /api/desks/:desk/wall` for members: what a big screen in the room shows.
 * Nobody outside is named in it, and nothing of it was written by one person alone.
 */
export const wallSchema = z.object({
  desk: z.object({ name: z.string(), zone: z.string(), demonstration: z.boolean() }),
  now: instantSchema,
  /** Names the console that the server gives out: a page of another one loads itself anew. Null where it gives none. */
  release: z.string().nullable(),
  numbers: z.object({
    unseenUrgent: z.int().min(0),
    practicalOverdue: z.int().min(0),
    /** Items in which somebody waits for an answer. */
    open: z.int().min(0),
    notTaken: z.int().min(0),
    overdue: z.int().min(0),
  }),
  /** Arrivals by all channels in each of the last 60 minutes, the oldest first. */
  arrivals: z.array(z.int().min(0)).length(pulseMinutes),
  channels: z.array(wallChannelSchema),
  people: z.array(wallPersonSchema),
  /** In order of time. */
  posts: z.array(wallPostSchema),
  /** What most people ask, in words that at least three of them use; null if no three ask the same. */
  question: z.object({ text: z.string(), people: z.int().min(3) }).nullable(),
});
export type Wall = z.infer<typeof wallSchema>;

/** `POST /api/desks/:desk/walls`: `name` says where the screen hangs. */
export const newWallSchema = z.object({ name: personNameSchema });

/** The link of a wall without its secret. Times are instants; `createdBy` is a member. */
export const wallLinkSchema = z.object({
  id: z.string(),
  name: z.string(),
  createdAt: instantSchema,
  createdBy: z.string().nullable(),
  lastUsedAt: instantSchema.nullable(),
});
export type WallLink = z.infer<typeof wallLinkSchema>;
