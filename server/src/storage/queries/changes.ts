import type { Reading } from "./reading.ts";

/** A line of the log as text, with the channel and kind of the item it is about. */
export interface ChangeText {
  readonly body: string;
  readonly channel: string | null;
  readonly kind: string | null;
}

/** Changes after `since` in order, at most `limit`. */
export const changes: Reading<{ desk: string; since: number; limit: number }, readonly ChangeText[]> = (
  { db },
  { desk, since, limit },
) =>
  db
    .selectFrom("log")
    .select(["body", "channel", "kind"])
    .where("desk", "=", desk)
    .where("seq", ">", since)
    .orderBy("seq")
    .limit(limit)
    .execute();
