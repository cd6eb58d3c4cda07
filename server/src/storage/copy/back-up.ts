import { existsSync, readdirSync, renameSync, rmSync, statSync } from "node:fs";
import { copyFile, open } from "node:fs/promises";
import { join } from "node:path";
import { backup, DatabaseSync } from "node:sqlite";
import { openReader } from "../sqlite/connection.ts";
import { isFull } from "../sqlite/failure.ts";
import { makeFolder } from "../sqlite/make-folder.ts";
import { databaseName, openSqlite } from "../sqlite/open-sqlite.ts";
import { copiedTables } from "./copied-tables.ts";
import { copyDesks } from "./copy-desks.ts";
import { CopyRefused } from "./copy-refused.ts";
import { isAddress, openSource, openTarget, requireFolderAbove } from "./place.ts";

/** So many pages of 8 KB are taken between two looks at whether to stop: 16 MB. */
const pagesAtOnce = 2_000;

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
 * over before it is given its name: a folder with a database in it is a backup that is whole.
 * @throws CopyRefused, DataFolderError, DatabaseUnusable; StorageFull's error of the system if the disk is full
 */
export async function backUp(options: BackupOptions): Promise<BackupReport> {
  const { from, to, signal, onProgress } = options;
  requireFolderAbove(to);
  if (existsSync(to) && (!statSync(to).isDirectory() || readdirSync(to).length > 0))
    throw new CopyRefused(
      "copy.target.not.empty",
      `${to} is there already, and not empty. A backup goes into a folder of its own.`,
    );
  if (!isAddress(from)) return backUpFolder(options);
  const source = await openSource(from);
  try {
    const target = await openTarget(to);
    try {
      const { tables } = await copyDesks(source, target, { renewsLog: false, signal, onProgress });
      return { tables };
    } finally {
      await target.close();
    }
  } catch (error) {
    clear(to);
    throw error;
  } finally {
    await source.close();
  }
}

async function backUpFolder({ from, to, signal, onProgress }: BackupOptions): Promise<BackupReport> {
  if (!existsSync(join(from, databaseName)))
    throw new CopyRefused("copy.source.missing", `There is no ${databaseName} in ${from}: nothing to back up.`);
  // A folder that cannot be used says why.
  await openSqlite(from, { onFatal: () => undefined }).close();
  makeFolder(to);
  const draft = join(to, `${databaseName}.part`);
  const { raw, prepare } = openReader(join(from, databaseName));
  try {
    // Within a transaction the pages are those of one state, and whoever writes meanwhile does not make it begin anew.
    raw.exec("begin");
    const counts = countsOf((sql) => prepare(sql).get());
    await backup(raw, draft, {
      rate: pagesAtOnce,
      progress: ({ totalPages, remainingPages }) => {
        signal.throwIfAborted();
        onProgress("copying", totalPages - remainingPages, totalPages);
      },
    });
    signal.throwIfAborted();
    await lookOver(draft, counts);
    const secret = join(from, "secret");
    if (existsSync(secret)) await copyFile(secret, join(to, "secret"));
    await settled(draft);
    renameSync(draft, join(to, databaseName));
    await settled(to);
    return { tables: counts };
  } catch (error) {
    clear(to);
    if (isFull(error, draft))
      throw Object.assign(new Error(`There is no room left for the backup in ${to}.`, { cause: error }), {
        code: "copy.full",
      });
    throw error;
  } finally {
    raw.close();
  }
}

type Counts = ReadonlyArray<{ readonly table: string; readonly rows: number }>;

function countsOf(get: (sql: string) => Record<string, unknown> | undefined): Counts {
  const { ofDesks, ofPeople } = copiedTables();
  return [...ofDesks, ...ofPeople].map(({ name }) => ({
    table: name,
    rows: Number(get(`select count(*) as rows from "${name}"`)?.rows),
  }));
}

/** @throws CopyRefused if a database is not whole, or holds other numbers of rows than these */
async function lookOver(file: string, wanted: Counts): Promise<void> {
  // Not only for reading: whoever can write takes its files of passing use away again when it closes.
  const raw = new DatabaseSync(file);
  try {
    requireWhole(raw, file);
    const counts = countsOf((sql) => raw.prepare(sql).get());
    if (JSON.stringify(counts) !== JSON.stringify(wanted))
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

/** Has a file, or what a folder lists, reach the disk. */
async function settled(path: string): Promise<void> {
  const file = await open(path, "r");
  try {
    await file.sync();
  } finally {
    await file.close();
  }
}

/** Takes away what a backup that did not come to its end has put down. */
function clear(folder: string): void {
  if (!existsSync(folder)) return;
  for (const name of readdirSync(folder)) rmSync(join(folder, name), { recursive: true, force: true });
}
