import type { KnownHistory } from "../../desk/store.ts";
import { isSetBack } from "../queries/is-set-back.ts";
import type { Source } from "../queries/reading.ts";

/**
 * Gives a desk's log the id `log` if its history was set back behind what was known of it (rule L5). Gives 1 if it was,
 * else 0. To be run under the desk's lock: numbers never go back within one history, so that what was committed before
 * is seen there, or lost.
 */
export async function renewLog(
  source: Source,
  { desk, known, log }: { desk: string; known: KnownHistory; log: string },
): Promise<number> {
  if (!(await isSetBack(source, { desk, known }))) return 0;
  await source.db.updateTable("desks").set({ log }).where("desk", "=", desk).execute();
  return 1;
}
