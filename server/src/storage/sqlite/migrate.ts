import type { DatabaseSync } from "node:sqlite";
import { DataFolderError } from "./data-folder-error.ts";
import { migrations } from "./migrations/all.ts";

/** What stands in the header of every database of ours, so that another program's is not taken for one: "FLOW". */
const applicationId = 0x464c4f57;

/**
 * Brings a database to this release's version: each migration in a transaction of its own, so that processes which start
 * at once run each of them once.
 * @throws DataFolderError for a database that is not ours (`data.foreign`), or from a newer release (`data.newer`).
 */
export function migrate(raw: DatabaseSync, file: string): void {
  for (;;) {
    const version = versionOf(raw, file);
    if (version === migrations.length) return;
    raw.exec("begin immediate");
    try {
      const next = migrations[versionOf(raw, file)];
      if (next !== undefined) {
        raw.exec(next);
        raw.exec(`pragma application_id = ${applicationId}; pragma user_version = ${version + 1};`);
      }
      raw.exec("commit");
    } catch (error) {
      if (raw.isTransaction) raw.exec("rollback");
      throw error;
    }
  }
}

/**
 * Whether a database's tables are those of this release, so that it can be read as it stands.
 * @throws DataFolderError as `migrate` does
 */
export function isMigrated(raw: DatabaseSync, file: string): boolean {
  return versionOf(raw, file) === migrations.length;
}

/** The version that a database has; 0 for one without any table. */
function versionOf(raw: DatabaseSync, file: string): number {
  const number = (pragma: string) => Number(raw.prepare(`pragma ${pragma}`).get()?.[pragma]);
  const version = number("user_version");
  const ours = number("application_id") === applicationId;
  const tables = Number(raw.prepare("select count(*) as tables from sqlite_schema").get()?.tables);
  if (!ours && (tables > 0 || version > 0))
    throw new DataFolderError("data.foreign", `${file} is a database of another program. Choose another data folder.`);
  if (version > migrations.length)
    throw new DataFolderError(
      "data.newer",
      `${file} was written by a newer Flowdesk (its tables are of version ${version}, this release knows ${migrations.length}). Start the newer one, or choose another data folder.`,
    );
  return version;
}
