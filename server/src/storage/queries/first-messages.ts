import type { Reading } from "./reading.ts";
import { withArchived } from "./with-archived.ts";

export interface FirstMessagesAsked {
  readonly desk: string;
  /** Written from this time on, in ms UTC. */
  readonly from: number;
  readonly kinds: readonly string[];
  /** Null: all. */
  readonly channels: readonly string[] | null;
  readonly limit: number;
}

/** A message that made an item. */
export interface FirstMessage {
  readonly item: string;
  /** JSON. */
  readonly body: string;
  readonly message: string;
}

/** The incoming messages with which items began, the newest first. */
export const firstMessages: Reading<FirstMessagesAsked, readonly FirstMessage[]> = async (
  { db, bulk },
  { desk, from, kinds, channels, limit },
) => {
  if (kinds.length === 0 || channels?.length === 0) return [];
  let query = db
    .selectFrom("messages")
    .innerJoin("items", (join) =>
      join
        .onRef("items.desk", "=", "messages.desk")
        .onRef("items.id", "=", "messages.item")
        .onRef("items.received_seq", "=", "messages.seq"),
    )
    .select(["items.id as item", "items.body as about", "messages.id", "messages.body"])
    .where("messages.desk", "=", desk)
    .where("messages.direction", "=", "in")
    .where("messages.at", ">=", from)
    .where("items.kind", "in", kinds);
  if (channels !== null) query = query.where("items.channel", "in", channels);
  const rows = await query.orderBy("messages.at", "desc").orderBy("items.id").limit(limit).execute();
  return (await withArchived(db, bulk, desk, rows)).map(({ item, about, body }) => ({
    item,
    body: about,
    message: body,
  }));
};
