import type { Kysely } from "kysely";
import type { Tables } from "../tables.ts";
import type { Bulk } from "./bulk.ts";

/** The rows of messages with their bodies, those that lie in the archive too. */
export async function withArchived<Row extends { readonly item: string; readonly id: string; readonly body: string }>(
  db: Kysely<Tables>,
  bulk: Bulk,
  desk: string,
  rows: readonly Row[],
): Promise<readonly Row[]> {
  const away = rows.filter(({ body }) => body === "");
  if (away.length === 0) return rows;
  const found = await db
    .selectFrom("archive")
    .select(["item", "message", "body"])
    .where("desk", "=", desk)
    .where(bulk.among("item", [...new Set(away.map(({ item }) => item))]))
    .where(
      bulk.among(
        "message",
        away.map(({ id }) => id),
      ),
    )
    .execute();
  const bodies = new Map(found.map(({ item, message, body }) => [`${item}\n${message}`, body]));
  return rows.map((row) => {
    if (row.body !== "") return row;
    const body = bodies.get(`${row.item}\n${row.id}`);
    if (body === undefined) throw new Error(`The message ${row.id} of item ${row.item} is not in the archive`);
    return { ...row, body };
  });
}
