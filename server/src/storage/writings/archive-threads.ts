import { sql } from "kysely";
import type { Source } from "../queries/reading.ts";
import { type CellRow, cellsOf } from "../tables.ts";

/**
 * Moves the bodies of messages into the archive whose items were closed or dismissed before `before` (ms UTC) and have
 * not been altered since: of at most `limit` items at most `limit` messages, the longest closed first. Gives how many
 * rows it came to; less than `limit` once there is nothing left. What the desk says of the items is the same as before, so
 * that nothing of it stands in the log. To be run under the desk's lock.
 */
export async function archiveThreads(
  { db, bulk }: Source,
  { desk, before, limit }: { desk: string; before: number; limit: number },
): Promise<number> {
  const items = await db
    .selectFrom("items")
    .select("id")
    .where("desk", "=", desk)
    .where("archived", "=", sql.lit(0))
    .where("closed_at", "<", before)
    .orderBy("closed_at")
    .orderBy("id")
    .limit(limit)
    .execute();
  if (items.length === 0) return 0;
  const messages = await db
    .selectFrom("messages")
    .select(["item", "id", "channel", "body"])
    .where("desk", "=", desk)
    .where(
      bulk.among(
        "item",
        items.map(({ id }) => id),
      ),
    )
    .where("body", "<>", "")
    .orderBy("item")
    .orderBy("id")
    .limit(limit)
    .execute();
  await bulk.put(
    "archive",
    messages.map(({ id, ...row }): CellRow => cellsOf("archive", { desk, message: id, ...row })),
  );
  if (messages.length > 0)
    await db
      .updateTable("messages")
      .set({ body: "" })
      .where("desk", "=", desk)
      .where(bulk.among("item", [...new Set(messages.map(({ item }) => item))]))
      .where(
        bulk.among(
          "id",
          messages.map(({ id }) => id),
        ),
      )
      .execute();
  // Of more messages than these the last item's may not all have been among them, and those behind it not at all.
  const last = messages.length < limit ? null : (messages.at(-1)?.item ?? null);
  const whole = items.map(({ id }) => id).filter((id) => last === null || id < last);
  await db.updateTable("items").set({ archived: 1 }).where("desk", "=", desk).where(bulk.among("id", whole)).execute();
  return Math.max(items.length, messages.length);
}
