import { workerData } from "node:worker_threads";
import { StoreGone } from "../../desk/store.ts";
import { serveCalls } from "../calls.ts";
import type { Bulk } from "../queries/bulk.ts";
import { readings } from "../queries/readings.ts";
import { bulkOf } from "./bulk.ts";
import { type Connection, openReader, run } from "./connection.ts";
import { isFull, whyAway } from "./failure.ts";
import { leadsTo } from "./file-identity.ts";
import { databaseGone } from "./opened-files.ts";
import type { OpenedDatabase } from "./sqlite-store.ts";

const { file, opened } = workerData as OpenedDatabase;
let known: (Connection & { readonly bulk: Bulk }) | null = null;

/**
 * The connection, made by the first who asks: this thread may start long after the others, when the database is not there
 * any more or is another one. Who asks then is refused, and the thread lives on.
 */
function connected(): Connection & { readonly bulk: Bulk } {
  if (known !== null) return known;
  if (!leadsTo(file, opened)) throw new StoreGone(databaseGone(file));
  const connection = openReader(file);
  if (!leadsTo(file, opened)) {
    connection.raw.close();
    throw new StoreGone(databaseGone(file));
  }
  known = { ...connection, bulk: bulkOf(connection) };
  return known;
}

const methods = {
  /** Each reading sees one state of the database, however many queries it makes. */
  read: async ({ name, args }: { name: keyof typeof readings; args: never }): Promise<unknown> => {
    const { raw, db, bulk } = connected();
    raw.exec("begin");
    try {
      return await readings[name]({ db, bulk }, args);
    } finally {
      raw.exec("rollback");
    }
  },

  query: ({ sql, parameters }: { sql: string; parameters: readonly unknown[] }) =>
    run(connected().prepare, sql, parameters),

  close: () => known?.raw.close(),
};

serveCalls(methods, { isFull: (error) => isFull(error, file), whyAway });
