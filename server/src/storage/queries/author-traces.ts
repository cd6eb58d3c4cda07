import type { Change } from "@flowdesk/shared/desk/change.ts";
import type { Item } from "@flowdesk/shared/desk/item/item.ts";
import type { Message } from "@flowdesk/shared/desk/item/message.ts";
import {
  folded,
  keyInJson,
  noTraces,
  type Sought,
  type Traces,
  traceChange,
  traceItem,
  traceMessage,
} from "../../desk/erasure/traces.ts";
import { type ErasedTable, holds, keyOfRow, type RowKey, rowsAfter } from "../writings/erase-rows.ts";
import type { Reading } from "./reading.ts";

/** So many rows are looked through at a time. */
const page = 1_000;

/** What the next items, messages where they lie, or lines of the log say of an author, and from where to look on; null: that was all. */
export const authorTraces: Reading<
  { desk: string; sought: Sought; table: "items" | "messages" | "archive" | "log"; after: RowKey | null },
  { readonly traces: Traces; readonly next: RowKey | null }
> = async (source, { desk, sought, table, after }) => {
  const traces = noTraces(sought);
  const key = keyInJson(sought.author);
  const rows = await rowsAfter(source, { desk, table, after, limit: page });
  for (const row of rows) {
    if (!folded(row.body).includes(key)) continue;
    if (table === "items") traceItem(traces, JSON.parse(row.body) as Item);
    else if (table === "log") traceChange(traces, JSON.parse(row.body) as Change, row.channel);
    else traceMessage(traces, (row as { item: string }).item, row.channel, JSON.parse(row.body) as Message);
  }
  return { traces, next: nextOf(table, rows) };
};

/** Which of a table's next rows hold something of an author, what they wrote themselves first told apart. */
export const authorRows: Reading<
  { desk: string; traces: Traces; table: ErasedTable; after: RowKey | null },
  { readonly theirs: number; readonly keys: readonly RowKey[]; readonly next: RowKey | null }
> = async (source, { desk, traces, table, after }) => {
  const rows = await rowsAfter(source, { desk, table, after, limit: page });
  const keys: RowKey[] = [];
  let theirs = 0;
  for (const row of rows) {
    const held = holds(table, row, traces);
    if (held !== null) keys.push(keyOfRow(table, row));
    if (held === "theirs") theirs++;
  }
  return { theirs, keys, next: nextOf(table, rows) };
};

function nextOf(table: ErasedTable, rows: readonly object[]): RowKey | null {
  const last = rows.at(-1);
  return last === undefined || rows.length < page ? null : keyOfRow(table, last);
}
