import type { BatchKeys } from "../../desk/store.ts";
import { type BatchTexts, loadBatch, type RosterVersion } from "./load-batch.ts";
import type { Source } from "./reading.ts";

/** What a batch touches, beside the lock: to decide it while another is being written. Null if there is no such desk. */
export function batch(
  { db, bulk }: Source,
  { desk, keys, has }: { desk: string; keys: BatchKeys; has: RosterVersion | null },
): Promise<BatchTexts | null> {
  return loadBatch(db, bulk, desk, keys, has);
}
