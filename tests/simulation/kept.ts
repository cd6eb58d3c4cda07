import type { LoggedChange, Store } from "@flowdesk/server/desk/store.ts";
import { threadOf } from "@flowdesk/server/storage/loaded-batch.ts";
import { TableStore } from "@flowdesk/server/storage/table-store.ts";
import { idOf, isItemChange } from "@flowdesk/shared/desk/change.ts";
import type { Item } from "@flowdesk/shared/desk/item/item.ts";
import type { Response } from "@flowdesk/shared/desk/item/response.ts";
import type { Thread } from "@flowdesk/shared/desk/state.ts";
import { millis } from "@flowdesk/shared/time/instant.ts";
import { noKeys } from "../fixtures/desk-in-store.ts";

/** What a database keeps of a desk's items, open and closed: each with its thread, and the table of responses. */
interface Kept {
  readonly items: ReadonlyArray<{ readonly item: Item | undefined; readonly thread: Thread | undefined }>;
  readonly responses: ReadonlyArray<Record<string, unknown>>;
}

/** What is kept of every item that a log tells of. */
export async function keptOf(engine: Store, desk: string, log: readonly LoggedChange[]): Promise<Kept> {
  const ids = new Set(log.flatMap(({ change }) => (isItemChange(change) ? [idOf(change.item)] : [])));
  return engine instanceof TableStore ? keptInTables(engine, desk, [...ids]) : keptInMemory(engine, desk, [...ids]);
}

async function keptInTables(engine: TableStore, desk: string, ids: readonly string[]): Promise<Kept> {
  // Asked as a batch asks, past what the store has at hand: one question for all of them.
  const read = await engine.read("batch", { desk, keys: { ...noKeys, threads: ids }, has: null });
  const items = new Map(read?.items.map((body) => JSON.parse(body) as Item).map((item) => [item.id, item]));
  const threads = new Map(read?.threads.map((texts) => [texts.item, threadOf(texts)]));
  // Not by the items: a row that is no item's, or another desk's, would not be seen.
  const { rows } = await engine.query(`select * from responses where desk = '${desk}'`, [], false);
  return {
    items: ids.map((id) => ({ item: items.get(id), thread: threads.get(id) })),
    // In which order they came their threads show.
    responses: rows.map(({ desk: _, seq, position, ...row }) => row).sort(byKey),
  };
}

async function keptInMemory(engine: Store, desk: string, ids: readonly string[]): Promise<Kept> {
  const all = await Promise.all(ids.map((id) => engine.item(desk, id)));
  return {
    items: all.map((found) => ({ item: found?.item, thread: found?.thread })),
    responses: all.flatMap((found) => found?.thread.responses.map(rowOf) ?? []).sort(byKey),
  };
}

/** A response as its row is to be. */
function rowOf({ from, to, targetMs, within, first, ...same }: Response): Record<string, unknown> {
  return {
    ...same,
    from_at: millis(from),
    to_at: millis(to),
    target_ms: targetMs,
    within: within ? 1 : 0,
    first: first ? 1 : 0,
  };
}

function byKey(a: Record<string, unknown>, b: Record<string, unknown>): number {
  return `${a.item} ${a.message}` < `${b.item} ${b.message}` ? -1 : 1;
}
