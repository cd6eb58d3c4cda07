import { authorKey } from "../rows.ts";
import { loadThreads, type ThreadTexts } from "./load-batch.ts";
import type { Reading } from "./reading.ts";

/** One item with its thread, as of the desk's `seq`. Null if there is no such item. */
export const item: Reading<
  { desk: string; item: string },
  { readonly seq: number; readonly body: string; readonly thread: ThreadTexts } | null
> = async ({ db, bulk }, { desk, item: id }) => {
  const row = await db
    .selectFrom("items")
    .innerJoin("desks", "desks.desk", "items.desk")
    .select(["desks.seq", "items.body"])
    .where("items.desk", "=", desk)
    .where("items.id", "=", id)
    .executeTakeFirst();
  const [thread] = await loadThreads(db, bulk, desk, [id]);
  return row === undefined || thread === undefined ? null : { ...row, thread };
};

/** The items of an author on a channel, the one with the newest message first, at most `limit`. */
export const itemsOfAuthor: Reading<
  { desk: string; channel: string; author: string; limit: number },
  readonly string[]
> = async ({ db }, { desk, channel, author, limit }) => {
  const rows = await db
    .selectFrom("items")
    .select("body")
    .where("desk", "=", desk)
    .where("channel", "=", channel)
    .where("author", "=", authorKey(author))
    .orderBy("newest_at", "desc")
    .orderBy("received_seq", "desc")
    .limit(limit)
    .execute();
  return rows.map(({ body }) => body);
};
