import { workerData } from "node:worker_threads";
import type { BatchKeys } from "../../desk/store.ts";
import type { BatchRows } from "../batch-rows.ts";
import { serveCalls } from "../calls.ts";
import { type BatchTexts, loadBatch, type RosterVersion } from "../queries/load-batch.ts";
import { writeBatch } from "../queries/write-batch.ts";
import type { After, QueryOutcome } from "../table-store.ts";
import type { DeskRow } from "../tables.ts";
import { type Ordered, type WritingName, writings } from "../writings/writings.ts";
import { bulkOf } from "./bulk.ts";
import { openWriter, run } from "./connection.ts";
import { isAway, isFull } from "./failure.ts";

const { file } = workerData as { file: string };
const connection = openWriter(file);
const { raw, db, prepare } = connection;
const bulk = bulkOf(connection);

/** SQLite ends a transaction by itself after some failures, a full disk among them. */
function rollback(): void {
  if (raw.isTransaction) raw.exec("rollback");
}

function stands(desk: string, { log, seq, commands }: After): boolean {
  const head = prepare("select log, seq from desks where desk = ?").get(desk);
  if (head?.log !== log || head?.seq !== seq) return false;
  const known = prepare("select 1 from log where desk = ? and actor = ? and command = ? limit 1");
  return commands.every(({ actor, id }) => known.get(desk, actor, id) === undefined);
}

/** What the writing thread can be asked. The transaction that `begin` opens ends with `commit` or `rollback`. */
const methods = {
  /** Null if there is no such desk; the transaction is over then. */
  begin: async (asked: { desk: string; keys: BatchKeys; has: RosterVersion | null }): Promise<BatchTexts | null> => {
    raw.exec("begin immediate");
    try {
      const loaded = await loadBatch(db, bulk, asked.desk, asked.keys, asked.has);
      if (loaded === null) rollback();
      return loaded;
    } catch (error) {
      rollback();
      throw error;
    }
  },

  /** False if there is no transaction: this thread is not the one that began it. */
  commit: async (rows: BatchRows): Promise<boolean> => {
    if (!raw.isTransaction) return false;
    try {
      await writeBatch(db, bulk, rows);
      raw.exec("commit");
      return true;
    } catch (error) {
      rollback();
      throw error;
    }
  },

  /** A batch that was decided beside the lock: false, and nothing written, if the desk does not stand there. */
  commitAfter: async ({ rows, after }: { rows: BatchRows; after: After }): Promise<boolean> => {
    raw.exec("begin immediate");
    try {
      if (!stands(rows.desk, after)) {
        rollback();
        return false;
      }
      await writeBatch(db, bulk, rows);
      raw.exec("commit");
      return true;
    } catch (error) {
      rollback();
      throw error;
    }
  },

  write: async ({ name, ordered }: { name: WritingName; ordered: Ordered<WritingName> }): Promise<number> => {
    raw.exec("begin immediate");
    try {
      const writing = writings[name] as (source: object, ordered: Ordered<WritingName>) => Promise<number>;
      const rows = await writing({ db, bulk }, ordered);
      raw.exec("commit");
      return rows;
    } catch (error) {
      rollback();
      throw error;
    }
  },

  rollback,

  createDesk: async (desk: DeskRow): Promise<boolean> => {
    const { numInsertedOrUpdatedRows } = await db
      .insertInto("desks")
      .values(desk)
      .onConflict((conflict) => conflict.column("desk").doNothing())
      .executeTakeFirstOrThrow();
    return (numInsertedOrUpdatedRows ?? 0n) > 0n;
  },

  query: ({ sql, parameters }: { sql: string; parameters: readonly unknown[] }): QueryOutcome =>
    run(prepare, sql, parameters),

  /** Writes the version that stands there already: the smallest durable write there is. */
  ready: (): void => {
    raw.exec("begin immediate");
    try {
      raw.exec(`pragma user_version = ${Number(prepare("pragma user_version").get()?.user_version)}`);
      raw.exec("commit");
    } catch (error) {
      rollback();
      throw error;
    }
  },

  close: (): void => {
    rollback();
    raw.exec("pragma optimize");
    raw.close();
  },
};

export type WriterMethods = typeof methods;

serveCalls(methods, { isFull: (error) => isFull(error, file), isAway });
