import { join } from "node:path";
import { Connections } from "@flowdesk/server/storage/postgres/connections.ts";
import { readOn } from "@flowdesk/server/storage/postgres/read.ts";
import { type Answered, type Asked, readings } from "@flowdesk/server/storage/queries/readings.ts";
import { bulkOf } from "@flowdesk/server/storage/sqlite/bulk.ts";
import { openWriter } from "@flowdesk/server/storage/sqlite/connection.ts";
import { databaseName } from "@flowdesk/server/storage/sqlite/open-sqlite.ts";
import type { CellRow } from "@flowdesk/server/storage/tables.ts";
import type { Place } from "./place.ts";

/** The tables of one engine, to be filled without a server and then read as the server reads them. */
export interface ReportTables {
  /** Writes responses, all in one transaction. */
  put(responses: readonly CellRow[]): Promise<void>;
  /** Once everything is there: the engine may count what it plans by. */
  filled(): Promise<void>;
  report(asked: Asked<"report">): Promise<Answered<"report">>;
  /** Counts a desk's responses and adds up their times. */
  countAndAddUp(desk: string): Promise<void>;
  close(): Promise<void>;
}

/** Opens the tables of a place in which a desk has been made. */
export function openReportTables({ data, database }: Place): ReportTables {
  return database === undefined ? inSqlite(join(data, databaseName)) : inPostgres(database);
}

function inSqlite(file: string): ReportTables {
  const connection = openWriter(file);
  const { raw, db } = connection;
  const bulk = bulkOf(connection);
  return {
    put: async (responses) => {
      raw.exec("begin");
      await bulk.put("responses", responses);
      raw.exec("commit");
    },
    filled: async () => raw.exec("pragma optimize"),
    report: (asked) => readings.report({ db, bulk }, asked),
    countAndAddUp: async (of) => {
      raw.prepare("select count(*), sum(ms) from responses where desk = ?").get(of);
    },
    close: async () => raw.close(),
  };
}

function inPostgres(url: string): ReportTables {
  const writing = new Connections(url, "writing", 1);
  const reporting = new Connections(url, "reporting", 1);
  return {
    put: (responses) => writing.with(async ({ bulk }) => bulk.put("responses", responses)),
    // What the database's own housekeeping does by and by.
    filled: () => writing.with(async ({ run }) => void (await run("vacuum analyze responses"))),
    report: (asked) => reporting.with((connection) => readOn(connection, "report", asked)),
    countAndAddUp: (of) =>
      reporting.with(async ({ send }) => {
        await send("select count(*), sum(ms) from responses where desk = $1", [of]);
      }),
    close: async () => {
      await Promise.all([writing.end(), reporting.end()]);
    },
  };
}
