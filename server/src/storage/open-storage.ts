import type { Kysely } from "kysely";
import type { StoreUnavailable } from "../desk/store.ts";
import { openSqlite } from "./sqlite/open-sqlite.ts";
import { accountDatabase } from "./sqlite/remote-dialect.ts";
import type { TableStore } from "./table-store.ts";

/** Which engine keeps the desks. */
export type Engine = "sqlite" | "postgres";

/** Where desks and accounts are kept, whichever engine it is. */
export interface Storage {
  readonly engine: Engine;
  readonly store: TableStore;
  /** The tables of accounts: one statement at a time, without transactions. */
  readonly accounts: Kysely<unknown>;
  /** The clock that all who write go by, in ms UTC. */
  readonly clock: () => number;
  /** Tells the other nodes what is not in the log; null where there are none. */
  readonly tell: ((topic: string, said: unknown) => void) | null;
}

/**
 * Opens the database at an address, or the one in the data folder.
 * @param database `postgres://…`; null for SQLite in the folder
 * @throws DataFolderError, DatabaseUnusable
 */
export async function openStorage(options: {
  readonly data: string;
  readonly database: string | null;
  readonly onFatal: (error: Error) => void;
  /** The database is away, or its file is not where it was opened: told again and again, for as long as it lasts. */
  readonly onAway?: (error: StoreUnavailable) => void;
}): Promise<Storage> {
  const { data, database, onFatal, onAway } = options;
  if (database === null) {
    const store = openSqlite(data, { onFatal, onGone: onAway });
    return { engine: "sqlite", store, accounts: accountDatabase(store), clock: Date.now, tell: null };
  }
  const [{ openPostgres }, { kyselyOver }] = await Promise.all([
    import("./postgres/open-postgres.ts"),
    import("./postgres/one-connection.ts"),
  ]);
  const store = await openPostgres(database, { onFatal, onAway });
  const accounts = kyselyOver<unknown>(async (text, values, writes = true) => {
    const { rows, numAffectedRows } = await store.query(text, values, writes);
    return { rows, affected: numAffectedRows === undefined ? null : Number(numAffectedRows) };
  });
  return { engine: "postgres", store, accounts, clock: store.clock, tell: store.tell };
}
