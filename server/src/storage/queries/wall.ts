import { hour } from "@flowdesk/shared/time/instant.ts";
import { sql } from "kysely";
import type { DeskRow } from "../tables.ts";
import type { Reading } from "./reading.ts";

/** Posts of so long ago and so far ahead are of interest in the room, in ms. */
const postsBehind = 3 * hour;
const postsAhead = 6 * hour;
/** What is asked now: public messages that came in within so long, in ms, at most so many. */
const askedWithin = hour;
const mostAsked = 400;
/** More urgent items than that are not looked at one by one. */
const mostUrgent = 1_000;

/** What a wall is made of; entities as text. Items are given for what can be counted of them, never to be shown. */
export interface WallWork {
  readonly desk: DeskRow;
  readonly members: readonly string[];
  readonly channels: readonly string[];
  readonly posts: readonly string[];
  /** Open urgent items in which somebody waits. */
  readonly urgent: readonly string[];
  /** Public items of late in which somebody waits for an answer, the newest first. */
  readonly asked: readonly string[];
  /** Items in which somebody waits, those of them that nobody has, and those over their time. */
  readonly waiting: number;
  readonly queued: number;
  readonly overdue: number;
  readonly practicalOverdue: number;
  /** How many open items each member has that are not answered. */
  readonly loads: ReadonlyArray<{ readonly member: string; readonly items: number }>;
}

/** What a wall shows of a desk at `now` (ms). Null if there is no such desk. */
export const wall: Reading<{ desk: string; now: number }, WallWork | null> = async ({ db }, { desk: id, now }) => {
  const desk = await db.selectFrom("desks").selectAll().where("desk", "=", id).executeTakeFirst();
  if (desk === undefined) return null;
  const bodies = (rows: ReadonlyArray<{ body: string }>) => rows.map(({ body }) => body);
  const open = db.selectFrom("items").where("desk", "=", id).where("open", "=", sql.lit(1));
  const waits = open.where("awaiting_since", "is not", null);
  const count = (condition: ReturnType<typeof sql<boolean>>) =>
    sql<number>`coalesce(sum(case when ${condition} then 1 else 0 end), 0)`;
  const isOver = sql<boolean>`due_at <= ${now}`;
  const counts = await waits
    .where("need", "<>", "watch")
    .select(({ fn }) => [
      fn.countAll<number>().as("waiting"),
      count(sql`queued = 1`).as("queued"),
      count(isOver).as("overdue"),
      count(sql`need = 'practical' and ${isOver}`).as("practicalOverdue"),
    ])
    .executeTakeFirstOrThrow();
  const loads = await open
    .where("assignee", "is not", null)
    .where("status", "<>", "answered")
    .select(({ fn }) => ["assignee", fn.countAll<number>().as("items")])
    .groupBy("assignee")
    .execute();
  return {
    desk,
    members: bodies(await db.selectFrom("members").select("body").where("desk", "=", id).orderBy("id").execute()),
    channels: bodies(await db.selectFrom("channels").select("body").where("desk", "=", id).orderBy("id").execute()),
    posts: bodies(
      await db
        .selectFrom("posts")
        .select("body")
        .where("desk", "=", id)
        .where("at", ">=", now - postsBehind)
        .where("at", "<=", now + postsAhead)
        .orderBy("at")
        .orderBy("id")
        .execute(),
    ),
    urgent: bodies(
      await waits
        .select("body")
        .where("need", "=", sql.lit("urgent"))
        .orderBy("received_seq", "desc")
        .limit(mostUrgent)
        .execute(),
    ),
    asked: bodies(
      await waits
        .select("body")
        .where("kind", "<>", "dm")
        .where("need", "in", ["practical", "answer"])
        .where("received_at", ">=", now - askedWithin)
        .orderBy("received_seq", "desc")
        .limit(mostAsked)
        .execute(),
    ),
    waiting: Number(counts.waiting),
    queued: Number(counts.queued),
    overdue: Number(counts.overdue),
    practicalOverdue: Number(counts.practicalOverdue),
    loads: loads.flatMap(({ assignee, items }) =>
      assignee === null ? [] : [{ member: assignee, items: Number(items) }],
    ),
  };
};
