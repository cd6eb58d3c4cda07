import { existsSync, statSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { isAddress } from "../is-address.ts";
import { databaseName } from "../sqlite/open-sqlite.ts";
import type { CopiedRow, CopiedTable } from "./copied-tables.ts";
import { CopyRefused } from "./copy-refused.ts";

/** Rows of a table that have one of these values in a column. */
export interface Among {
  readonly column: string;
  readonly values: readonly string[];
}

/** A database that desks are copied out of: one state of it, whoever writes meanwhile. */
export interface CopySource {
  count(table: CopiedTable, among: Among): Promise<number>;
  /** The next rows by the primary key after `after`, which has that key's values; null: from the start. */
  page(table: CopiedTable, among: Among, after: CopiedRow | null, limit: number): Promise<readonly CopiedRow[]>;
  /** All values of a column; small tables only. */
  all(table: CopiedTable, column: string): Promise<readonly string[]>;
  /** What signs the session cookies; null if none has been made. */
  secret(): Promise<string | null>;
  close(): Promise<void>;
}

/** A database that desks are copied into: everything in one transaction, so that what is not finished was never there. */
export interface CopyTarget extends CopySource {
  insert(table: CopiedTable, rows: readonly CopiedRow[]): Promise<void>;
  /** Gives it what signs the session cookies, if it has nothing yet; false if it has. */
  giveSecret(secret: string): Promise<boolean>;
  commit(): Promise<void>;
}

/** A variable of the shell that is not set makes an empty name, which would be the folder one is in. */
function requireNamed(place: string): void {
  if (place.trim() === "")
    throw new CopyRefused("copy.place", "Name the place: a folder, or a database's address. What was given is empty.");
}

/**
 * Opens a place to copy from: a data folder, or a database by its address. Older tables are brought to this release's.
 * @throws CopyRefused if there is nothing, or no name; DataFolderError, DatabaseUnusable if it cannot be used
 */
export async function openSource(place: string): Promise<CopySource> {
  requireNamed(place);
  if (isAddress(place)) return (await import("./postgres-place.ts")).openPostgresSource(place);
  if (!existsSync(join(place, databaseName)))
    throw new CopyRefused("copy.source.missing", `There is no ${databaseName} in ${place}: nothing to copy from.`);
  return (await import("./sqlite-place.ts")).openSqliteSource(place);
}

/**
 * Opens a place to copy to; makes the folder, where that above it is there, and the tables.
 * @throws CopyRefused if the folder above is not there; DataFolderError, DatabaseUnusable if it cannot be used
 */
export async function openTarget(place: string): Promise<CopyTarget> {
  if (isAddress(place)) return (await import("./postgres-place.ts")).openPostgresTarget(place);
  requireFolderAbove(place);
  return (await import("./sqlite-place.ts")).openSqliteTarget(place);
}

/** A folder is made where it is meant to be: not on a disk that is not there, as under a mount point that is empty. */
export function requireFolderAbove(place: string): void {
  requireNamed(place);
  if (isAddress(place))
    throw new CopyRefused(
      "copy.place",
      "Name a folder: what was given is an address. Databases are copied into with: flowdesk copy.",
    );
  const above = dirname(resolve(place));
  if (statSync(above, { throwIfNoEntry: false })?.isDirectory() !== true)
    throw new CopyRefused(
      "copy.target.missing",
      `There is no folder ${above}. Is the disk there? Make the folder first.`,
    );
}
