import type { Source } from "../queries/reading.ts";

/** So many of the newest lines stay however old they are: consoles that were away go on from them. */
export const linesKept = 4_000;

/**
 * Takes the oldest lines of a desk's log away, at most `limit` of them, as far as they were written before `before` (ms
 * UTC). Gives how many. To be run under the desk's lock.
 */
export async function cutLog(
  { db }: Source,
  { desk, before, limit }: { desk: string; before: number; limit: number },
): Promise<number> {
  const head = await db.selectFrom("desks").select("seq").where("desk", "=", desk).executeTakeFirst();
  if (head === undefined) return 0;
  const oldest = await db
    .selectFrom("log")
    .select(["seq", "at"])
    .where("desk", "=", desk)
    .orderBy("seq")
    .limit(limit)
    .execute();
  const over = oldest.filter(({ seq, at }) => at < before && seq <= head.seq - linesKept);
  const last = over.at(-1);
  // Times never run backwards in a log (rule L2), so that what is older is what stands first.
  if (last !== undefined) await db.deleteFrom("log").where("desk", "=", desk).where("seq", "<=", last.seq).execute();
  return over.length;
}
