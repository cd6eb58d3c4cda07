import { workerData } from "node:worker_threads";
import { type BatchKeys, OutcomeUnknown, StoreGone } from "../../desk/store.ts";
import type { BatchRows } from "../batch-rows.ts";
import { serveCalls } from "../calls.ts";
import { type BatchTexts, loadBatch, type RosterVersion } from "../queries/load-batch.ts";
import { writeBatch } from "../queries/write-batch.ts";
import type { After, QueryOutcome } from "../table-store.ts";
import type { DeskRow } from "../tables.ts";
import { type Ordered, type WritingName, writings } from "../writings/writings.ts";
import { bulkOf } from "./bulk.ts";
import { openWriter, run } from "./connection.ts";
import { isFull, requireRoom, whyAway } from "./failure.ts";
import { leadsTo } from "./file-identity.ts";
import { databaseGone, OpenedFiles } from "./opened-files.ts";
import type { OpenedDatabase } from "./sqlite-store.ts";

const { file, opened } = workerData as OpenedDatabase;
// Before: one that is gone would be made anew, and empty.
if (!leadsTo(file, opened)) throw new StoreGone(databaseGone(file));
const connection = openWriter(file);
const { raw, db, prepare } = connection;
const bulk = bulkOf(connection);
raw.exec("select 1 from sqlite_schema");
const files = new OpenedFiles(file, opened);
/** Whether all that was written has been brought into the database's own file since the files were found gone. */
let isBroughtHome = false;

/** SQLite ends a transaction by itself after some failures, a full disk among them. */
function rollback(): void {
  if (raw.isTransaction) raw.exec("rollback");
}

/**
 * Brings what stands in the log of writes into the database's own file, wherever that is now, and leaves the log empty:
 * the file is then whole by itself, and a log that was left behind is not taken for that of the file which is put in its
 * place.
 */
function bringHome(): void {
  if (isBroughtHome) return;
  rollback();
  try {
    isBroughtHome = raw.prepare("pragma wal_checkpoint(truncate)").get()?.busy === 0;
  } catch {
    // It is tried again by who asks next.
  }
}

/**
 * Asked before anything is read that is to be answered by, and before each commit.
 * @throws StoreGone if the files are not where they were opened; nothing is written then
 */
function requireThere(): void {
  const gone = files.whatIsGone();
  if (gone === null) {
    isBroughtHome = false;
    return;
  }
  bringHome();
  throw new StoreGone(gone);
}

/**
 * Asked after each commit, before it is answered: what was acknowledged has so been in the files that the path leads to,
 * durably. Looking now and then beside it would leave those acknowledged that were written since the last look.
 * @throws OutcomeUnknown if the files went away meanwhile: what was written is there if they come back
 */
function requireStillThere(): void {
  const gone = files.whatIsGone();
  if (gone === null) return;
  bringHome();
  throw new OutcomeUnknown(gone);
}

function commit(): void {
  requireThere();
  raw.exec("commit");
  requireStillThere();
}

/** Whether the room that a row gives back is overwritten, or goes on to hold what stood there until something else does. */
function overwriteFreed(isOverwritten: boolean): void {
  raw.exec(`pragma secure_delete = ${isOverwritten ? "on" : "off"}`);
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
    requireThere();
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
      commit();
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
      commit();
      return true;
    } catch (error) {
      rollback();
      throw error;
    }
  },

  write: async ({ name, ordered }: { name: WritingName; ordered: Ordered<WritingName> }): Promise<number> => {
    const overwrites = name === "eraseRows";
    if (overwrites) overwriteFreed(true);
    try {
      raw.exec("begin immediate");
      const writing = writings[name] as (source: object, ordered: Ordered<WritingName>) => Promise<number>;
      const rows = await writing({ db, bulk }, ordered);
      commit();
      return rows;
    } catch (error) {
      rollback();
      throw error;
    } finally {
      if (overwrites) overwriteFreed(false);
    }
  },

  rollback,

  createDesk: async (desk: DeskRow): Promise<boolean> => {
    requireThere();
    const { numInsertedOrUpdatedRows } = await db
      .insertInto("desks")
      .values(desk)
      .onConflict((conflict) => conflict.column("desk").doNothing())
      .executeTakeFirstOrThrow();
    requireStillThere();
    return (numInsertedOrUpdatedRows ?? 0n) > 0n;
  },

  query: ({ sql, parameters }: { sql: string; parameters: readonly unknown[] }): QueryOutcome => {
    requireThere();
    const outcome = run(prepare, sql, parameters);
    requireStillThere();
    return outcome;
  },

  /** Writes the version that stands there already: the smallest durable write there is, where there is room for more. */
  ready: (): void => {
    raw.exec("begin immediate");
    try {
      raw.exec(`pragma user_version = ${Number(prepare("pragma user_version").get()?.user_version)}`);
      commit();
    } catch (error) {
      rollback();
      throw error;
    }
    requireRoom(file);
  },

  close: (): void => {
    rollback();
    if (files.whatIsGone() === null) raw.exec("pragma optimize");
    else bringHome();
    raw.close();
  },
};

export type WriterMethods = typeof methods;

serveCalls(methods, { isFull: (error) => isFull(error, file), whyAway });
