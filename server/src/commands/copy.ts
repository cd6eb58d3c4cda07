import { statSync } from "node:fs";
import { join } from "node:path";
import { requireWhole } from "../storage/copy/back-up.ts";
import type { CopyReport } from "../storage/copy/copy-desks.ts";
import { copyPlace } from "../storage/copy/copy-place.ts";
import { CopyRefused } from "../storage/copy/copy-refused.ts";
import { isAddress } from "../storage/is-address.ts";
import { openStanding } from "../storage/sqlite/database.ts";
import { failureOf } from "../storage/sqlite/failure.ts";
import { databaseName, explain } from "../storage/sqlite/open-sqlite.ts";
import { dataWords } from "./place-words.ts";
import { terminalProgress } from "./progress.ts";
import { CommandRefused } from "./sentence.ts";
import { onStopSignal } from "./stop-signal.ts";

export interface CopyCommand {
  /** Each a data folder or a database's address. */
  readonly from: string;
  readonly to: string;
  /** One desk; absent: all. */
  readonly desk?: string;
  readonly json?: boolean;
}

/** Copies desks with everything they hold to another place, of the same engine or the other. */
export async function copy(options: CopyCommand): Promise<void> {
  report(await copied(options), options);
}

/** Puts a backup in place. Every desk's log gets a new id, so that consoles which knew a later state load anew. */
export async function restore(options: CopyCommand): Promise<void> {
  if (isAddress(options.from))
    throw new CommandRefused("restore.from", "A backup is a folder. Databases are copied with: flowdesk copy.");
  requireWholeBackup(options.from);
  report(await copied(options), options);
}

/**
 * Looks a backup over before anything is made of it; one that is not there is left to who opens it.
 * @throws CopyRefused `copy.damaged` if it is damaged or cut off; DataFolderError if it cannot be read for another reason
 */
function requireWholeBackup(folder: string): void {
  const file = join(folder, databaseName);
  const size = statSync(file, { throwIfNoEntry: false })?.size;
  if (size === undefined) return;
  // SQLite takes a file without a byte for a database that is new, and would make one of it.
  if (size === 0) throw damaged(file);
  try {
    const raw = openStanding(file);
    try {
      requireWhole(raw, file);
    } finally {
      raw.close();
    }
  } catch (error) {
    if (error instanceof CopyRefused || ["corrupt", "notADatabase", "io"].includes(failureOf(error)))
      throw damaged(file, error);
    throw explain(error, folder, file);
  }
}

function damaged(file: string, cause?: unknown): CopyRefused {
  return new CopyRefused("copy.damaged", `The backup ${file} is damaged or cut off. Restore another one.`, { cause });
}

async function copied({ from, to, desk }: CopyCommand): Promise<CopyReport> {
  const stop = new AbortController();
  const letGo = onStopSignal(() =>
    stop.abort(new CommandRefused("stopped", "Stopped. Nothing has been written; the same command begins anew.")),
  );
  const progress = terminalProgress();
  try {
    return await copyPlace(from, to, {
      renewsLog: true,
      signal: stop.signal,
      onProgress: progress.show,
      ...(desk === undefined ? {} : { desk }),
    });
  } finally {
    progress.end();
    letGo();
  }
}

function report(made: CopyReport, { to, json }: CopyCommand): void {
  if (json === true) {
    process.stdout.write(`${JSON.stringify(made)}\n`);
    return;
  }
  for (const { table, rows, checksum } of made.tables)
    process.stdout.write(`${table.padEnd(16)} ${String(rows).padStart(10)}  ${checksum.slice(0, 16)}\n`);
  const { desks, accountsThere, sessionsGoOn } = made;
  process.stdout.write(
    `${desks.length === 1 ? "1 desk" : `${desks.length} desks`}: ${desks.join(", ")}. What was written is what was read, table by table.\n`,
  );
  if (accountsThere > 0) process.stderr.write(`${accountsThere} accounts were there already, and stay as they are.\n`);
  const people = made.tables.find(({ table }) => table === "user")?.rows ?? 0;
  if (!sessionsGoOn && people > 0)
    process.stderr.write("People sign in anew: the target signs sessions with a secret of its own.\n");
  process.stderr.write(
    `Serve it with ${servedBy(to)}. Stop the old one first: what comes in there is not copied later.\n`,
  );
}

/** What a server has to be told to serve a place: one on a database takes `--data` for the folder beside it. */
function servedBy(place: string): string {
  if (isAddress(place)) return "--database with its address";
  const { FLOWDESK_DATABASE: another } = process.env;
  return another === undefined ? dataWords(place) : `${dataWords(place)}, and without FLOWDESK_DATABASE, which is set`;
}
