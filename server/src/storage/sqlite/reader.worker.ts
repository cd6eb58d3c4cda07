import { workerData } from "node:worker_threads";
import { serveCalls } from "../calls.ts";
import { readings } from "../queries/readings.ts";
import { bulkOf } from "./bulk.ts";
import { openReader, run } from "./connection.ts";
import { isFull } from "./failure.ts";

const { file } = workerData as { file: string };
const connection = openReader(file);
const { raw, db, prepare } = connection;
const bulk = bulkOf(connection);

const methods = {
  /** Each reading sees one state of the database, however many queries it makes. */
  read: async ({ name, args }: { name: keyof typeof readings; args: never }): Promise<unknown> => {
    raw.exec("begin");
    try {
      return await readings[name]({ db, bulk }, args);
    } finally {
      raw.exec("rollback");
    }
  },

  query: ({ sql, parameters }: { sql: string; parameters: readonly unknown[] }) => run(prepare, sql, parameters),

  close: () => raw.close(),
};

serveCalls(methods, { isFull: (error) => isFull(error, file) });
