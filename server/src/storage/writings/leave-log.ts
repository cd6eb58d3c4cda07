import type { Source } from "../queries/reading.ts";

/** Gives a desk's log the id `log` if it has the id `former` (rule L5). Gives 1 if it had, else 0. To be run under the desk's lock. */
export async function leaveLog(
  { db }: Source,
  { desk, former, log }: { desk: string; former: string; log: string },
): Promise<number> {
  const { numUpdatedRows } = await db
    .updateTable("desks")
    .set({ log })
    .where("desk", "=", desk)
    .where("log", "=", former)
    .executeTakeFirstOrThrow();
  return Number(numUpdatedRows);
}
