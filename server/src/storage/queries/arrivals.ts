import { minute } from "@flowdesk/shared/time/instant.ts";
import { sql } from "kysely";
import type { Reading } from "./reading.ts";

/** What came in within one minute by one channel and kind. */
export interface ArrivedMinute {
  readonly channel: string;
  readonly kind: string;
  /** Minutes since 1970. */
  readonly minute: number;
  readonly count: number;
  /** The time of the last of them, in ms. */
  readonly last: number;
}

/**
 * Incoming messages by channel, kind and minute of their own time, from `from` up to `until` (ms, both included). Reads
 * the index of arrivals alone, never a message.
 */
export const arrivals: Reading<{ desk: string; from: number; until: number }, readonly ArrivedMinute[]> = async (
  { db },
  { desk, from, until },
) => {
  const ofMinute = sql<number>`at / ${sql.lit(minute)}`;
  const rows = await db
    .selectFrom("messages")
    .select(({ fn }) => [
      "channel",
      "kind",
      ofMinute.as("minute"),
      fn.countAll<number>().as("count"),
      fn.max("at").as("last"),
    ])
    .where("desk", "=", desk)
    .where("direction", "=", sql.lit("in"))
    .where("at", ">=", from)
    .where("at", "<=", until)
    .groupBy(["channel", "kind", ofMinute])
    .execute();
  return rows.flatMap(({ channel, kind, ...row }) =>
    kind === null
      ? []
      : [{ channel, kind, minute: Number(row.minute), count: Number(row.count), last: Number(row.last) }],
  );
};
