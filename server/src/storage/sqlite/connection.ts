import type { DatabaseSync, SQLInputValue, StatementSync } from "node:sqlite";
import { Kysely } from "kysely";
import { GenericSqliteDialect } from "kysely-generic-sqlite";
import type { QueryOutcome } from "../table-store.ts";
import type { Tables } from "../tables.ts";
import { openRead, openStanding, openWritten } from "./database.ts";

/** Statements kept prepared; those with lists of varying length would else grow without end. */
const mostStatements = 500;

/** One connection: the engine's own, and Kysely's over it with its statements kept prepared. */
export interface Connection {
  readonly raw: DatabaseSync;
  readonly db: Kysely<Tables>;
  readonly prepare: (sql: string) => StatementSync;
}

/**
 * The one connection that writes.
 * @throws DataFolderError `data.not.durable` if the database does not keep what it commits
 */
export function openWriter(file: string): Connection {
  return connect(openWritten(file));
}

/** A connection that only reads. */
export function openReader(file: string): Connection {
  return connect(openRead(file));
}

/** A connection that only reads, and leaves nothing beside a file that may stand where nothing can be written. */
export function openStandingReader(file: string): Connection {
  return connect(openStanding(file));
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
