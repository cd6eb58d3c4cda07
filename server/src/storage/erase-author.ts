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

/** Where what is found of a kind of row is counted. */
const counted: { readonly [T in ErasedTable]: keyof Found | null } = {
  items: null,
  messages: "mentions",
  archive: "mentions",
  responses: "responses",
  posts: "mentions",
  briefings: "mentions",
  log: "changes",
};

/**
 * Looks for an author in all that a desk keeps and, with `erases`, takes them out. Looking is done beside the lock, a page
 * at a time; only what is found is written under it, so that this desk and others go on meanwhile.
 */
export async function eraseAuthor(tabled: Tabled, desk: string, sought: Sought, erases: boolean): Promise<Found> {
  const traces = await tracesOf(tabled, desk, sought);
  const found = { ...nothingFound, items: traces.items.size };
  // The log is looked through last: it grows by what is decided on rows as they were before.
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
      found.messages += theirs;
      if (kind !== null) found[kind] += keys.length - theirs;
      for (let done = 0; erases && done < keys.length; done += atOnce) {
        const some = keys.slice(done, done + atOnce);
        await tabled.write("eraseRows", { desk, table, keys: some, traces, log: randomUUID() });
      }
      after = next;
    } while (after !== null);
  }
  if (erases) await tabled.write("eraseRows", { desk, table: "log", keys: [], traces, log: randomUUID() });
  return found;
}

async function tracesOf(tabled: Tabled, desk: string, sought: Sought): Promise<Traces> {
  const all = noTraces(sought);
  for (const table of ["items", "messages", "archive", "log"] as const) {
    let after: RowKey | null = null;
    do {
      const asked: { traces: Traces; next: RowKey | null } = await tabled.read("authorTraces", {
        desk,
        sought,
        table,
        after,
      });
      for (const kind of traceKinds) for (const one of asked.traces[kind]) all[kind].add(one);
      after = asked.next;
    } while (after !== null);
  }
  return all;
}
