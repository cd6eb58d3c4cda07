import { type NotNull, sql } from "kysely";
import { authorKey } from "../rows.ts";
import { isFound } from "./is-found.ts";
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

/** The index by author goes by so many numbers of the log at a time: see its migration. Not to be altered. */
const span = sql.lit(16_384);

/** The items of an author on a channel, the one with the newest message first, at most `limit`. */
export const itemsOfAuthor: Reading<
  { desk: string; channel: string; author: string; limit: number },
  readonly string[]
> = async ({ db }, { desk, channel, author, limit }) => {
  const rows = await db
    .withRecursive("spans(number)", (cte) =>
      cte
        .selectNoFrom(sql<number>`0`.as("number"))
        .unionAll((all) =>
          all
            .selectFrom("spans")
            .select(sql<number>`spans.number + 1`.as("number"))
            .where(sql<boolean>`spans.number < (select seq / ${span} from desks where desk = ${desk})`),
        ),
    )
    .selectFrom("spans")
    .leftJoin("items", (join) =>
      join
        .on("items.desk", "=", desk)
        .on(sql`items.received_seq / ${span}`, "=", sql.ref("spans.number"))
        .on("items.channel", "=", channel)
        .on("items.author", "=", authorKey(author)),
    )
    .where(isFound("items.id"))
    .select("items.body")
    .$narrowType<{ body: NotNull }>()
    .orderBy("items.newest_at", "desc")
    .orderBy("items.received_seq", "desc")
    .limit(limit)
    .execute();
  return rows.map(({ body }) => body);
};
