import { basename } from "node:path";
import { type FileIdentity, identityAt, leadsTo } from "./file-identity.ts";

/** What SQLite keeps beside a database: the log of writes, and where everyone who has it open finds the way in that. */
const beside = ["-wal", "-shm"] as const;

/**
 * The files that a database was opened by. The system lets files be moved and removed while they are open, and what is
 * written goes into them all the same, where nobody finds it again; SQLite says nothing of it while it keeps a log of
 * writes.
 *
 * Those beside it count as well. Without the log a killed process loses all that was not brought into the database yet,
 * and whoever else opens the database reads and writes past this one.
 */
export class OpenedFiles {
  readonly #file: string;
  readonly #database: FileIdentity;
  readonly #beside: ReadonlyArray<{ readonly path: string; readonly opened: FileIdentity }>;

  /**
   * @param database which file the path led to as it was opened
   * Called once something has been read by the connection that writes: the files beside it are made then.
   */
  constructor(file: string, database: FileIdentity) {
    this.#file = file;
    this.#database = database;
    this.#beside = beside.flatMap((ending) => {
      const path = `${file}${ending}`;
      const opened = identityAt(path);
      return opened === null ? [] : [{ path, opened }];
    });
  }

  /**
   * What is not where it was opened, in a sentence that a person can act on; null if all is as it was. Three questions to
   * the system, some microseconds each.
   */
  whatIsGone(): string | null {
    if (!leadsTo(this.#file, this.#database)) return databaseGone(this.#file);
    const missing = this.#beside.find(({ path, opened }) => !leadsTo(path, opened));
    if (missing === undefined) return null;
    return `${basename(missing.path)}, which belongs to ${basename(this.#file)}, was moved, removed or replaced while the database was open. Nothing more is written. Stop Flowdesk and start it again: what was written stands in ${basename(this.#file)}.`;
  }
}

/** That a path does not lead to the database that was opened by it, in a sentence that names no folder. */
export function databaseGone(file: string): string {
  const name = basename(file);
  return identityAt(file) === null
    ? `${name} was moved or removed while it was open. Nothing more is written. Move it back, and writing goes on; or stop Flowdesk, restore a backup and start it again.`
    : `Another file was put in the place of ${name} while it was open. Nothing more is written. Stop Flowdesk and start it again to go on with the file that stands there now, or move the one that was opened back.`;
}
