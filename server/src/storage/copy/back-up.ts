import { existsSync } from "node:fs";
import { copyFile, rm } from "node:fs/promises";
import { join } from "node:path";
import { backup, DatabaseSync } from "node:sqlite";
import { isAddress } from "../is-address.ts";
import { makeFile } from "../sqlite/database.ts";
import { failureOf } from "../sqlite/failure.ts";
import { databaseName } from "../sqlite/open-sqlite.ts";
import { copiedTables } from "./copied-tables.ts";
import { copyDesks } from "./copy-desks.ts";
import { CopyRefused, orFull } from "./copy-refused.ts";
import { type DraftFolder, openDraft } from "./draft-folder.ts";
import { openSource, requireFolderAbove } from "./place.ts";
import { openFolder, openSqliteTarget } from "./sqlite-place.ts";

/** So many pages of 8 KB are taken between two looks at whether to stop: 16 MB. */
const pagesAtOnce = 2_000;
/** Beside the draft of a backup: the pages of its source, as they are there. */
const pagesName = "flowdesk.pages";

/** What a backup holds, by table. */
export interface BackupReport {
  readonly tables: ReadonlyArray<{ readonly table: string; readonly rows: number }>;
}

export interface BackupOptions {
  /** A data folder, or a database's address. */
  readonly from: string;
  /** A folder that is not there yet, or is empty. */
  readonly to: string;
  readonly signal: AbortSignal;
  readonly onProgress: (phase: string, done: number, total: number) => void;
}

/**
 * Backs a place up, while it is served or not, into a folder that can be served, copied or restored as it is. It is looked
 * over before it is given its name: a folder with a database in it is a backup that is whole. One that fails or is stopped
 * leaves nothing.
 * @throws CopyRefused, DataFolderError, DatabaseUnusable
 */
export async function backUp(options: BackupOptions): Promise<BackupReport> {
  const { from, to } = options;
  requireFolderAbove(to);
  const draft = openDraft(to);
  try {
    const tables = await (isAddress(from) ? backUpDatabase(options, draft) : backUpFolder(options, draft));
    await lookOver(join(draft.path, databaseName), tables);
    options.signal.throwIfAborted();
    await draft.finish();
    return { tables };
  } catch (error) {
    // While the draft is there: it is asked how much room it has.
    const why = orFull(error, to, "backup");
    draft.abandon();
    throw why;
  }
}

async function backUpDatabase(
  { from, signal, onProgress }: BackupOptions,
  { path, lock }: DraftFolder,
): Promise<Counts> {
  const source = await openSource(from);
  try {
    const target = await openSqliteTarget(path, lock);
    try {
      const { tables } = await copyDesks(source, target, { renewsLog: false, signal, onProgress });
      return tables;
    } finally {
      await target.close();
    }
  } finally {
    await source.close();
  }
}

async function backUpFolder(options: BackupOptions, { path }: DraftFolder): Promise<Counts> {
  const { from, signal } = options;
  const source = join(from, databaseName);
  if (!existsSync(source))
    throw new CopyRefused("copy.source.missing", `There is no ${databaseName} in ${from}: nothing to back up.`);
  const pages = join(path, pagesName);
  let counts: Counts;
  try {
    counts = await copyPages(options, pages);
    await writeAnew(pages, join(path, databaseName));
  } catch (error) {
    const failure = failureOf(error);
    if (failure !== "corrupt" && failure !== "notADatabase") throw error;
    throw new CopyRefused("copy.damaged", `The database ${source} is damaged.`, { cause: error });
  }
  signal.throwIfAborted();
  const secret = join(from, "secret");
  if (existsSync(secret)) await copyFile(secret, join(path, "secret"));
  return counts;
}

/** Copies the source's pages as they are there at one moment. Gives how many rows they hold. */
async function copyPages({ from, signal, onProgress }: BackupOptions, pages: string): Promise<Counts> {
  const { raw, prepare } = await openFolder(from);
  try {
    // Within a transaction the pages are those of one state, and whoever writes meanwhile does not make it begin anew.
    raw.exec("begin");
    const counts = countsOf((sql) => prepare(sql).get());
    makeFile(pages);
    await backup(raw, pages, {
      rate: pagesAtOnce,
      progress: ({ totalPages, remainingPages }) => {
        signal.throwIfAborted();
        onProgress("copying", totalPages - remainingPages, totalPages);
      },
    });
    signal.throwIfAborted();
    return counts;
  } finally {
    raw.close();
  }
}

/**
 * Writes a database anew from its copied pages, which go: what was erased may still stand in pages that are free, and in the
 * free room of others.
 */
async function writeAnew(pages: string, draft: string): Promise<void> {
  makeFile(draft);
  const raw = new DatabaseSync(pages);
  try {
    raw.prepare("vacuum into ?").run(draft);
  } finally {
    raw.close();
  }
  for (const ending of ["", "-wal", "-shm", "-journal"]) await rm(`${pages}${ending}`, { force: true });
}

type Counts = ReadonlyArray<{ readonly table: string; readonly rows: number }>;

function countsOf(get: (sql: string) => Record<string, unknown> | undefined): Counts {
  const { ofDesks, ofPeople } = copiedTables();
  return [...ofDesks, ...ofPeople].map(({ name }) => ({
    table: name,
    rows: Number(get(`select count(*) as rows from "${name}"`)?.rows),
  }));
}

/**
 * Looks a database over, and has it keep to one file: so it can be read where nothing can be written.
 * @throws CopyRefused if it is not whole, or holds other numbers of rows than these
 */
async function lookOver(file: string, wanted: Counts): Promise<void> {
  // Not only for reading: whoever can write takes its files of passing use away again when it closes.
  const raw = new DatabaseSync(file);
  try {
    raw.exec("pragma journal_mode = delete");
    requireWhole(raw, file);
    const counts = countsOf((sql) => raw.prepare(sql).get());
    if (JSON.stringify(counts) !== JSON.stringify(wanted.map(({ table, rows }) => ({ table, rows }))))
      throw new CopyRefused("copy.differs", `What stands in ${file} is not what was read. Look at the disk.`);
  } finally {
    raw.close();
  }
}

/** @throws CopyRefused if SQLite finds the database damaged */
export function requireWhole(raw: DatabaseSync, file: string): void {
  const found = raw.prepare("pragma integrity_check(1)").get()?.integrity_check;
  if (found !== "ok") throw new CopyRefused("copy.damaged", `The database ${file} is damaged: ${String(found)}.`);
}
