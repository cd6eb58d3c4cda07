import type { KnownHistory } from "../../desk/store.ts";
import type { Reading } from "./reading.ts";

/**
 * Whether a desk's history is not the one any more that was known of it, under the same id: it does not go as far, or has
 * changes of other times under the same numbers. Lines that were cut from the log tell nothing. A desk that is gone, or
 * whose log has another id, is not set back.
 */
export const isSetBack: Reading<{ desk: string; known: KnownHistory }, boolean> = async ({ db }, { desk, known }) => {
  const [first, last] = [known.lines[0], known.lines.at(-1)];
  const head = await db.selectFrom("desks").select(["log", "seq", "at"]).where("desk", "=", desk).executeTakeFirst();
  if (first === undefined || last === undefined || head === undefined || head.log !== known.log) return false;
  if (head.seq < last.seq || (head.seq === last.seq && head.at !== last.at)) return true;
  const lines = await db
    .selectFrom("log")
    .select(["seq", "at"])
    .where("desk", "=", desk)
    .where("seq", ">=", first.seq)
    .where("seq", "<=", last.seq)
    .execute();
  const times = new Map(lines.map(({ seq, at }) => [seq, at]));
  return known.lines.some(({ seq, at }) => (times.get(seq) ?? at) !== at);
};
