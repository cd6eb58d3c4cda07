import { DatabaseSync, type SQLInputValue, type StatementSync } from "node:sqlite";
import { Kysely } from "kysely";
import { GenericSqliteDialect } from "kysely-generic-sqlite";
import type { QueryOutcome } from "../table-store.ts";
import type { Tables } from "../tables.ts";

/** How long a connection waits for another process that writes, in ms. */
const patience = 5_000;
/**
 * The size of a page in bytes, for a database that is new. Rows of a flood have 1 to 2 KB: in pages of 4 KB they left a
 * fifth of the space and took a fifth more of the writing thread's time; pages of 16 KB cost single commands more.
 */
const pageSize = 8_192;
/** So many pages of the log of writes are gathered before they are brought into the database: 16 MB. */
const checkpointPages = 2_000;
/** Statements kept prepared; those with lists of varying length would else grow without end. */
const mostStatements = 500;

/** One connection: the engine's own, and Kysely's over it with its statements kept prepared. */
export interface Connection {
  readonly raw: DatabaseSync;
  readonly db: Kysely<Tables>;
  readonly prepare: (sql: string) => StatementSync;
}

/**
 * Opens the one connection that writes. Durability is read back from the live connection (rule L1).
 * @throws Error if the database does not keep to it.
 */
export function openWriter(file: string): Connection {
  const raw = new DatabaseSync(file, { timeout: patience, enableForeignKeyConstraints: true });
  raw.exec(`pragma page_size = ${pageSize}; pragma journal_mode = wal; pragma synchronous = full; pragma wal_autocheckpoint = ${checkpointPages};
    pragma journal_size_limit = 67108864; pragma cache_size = -32768;`);
  const held = {
    journal: raw.prepare("pragma journal_mode").get()?.journal_mode,
    synchronous: raw.prepare("pragma synchronous").get()?.synchronous,
    foreignKeys: raw.prepare("pragma foreign_keys").get()?.foreign_keys,
  };
  if (held.journal !== "wal" || held.synchronous !== 2 || held.foreignKeys !== 1) {
    raw.close();
    throw new Error(
      `The database does not keep what it commits: ${JSON.stringify(held)}. It needs a local file system.`,
    );
  }
  return connect(raw);
}

/** Opens a connection that only reads. */
export function openReader(file: string): Connection {
  const raw = new DatabaseSync(file, { timeout: patience, readOnly: true });
  raw.exec("pragma query_only = on; pragma cache_size = -16384;");
  return connect(raw);
}

function connect(raw: DatabaseSync): Connection {
  const statements = new Map<string, StatementSync>();
  const prepare = (sql: string): StatementSync => {
    let statement = statements.get(sql);
    if (statement === undefined) {
      if (statements.size >= mostStatements) statements.clear();
      statement = raw.prepare(sql);
      statements.set(sql, statement);
    }
    return statement;
  };
  const db = new Kysely<Tables>({
    dialect: new GenericSqliteDialect(() => ({
      db: raw,
      query: (_isSelect, sql, parameters) => run(prepare, sql, parameters),
      close: () => raw.close(),
    })),
  });
  return { raw, db, prepare };
}

/** Runs one statement, whether or not it gives rows. */
export function run(prepare: Connection["prepare"], sql: string, parameters: readonly unknown[]): QueryOutcome {
  const statement = prepare(sql);
  const bound = parameters as readonly SQLInputValue[];
  if (statement.columns().length > 0) return { rows: statement.all(...bound) };
  const { changes, lastInsertRowid } = statement.run(...bound);
  return { rows: [], insertId: BigInt(lastInsertRowid), numAffectedRows: BigInt(changes) };
}
