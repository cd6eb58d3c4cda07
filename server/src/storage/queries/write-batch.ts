import { closesAt, nextWake } from "@flowdesk/shared/clock/wakes.ts";
import type { Item } from "@flowdesk/shared/desk/item/item.ts";
import { type Kysely, sql } from "kysely";
import type { BatchRows } from "../batch-rows.ts";
import { column } from "../rows.ts";
import type { Tables } from "../tables.ts";
import type { Bulk } from "./bulk.ts";

/**
 * Writes what a batch has come to. To be run in the transaction that loaded it (rule L1). `reading` gives answers where
 * `db` only sends.
 */
export async function writeBatch(
  db: Kysely<Tables>,
  bulk: Bulk,
  rows: BatchRows,
  reading: Kysely<Tables> = db,
): Promise<void> {
  const { desk, seq, at, roster, altered } = rows;
  if (roster === null && altered === null) {
    // Nearly every batch: a query that is built and compiled each time costs a command as much as its rows.
    await bulk.moveOn(desk, seq, at);
  } else {
    await db
      .updateTable("desks")
      .set({ seq, at, ...(roster === null ? {} : { roster }), ...altered })
      .where("desk", "=", desk)
      .execute();
  }
  await bulk.put("members", rows.members);
  await bulk.put("channels", rows.channels);
  await bulk.put("items", rows.items);
  await bulk.put("messages", rows.messages);
  if (rows.rederived.length > 0) {
    await db.deleteFrom("responses").where("desk", "=", desk).where(bulk.among("item", rows.rederived)).execute();
  }
  await bulk.put("responses", rows.responses);
  await bulk.put("posts", rows.posts);
  await bulk.put("briefings", rows.briefings);
  await bulk.put("log", rows.log);
  if (rows.closeAfterMs !== null) await rewake(db, reading, desk, rows.closeAfterMs);
}

/** Sets the timers again of what closes by itself, after the desk has decided that it closes sooner or later. */
async function rewake(db: Kysely<Tables>, reading: Kysely<Tables>, desk: string, closeAfterMs: number): Promise<void> {
  const rows = await reading
    .selectFrom("items")
    .select(["id", "body"])
    .where("desk", "=", desk)
    .where("open", "=", sql.lit(1))
    .where((eb) => eb.or([eb("status", "=", "answered"), eb("need", "=", "watch")]))
    .execute();
  for (const { id, body } of rows) {
    const item = JSON.parse(body) as Item;
    if (closesAt(item, { closeAfterMs }) === null) continue;
    await db
      .updateTable("items")
      .set({ wakes_at: column(nextWake(item, { closeAfterMs })) })
      .where("desk", "=", desk)
      .where("id", "=", id)
      .execute();
  }
}
