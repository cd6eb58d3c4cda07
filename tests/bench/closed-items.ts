import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { databaseName } from "@flowdesk/server/storage/sqlite/open-sqlite.ts";
import { columns } from "@flowdesk/server/storage/tables.ts";
import pg from "pg";
import type { Place } from "./place.ts";

type Table = "items" | "messages" | "log";

/**
 * Puts `copies` closed copies of every open item of a desk into the tables, each with its message and its changes in the
 * log: what years leave behind, without taking years. The server of the desk must not run meanwhile.
 */
export async function addClosedCopies(place: Place, desk: string, copies: number): Promise<void> {
  const { run, close } = await connected(place);
  try {
    const head = Number((await run(`select seq from desks where desk = '${desk}'`))[0]?.seq);
    for (let copy = 1; copy <= copies; copy++) {
      const of = (column: string) => `'c${copy}-' || ${column}`;
      const later = (column: string) => `${column} + ${head * copy}`;
      const altered: { readonly [T in Table]: Readonly<Record<string, string>> } = {
        items: {
          id: of("id"),
          status: "'closed'",
          assignee: "null",
          open: "0",
          queued: "0",
          awaiting_since: "null",
          wakes_at: "null",
          closed_at: "received_at",
          received_seq: later("received_seq"),
          body: `replace(replace(body, '"status":"waiting"', '"status":"closed"'), id, ${of("id")})`,
        },
        messages: { item: of("item"), external_id: of("external_id"), seq: later("seq") },
        log: {
          seq: later("seq"),
          command: "null",
          part: "null",
          hash: "null",
          item: of("item"),
          // A change has its number in its text, too, and first.
          body: `'{"seq":' || cast(${later("seq")} as text) || substr(body, length('{"seq":' || cast(seq as text)) + 1)`,
        },
      };
      const which: { readonly [T in Table]: string } = {
        items: "open = 1",
        messages: `seq <= ${head}`,
        log: `seq <= ${head}`,
      };
      for (const table of ["items", "messages", "log"] as const) {
        const names = columns[table].map((column) => `"${column}"`);
        const values = columns[table].map((column) => altered[table][column] ?? `"${column}"`);
        await run(
          `insert into ${table} (${names}) select ${values} from ${table} where desk = '${desk}' and ${which[table]}`,
        );
      }
    }
    await run(`update desks set seq = ${head * (copies + 1)} where desk = '${desk}'`);
  } finally {
    await close();
  }
}

/** Puts an answered response for every message of a desk into the tables: what a report of it has to go through. */
export async function addResponses(place: Place, desk: string): Promise<void> {
  const { run, close } = await connected(place);
  const later = "(at + 60000 + seq * 7919 % 3600000)";
  const values: { readonly [C in (typeof columns)["responses"][number]]: string } = {
    desk: "desk",
    item: "item",
    message: "id",
    seq: "seq",
    position: "0",
    channel: "channel",
    kind: "kind",
    need: "'answer'",
    from_at: "at",
    to_at: later,
    ms: `${later} - at`,
    by: "'person-' || cast(seq % 40 as text)",
    author: "'Person'",
    target_ms: "86400000",
    within: "1",
    first: "1",
  };
  try {
    await run(
      `insert into responses (${columns.responses.map((column) => `"${column}"`)}) select ${columns.responses.map((column) => values[column])} from messages where desk = '${desk}'`,
    );
  } finally {
    await close();
  }
}

/**
 * Does what an engine otherwise does by and by in quiet hours, and would else begin while something is measured: counts
 * its tables, and in PostgreSQL goes through rows that it has not looked at since they were written.
 */
export async function settle(place: Place): Promise<void> {
  const { run, close } = await connected(place);
  try {
    if (place.engine === "sqlite") await run("analyze");
    else for (const statement of ["vacuum (freeze, analyze)", "checkpoint"]) await run(statement);
  } finally {
    await close();
  }
}

async function connected({ data, database }: Place) {
  if (database === undefined) {
    const db = new DatabaseSync(join(data, databaseName));
    return { run: async (sql: string) => db.prepare(sql).all(), close: async () => db.close() };
  }
  const client = new pg.Client(database);
  await client.connect();
  return {
    run: async (sql: string) => (await client.query(sql)).rows as Record<string, unknown>[],
    close: () => client.end(),
  };
}
