import { z } from "zod";
import { briefingSchema } from "../desk/briefing/briefing.ts";
import { channelSchema } from "../desk/channel/channel.ts";
import { deskSchema } from "../desk/desk.ts";
import { itemSchema } from "../desk/item/item.ts";
import { memberSchema } from "../desk/member/member.ts";
import { postSchema } from "../desk/post/post.ts";
import { instantSchema } from "../time/instant.ts";

/** The first line of `GET /api/desks/:desk/snapshot`. */
export const snapshotHeadSchema = z.object({
  desk: deskSchema.shape.id,
  log: z.string(),
  seq: z.int(),
  now: instantSchema,
  name: deskSchema.shape.name,
  zone: deskSchema.shape.zone,
  policy: deskSchema.shape.policy,
  demonstration: deskSchema.shape.demonstration,
  /** The member who asks. */
  me: z.string(),
  /** How many lines follow. */
  entities: z.int(),
});
export type SnapshotHead = z.infer<typeof snapshotHeadSchema>;

/** Each further line: one entity under its kind. */
export const snapshotLineSchema = z.union([
  z.object({ member: memberSchema }),
  z.object({ channel: channelSchema }),
  z.object({ item: itemSchema }),
  z.object({ post: postSchema }),
  z.object({ briefing: briefingSchema }),
]);
export type SnapshotLine = z.infer<typeof snapshotLineSchema>;
