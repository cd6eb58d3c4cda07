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
import type { Tables } from "../tables.ts";
import { type ErasedTable, holds, keyOfRow, policiesOf, type RowKey, rowsAfter } from "../writings/erase-rows.ts";
import type { Reading } from "./reading.ts";

/** So many rows are looked through at a time. */
const page = 1_000;

/** The tables that tell how an author was called, and where they wrote: by these the rest is told to be theirs. */
export const tellingTables = ["items", "messages", "archive", "log"] as const satisfies readonly ErasedTable[];
export type TellingTable = (typeof tellingTables)[number];

/** What the next items, messages where they lie, or lines of the log say of an author, and from where to look on; null: that was all. */
export const authorTraces: Reading<
  { desk: string; sought: Sought; table: TellingTable; after: RowKey | null },
  { readonly traces: Traces; readonly next: RowKey | null }
> = async (source, { desk, sought, table, after }) => {
  const traces = noTraces(sought);
  const key = keyInJson(sought.author);
  const rows = await rowsAfter(source, { desk, table, after, limit: page });
  for (const row of rows) if (folded(row.body).includes(key)) traceRow(traces, table, row);
  return { traces, next: nextOf(table, rows) };
};

/** Notes what a row says of them. */
function traceRow(traces: Traces, table: TellingTable, row: Tables[TellingTable]): void {
  const { body } = row;
  // What lies in the archive says so there.
  if (body === "") return;
  if (table === "items") traceItem(traces, JSON.parse(body) as Item);
  else if (table === "log") traceChange(traces, JSON.parse(body) as Change, row.channel);
  else traceMessage(traces, (row as { item: string }).item, row.channel, JSON.parse(body) as Message);
}

/** What holds something of an author among a table's next rows. */
export interface AuthorRows {
  /** How many are what they wrote themselves. */
  readonly theirs: number;
  /** Rows by which no others are found. */
  readonly keys: readonly RowKey[];
  /** Rows that tell how they were called and in which items they wrote. */
  readonly telling: readonly RowKey[];
  /** From where to look on; null: that was all. */
  readonly next: RowKey | null;
}

/** Which of a table's next rows hold something of an author. */
export const authorRows: Reading<
  { desk: string; traces: Traces; table: ErasedTable; after: RowKey | null },
  AuthorRows
> = async (source, { desk, traces, table, after }) => {
  const rows = await rowsAfter(source, { desk, table, after, limit: page });
  const keys: RowKey[] = [];
  const telling: RowKey[] = [];
  let theirs = 0;
  for (const row of rows) {
    const held = holds(table, row, traces);
    if (held !== null) (tells(table, row, traces.sought) ? telling : keys).push(keyOfRow(table, row));
    if (held === "theirs") theirs++;
  }
  return { theirs, keys, telling, next: nextOf(table, rows) };
};

/** Whether others are found by what a row says of an author. */
function tells(table: ErasedTable, row: object, sought: Sought): boolean {
  const telling = tellingTables.find((one) => one === table);
  if (telling === undefined) return false;
  const { items, names } = tracesIn(telling, row as Tables[TellingTable], sought);
  return items.size > 0 || names.size > 0;
}

function tracesIn(table: TellingTable, row: Tables[TellingTable], sought: Sought): Traces {
  const traces = noTraces(sought);
  traceRow(traces, table, row);
  return traces;
}

/** Whether what a desk has decided names an author: the lines of the log that say so may have been cut. */
export const authorInPolicy: Reading<{ desk: string; traces: Traces }, boolean> = async (source, asked) => {
  const policies = await policiesOf(source, asked);
  return policies !== null && policies.erased !== policies.policy;
};

function nextOf(table: ErasedTable, rows: readonly object[]): RowKey | null {
  const last = rows.at(-1);
  return last === undefined || rows.length < page ? null : keyOfRow(table, last);
}
