import { randomUUID } from "node:crypto";
import { type Found, nothingFound } from "@flowdesk/shared/desk/author/found.ts";
import { noTraces, type Sought, type Traces, traceKinds } from "../desk/erasure/traces.ts";
import type { Reader } from "./queries/readings.ts";
import { type ErasedTable, erasedTables, type RowKey } from "./writings/erase-rows.ts";
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
 * Looks for an author in all that a desk keeps and, with `erases`, takes them out. Looking is done beside the lock, a page
 * at a time; only what is found is written under it, so that this desk and others go on meanwhile.
 *
 * What the desk does meanwhile may carry a row that was not reached yet to where it was looked already: a message that its
 * author changes comes back from the archive, and lists show it anew. It leaves a line in the log, which is looked through
 * last; so all is looked through again until nothing is found, or the desk has not moved.
 */
export async function eraseAuthor(tabled: Tabled, desk: string, sought: Sought, erases: boolean): Promise<Found> {
  const traces = noTraces(sought);
  const found = { ...nothingFound };
  for (let pass = 0; pass < mostPasses; pass++) {
    const before = await tabled.read("head", { desk });
    await trace(tabled, desk, traces);
    const rows = await lookThrough(tabled, desk, traces, found, erases);
    if (!erases || rows === 0 || (await tabled.read("head", { desk }))?.seq === before?.seq) break;
  }
  if (erases) await tabled.write("eraseRows", { desk, table: "log", keys: [], traces, log: randomUUID() });
  return { ...found, items: traces.items.size };
}

/** Looks through every table once; gives how many rows held something of the author, and adds them to what was `found`. */
async function lookThrough(
  tabled: Tabled,
  desk: string,
  traces: Traces,
  found: { -readonly [K in keyof Found]: Found[K] },
  erases: boolean,
): Promise<number> {
  let rows = 0;
  for (const table of erasedTables) {
    let after: RowKey | null = null;
    do {
      const asked: { theirs: number; keys: readonly RowKey[]; next: RowKey | null } = await tabled.read("authorRows", {
        desk,
        traces,
        table,
        after,
      });
      const { theirs, keys, next } = asked;
      const kind = counted[table];
      rows += keys.length;
      found.messages += theirs;
      if (kind !== null) found[kind] += keys.length - theirs;
      for (let done = 0; erases && done < keys.length; done += atOnce) {
        const some = keys.slice(done, done + atOnce);
        await tabled.write("eraseRows", { desk, table, keys: some, traces, log: randomUUID() });
      }
      after = next;
    } while (after !== null);
  }
  return rows;
}

/** Notes what all that the desk keeps says of the author. */
async function trace(tabled: Tabled, desk: string, traces: Traces): Promise<void> {
  for (const table of ["items", "messages", "archive", "log"] as const) {
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
