import { isDeepStrictEqual } from "node:util";
import { openDesks, type Where } from "@flowdesk/server/compose.ts";
import { evolve } from "@flowdesk/shared/desk/evolve.ts";
import { emptyState } from "@flowdesk/shared/desk/state.ts";
import type { Table } from "@flowdesk/shared/desk/table.ts";
import { plain } from "../fixtures/console.ts";
import { faultDesk } from "./grounds/ground.ts";

/** Of a log so many changes are read at a time. */
const page = 5_000;
/** Of what differs at most so many are put in words. */
const mostNamed = 5;

/**
 * Whether what the servers left in their tables is what their log comes to, change by change: what differs, as sentences.
 * To be asked when they have ended.
 */
export async function replayFlaws(where: Where): Promise<readonly string[]> {
  const desks = await openDesks(where);
  try {
    const copy = await desks.store.copy(faultDesk);
    if (copy === null) return ["The desk is gone"];
    let replayed = emptyState(copy.state.desk);
    let seq = 0;
    while (seq < copy.head.seq) {
      const changes = await desks.store.changes(faultDesk, seq, page);
      if (changes.length === 0) return [`The log ends at ${seq}, and the desk stands at ${copy.head.seq}`];
      for (const { change } of changes) replayed = evolve(replayed, change);
      seq += changes.length;
    }
    if (isDeepStrictEqual(plain(copy.state), plain(replayed))) return [];
    const flaws = (["members", "channels", "items", "posts", "briefings"] as const).flatMap((part) =>
      differing(part, copy.state[part], replayed[part]),
    );
    return flaws.length > 0 ? flaws : ["The tables differ from what the log comes to"];
  } finally {
    await desks.close();
  }
}

function differing(part: string, kept: Table<unknown>, replayed: Table<unknown>): string[] {
  const ids = [...new Set([...kept, ...replayed].map(([id]) => id))];
  const differ = ids.filter((id) => JSON.stringify(kept.get(id)) !== JSON.stringify(replayed.get(id)));
  return differ
    .slice(0, mostNamed)
    .map(
      (id) =>
        `${differ.length} of ${part} differ: ${id} is kept as ${JSON.stringify(kept.get(id))} and comes to ${JSON.stringify(replayed.get(id))}`,
    );
}
