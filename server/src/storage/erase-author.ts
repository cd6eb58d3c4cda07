import { randomUUID } from "node:crypto";
import { type Found, nothingFound } from "@flowdesk/shared/desk/author/found.ts";
import { noTraces, type Sought, type Traces, traceKinds } from "../desk/erasure/traces.ts";
import { type AuthorRows, type TellingTable, tellingTables } from "./queries/author-traces.ts";
import type { Reader } from "./queries/readings.ts";
import { type ErasedTable, erasedTables, type RowAt, type RowKey } from "./writings/erase-rows.ts";
import type { Ordered, WritingName } from "./writings/writings.ts";

/** Whatever reads the tables, and writes under a desk's lock. */
export interface Tabled extends Reader {
  write<Name extends WritingName>(name: Name, ordered: Ordered<Name>): Promise<number>;
}

/** So many rows are written under one lock. */
const atOnce = 200;
/** So often all is looked through at most: an author who goes on writing would be found each time. */
const mostPasses = 8;

/** Where what is found of a kind of row is counted. */
const counted: { readonly [T in ErasedTable]: keyof Found | null } = {
  items: null,
  messages: "mentions",
  archive: "mentions",
  responses: "responses",
  posts: "mentions",
  briefings: "mentions",
  members: "mentions",
  log: "changes",
};

/**
 * The order, within each table from the last row on, in which what tells of the author is erased: whoever quotes themselves
 * has written the quote later, and it is known to be theirs by the message.
 */
const tellingLast = ["items", "log", "messages", "archive"] as const satisfies readonly TellingTable[];

interface Search {
  readonly tabled: Tabled;
  readonly desk: string;
  readonly traces: Traces;
  /** What has been found so far. */
  readonly found: { -readonly [K in keyof Found]: Found[K] };
  /** Whether what is found is erased. */
  readonly erases: boolean;
}

/**
 * Looks for an author in all that a desk keeps and, with `erases`, takes them out. Looking is done beside the lock, a page
 * at a time; only what is found is written under it, so that this desk and others go on meanwhile.
 *
 * What the desk does meanwhile may carry a row that was not reached yet to where it was looked already: a message that its
 * author changes comes back from the archive, and lists show it anew. It leaves a line in the log, which is looked through
 * last; so all is looked through again until nothing is found, or the desk has not moved and every row found was still
 * there. What is moved to the archive leaves no line.
 */
export async function eraseAuthor(tabled: Tabled, desk: string, sought: Sought, erases: boolean): Promise<Found> {
  const search: Search = { tabled, desk, traces: noTraces(sought), found: { ...nothingFound }, erases };
  for (let pass = 0; pass < mostPasses; pass++) {
    const before = await tabled.read("head", { desk });
    await trace(search);
    const { rows, missed } = await lookThrough(search);
    if (!erases || rows === 0) break;
    if (missed === 0 && (await tabled.read("head", { desk }))?.seq === before?.seq) break;
  }
  await erasePolicy(search);
  return { ...search.found, items: search.traces.items.size };
}

/** How much of what was looked through held something of the author. */
interface Looked {
  readonly rows: number;
  /** How many of these rows were moved or changed before they were erased. */
  readonly missed: number;
}

/**
 * Looks through everything once, and adds to what was found. What tells of the author is erased last, so that an erasure
 * which is broken off finds the rest by it when it is asked for again. The keys of it are held until then: as many as the
 * author has written messages and the log has lines about these.
 */
async function lookThrough(search: Search): Promise<Looked> {
  let rows = await lookAtPolicy(search);
  let missed = 0;
  const telling: RowAt[] = [];
  for (const table of erasedTables) {
    const looked = await lookThroughTable(search, table, telling);
    rows += looked.rows;
    missed += looked.missed;
  }
  const last = tellingLast.flatMap((table) => telling.filter((row) => row.table === table).reverse());
  return { rows, missed: missed + (await eraseRows(search, last)) };
}

/** Gives how many rows of a table hold something of the author; those which tell of them are added to `telling`, and left. */
async function lookThroughTable(search: Search, table: ErasedTable, telling: RowAt[]): Promise<Looked> {
  const { tabled, desk, traces, found } = search;
  const kind = counted[table];
  const at = (key: RowKey): RowAt => ({ table, key });
  let rows = 0;
  let missed = 0;
  let after: RowKey | null = null;
  do {
    const looked: AuthorRows = await tabled.read("authorRows", { desk, traces, table, after });
    const held = looked.keys.length + looked.telling.length;
    rows += held;
    found.messages += looked.theirs;
    if (kind !== null) found[kind] += held - looked.theirs;
    missed += await eraseRows(search, looked.keys.map(at));
    for (const key of looked.telling) telling.push(at(key));
    after = looked.next;
  } while (after !== null);
  return { rows, missed };
}

/** Erases the author from rows, some under each lock; gives how many were moved or changed meanwhile. */
async function eraseRows({ tabled, desk, traces, erases }: Search, rows: readonly RowAt[]): Promise<number> {
  let missed = 0;
  for (let done = 0; erases && done < rows.length; done += atOnce) {
    const some = rows.slice(done, done + atOnce);
    missed += some.length - (await tabled.write("eraseRows", { desk, rows: some, traces, log: randomUUID() }));
  }
  return missed;
}

/** Counts what the desk has decided as one, and erases the author from it at once: the next pass would count it again. */
async function lookAtPolicy(search: Search): Promise<number> {
  const { tabled, desk, traces, found } = search;
  if (!(await tabled.read("authorInPolicy", { desk, traces }))) return 0;
  found.mentions++;
  await erasePolicy(search);
  return 1;
}

async function erasePolicy({ tabled, desk, traces, erases }: Search): Promise<void> {
  if (erases) await tabled.write("eraseRows", { desk, rows: [], traces, log: randomUUID() });
}

/** Notes what all that the desk keeps says of the author. */
async function trace({ tabled, desk, traces }: Search): Promise<void> {
  for (const table of tellingTables) {
    let after: RowKey | null = null;
    do {
      const asked: { traces: Traces; next: RowKey | null } = await tabled.read("authorTraces", {
        desk,
        sought: traces.sought,
        table,
        after,
      });
      for (const kind of traceKinds) for (const one of asked.traces[kind]) traces[kind].add(one);
      after = asked.next;
    } while (after !== null);
  }
}
