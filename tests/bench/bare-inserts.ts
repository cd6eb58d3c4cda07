import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { temporaryFolder } from "../fixtures/served.ts";

/** What the server commits at once at most. */
const perCommit = 500;

/**
 * The limit that a durable message meets on this machine: one thread writes rows of five columns with a key into
 * SQLite, with the settings of the server (WAL, every commit to the disk), so many per commit, and does nothing else.
 * @returns rows per second
 */
export function bareInserts(
  rows: ReadonlyArray<readonly [id: string, channel: string, at: number, body: string]>,
): number {
  const folder = temporaryFolder();
  try {
    const db = new DatabaseSync(join(folder.path, "bare.db"));
    db.exec("pragma journal_mode = wal; pragma synchronous = full; pragma wal_autocheckpoint = 4000");
    db.exec(
      "create table rows (desk text, id text, channel text, at integer, body text, primary key (desk, channel, id)) strict",
    );
    const insert = db.prepare("insert into rows values ('bench', ?, ?, ?, ?)");
    const began = performance.now();
    for (let from = 0; from < rows.length; from += perCommit) {
      db.exec("begin immediate");
      for (const [id, channel, at, body] of rows.slice(from, from + perCommit)) insert.run(id, channel, at, body);
      db.exec("commit");
    }
    const took = performance.now() - began;
    db.close();
    return (rows.length / took) * 1000;
  } finally {
    folder.remove();
  }
}
