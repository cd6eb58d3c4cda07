import type { Change } from "@flowdesk/shared/desk/change.ts";
import type { Item } from "@flowdesk/shared/desk/item/item.ts";
import type { Message } from "@flowdesk/shared/desk/item/message.ts";
import type { Policy } from "@flowdesk/shared/desk/policy/policy.ts";
import { eraseChange, eraseItem, eraseMentions, eraseMessage, mayHold } from "../../desk/erasure/erase.ts";
import { erasePolicy } from "../../desk/erasure/erase-policy.ts";
import { erasedHandle } from "../../desk/erasure/scrub.ts";
import { folded, isSought, isTheirs, type Traces } from "../../desk/erasure/traces.ts";
import type { Source } from "../queries/reading.ts";
import { authorKey } from "../rows.ts";
import { cellsOf, type columns, type Tables } from "../tables.ts";

/** The tables that hold what authors wrote or who names them, in the order in which they are looked through. */
export const erasedTables = [
  "items",
  "messages",
  "archive",
  "responses",
  "posts",
  "briefings",
  "members",
  "log",
] as const;
export type ErasedTable = (typeof erasedTables)[number];

/** What finds a row within its desk. */
const keyColumns: { readonly [T in ErasedTable]: readonly string[] } = {
  items: ["id"],
  messages: ["item", "id"],
  archive: ["item", "message"],
  responses: ["item", "message"],
  posts: ["id"],
  briefings: ["id"],
  members: ["id"],
  log: ["seq"],
};

type Row<T extends ErasedTable> = Tables[T];
export type RowKey = ReadonlyArray<string | number>;
/** A row of any of the tables. */
export interface RowAt {
  readonly table: ErasedTable;
  readonly key: RowKey;
}

/** A row without the author; null if there is nothing of them in it. */
function withoutAuthor<T extends ErasedTable>(table: T, row: Row<T>, traces: Traces): Row<T> | null;
function withoutAuthor(table: ErasedTable, row: Row<ErasedTable>, traces: Traces): object | null {
  if (table === "responses") {
    const response = row as Row<"responses">;
    return isSought(traces.sought, response.author, response.channel) ? { ...response, author: erasedHandle } : null;
  }
  const { body } = row as { readonly body: string };
  // What lies in the archive is found there.
  if (body === "") return null;
  const about = table === "items" ? (row as Row<"items">).id : ((row as { item?: string | null }).item ?? "");
  if (!traces.items.has(about) && !mayHold(folded(body), traces)) return null;
  const whole: unknown = JSON.parse(body);
  const erased = erasedBody(table, whole, row, traces);
  if (erased === whole) return null;
  const text = JSON.stringify(erased);
  if (table !== "items") return { ...row, body: text };
  const { author, thread } = erased as Item;
  return { ...row, body: text, author: authorKey(author.handle), thread };
}

function erasedBody(table: ErasedTable, whole: unknown, row: object, traces: Traces): unknown {
  switch (table) {
    case "items":
      return eraseItem(whole as Item, traces);
    case "messages":
    case "archive": {
      const { item, channel } = row as Row<"messages" | "archive">;
      return eraseMessage(whole as Message, item, channel, traces);
    }
    case "log":
      return eraseChange(whole as Change, (row as Row<"log">).channel, traces);
    default:
      return eraseMentions(whole as object, traces);
  }
}

/** The next rows of a table by their key. */
export async function rowsAfter<T extends ErasedTable>(
  { db }: Source,
  { desk, table, after, limit }: { desk: string; table: T; after: RowKey | null; limit: number },
): Promise<ReadonlyArray<Row<T>>> {
  const key = keyColumns[table];
  let query = db
    .selectFrom(table as ErasedTable)
    .selectAll()
    .where("desk", "=", desk);
  if (after !== null)
    query = query.where((eb) =>
      eb(eb.refTuple(...(key as unknown as ["id", "id"])), ">", eb.tuple(...(after as unknown as [string, string]))),
    );
  for (const column of key) query = query.orderBy(column as "id");
  return (await query.limit(limit).execute()) as unknown as ReadonlyArray<Row<T>>;
}

export function keyOfRow(table: ErasedTable, row: object): RowKey {
  return keyColumns[table].map((column) => (row as Record<string, string | number>)[column] ?? "");
}

/** Whether a row holds something of the author, and whether it is what they wrote themselves. */
export function holds<T extends ErasedTable>(table: T, row: Row<T>, traces: Traces): "theirs" | "names" | null {
  const erased = withoutAuthor(table, row, traces);
  if (erased === null) return null;
  if (table !== "messages" && table !== "archive") return "names";
  const { body, channel } = row as Row<"messages" | "archive">;
  return isTheirs(traces, JSON.parse(body) as Message, channel) ? "theirs" : "names";
}

/** What a desk has decided, as it stands and without the author; null if there is no such desk. */
export async function policiesOf(
  { db }: Source,
  { desk, traces }: { readonly desk: string; readonly traces: Traces },
): Promise<{ readonly policy: Policy; readonly erased: Policy } | null> {
  const row = await db.selectFrom("desks").select("policy").where("desk", "=", desk).executeTakeFirst();
  if (row === undefined) return null;
  const policy = JSON.parse(row.policy) as Policy;
  return { policy, erased: erasePolicy(policy, traces) };
}

/**
 * Erases the author from the rows named, all of them or none, and from the desk's own lists, and gives the desk's log a new
 * id (rule L5), so that nothing that was decided on what stood there before is written. Gives from how many of the rows
 * something was erased: what has been moved or changed since it was found may have to be found anew. To be run under the
 * desk's lock.
 */
export async function eraseRows(
  source: Source,
  asked: { desk: string; rows: readonly RowAt[]; traces: Traces; log: string },
): Promise<number> {
  const { desk, rows, traces, log } = asked;
  let reached = 0;
  for (const at of rows) if (await eraseRow(source, desk, at, traces)) reached++;
  const policies = await policiesOf(source, asked);
  if (policies === null) return 0;
  const { policy, erased } = policies;
  if (rows.length === 0 && erased === policy) return 0;
  await source.db
    .updateTable("desks")
    .set({ log, ...(erased === policy ? {} : { policy: JSON.stringify(erased) }) })
    .where("desk", "=", desk)
    .execute();
  return reached;
}

/** Erases the author from a row as it stands by now; false if it is not there any more, or holds nothing of them. */
async function eraseRow({ db, bulk }: Source, desk: string, { table, key }: RowAt, traces: Traces): Promise<boolean> {
  let query = db.selectFrom(table).selectAll().where("desk", "=", desk);
  for (const [place, column] of keyColumns[table].entries())
    query = query.where(column as "id", "=", key[place] as string);
  const row = (await query.executeTakeFirst()) as unknown as Row<typeof table> | undefined;
  const erased = row === undefined ? null : withoutAuthor(table, row, traces);
  if (erased === null) return false;
  if (table === "log") {
    const { seq, body } = erased as Row<"log">;
    await db.updateTable("log").set({ body }).where("desk", "=", desk).where("seq", "=", seq).execute();
  } else await bulk.put(table, [cellsOf(table as keyof typeof columns, erased as never)]);
  return true;
}
