import { join } from "node:path";
import type { DatabaseSync } from "node:sqlite";
import { StoreGone } from "../../desk/store.ts";
import { openWriter } from "./connection.ts";
import { DataFolderError } from "./data-folder-error.ts";
import { failureOf, isFull } from "./failure.ts";
import { type FileIdentity, identityAt } from "./file-identity.ts";
import { makeFolder } from "./make-folder.ts";
import { migrate } from "./migrate.ts";
import { migrations } from "./migrations/all.ts";
import { databaseGone } from "./opened-files.ts";
import { SqliteStore, type SqliteStoreOptions } from "./sqlite-store.ts";

/** The database's name in the data folder. */
export const databaseName = "flowdesk.db";

/**
 * Opens the desks of a data folder; makes folder and database where there are none, and brings older tables to this
 * release's. Several processes may have it open at once.
 * @throws DataFolderError if the folder cannot be used; StoreGone if somebody takes the file away at this very moment.
 */
export function openSqlite(folder: string, options: SqliteStoreOptions): SqliteStore {
  const file = join(folder, databaseName);
  let opened: FileIdentity | null;
  try {
    makeFolder(folder);
    const { raw } = openWriter(file);
    try {
      migrate(raw, file);
      requireWritable(raw);
      opened = identityAt(file);
    } finally {
      raw.close();
    }
  } catch (error) {
    throw explain(error, folder, file);
  }
  if (opened === null) throw new StoreGone(databaseGone(file));
  return new SqliteStore({ file, opened }, options);
}

/** A file that may not be written is opened for reading alone, and nothing is said of it until somebody writes. */
function requireWritable(raw: DatabaseSync): void {
  try {
    raw.exec(`begin immediate; pragma user_version = ${migrations.length}; rollback`);
  } catch (error) {
    // A lock is waited for only in a file that may be written.
    if (failureOf(error) !== "busy") throw error;
  }
}

/** What the system says of a folder that cannot be made, or in which no file can be written. */
const unusable: ReadonlySet<string> = new Set(["EACCES", "EROFS", "EPERM", "ENOTDIR", "EEXIST", "ENOENT"]);

/** Why a data folder cannot be used, where the error says so; else the error itself. */
export function explain(error: unknown, folder: string, file: string): unknown {
  if (error instanceof DataFolderError) return error;
  const because = { cause: error };
  if (isFull(error, file))
    return new DataFolderError(
      "data.full",
      `There is no room left for the data folder ${folder}. Make room on its disk.`,
      because,
    );
  const code = error instanceof Error && "code" in error ? error.code : undefined;
  if (typeof code === "string" && unusable.has(code))
    return new DataFolderError(
      "data.readonly",
      `The data folder ${folder} cannot be made or written to (${code}). Give the right to write there, or choose another with --data.`,
      because,
    );
  switch (failureOf(error)) {
    case "readonly":
    case "cantOpen":
      return new DataFolderError(
        "data.readonly",
        `The database ${file} cannot be written to. Give the right to write there, or choose another folder with --data.`,
        because,
      );
    case "notADatabase":
      return new DataFolderError(
        "data.foreign",
        `${file} is not a database of Flowdesk's. Choose another data folder.`,
        because,
      );
    case "corrupt":
      return new DataFolderError(
        "data.damaged",
        `The database ${file} is damaged. Put a backup in its place.`,
        because,
      );
    default:
      return error;
  }
}
