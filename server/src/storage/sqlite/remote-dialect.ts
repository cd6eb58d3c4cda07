import { type CompiledQuery, type DatabaseConnection, Kysely, type QueryResult, SqliteAdapter } from "kysely";
import { BaseSqliteDialect, BaseSqliteDriver } from "kysely-generic-sqlite";
import type { SqliteStore } from "./sqlite-store.ts";

/**
 * The same database as the store's for other tables than the desks', such as those of accounts. Queries go to the
 * store's threads: plain `select`s to those that read, everything else to the one that writes, one by one, in turn with
 * the desks' batches. Transactions are refused, because somebody's pause in one would stop every desk.
 */
export function accountDatabase<Database>(store: Pick<SqliteStore, "query">): Kysely<Database> {
  return new Kysely<Database>({ dialect: new RemoteDialect(() => new RemoteDriver(store)) });
}

class RemoteDialect extends BaseSqliteDialect {
  override createAdapter(): SqliteAdapter {
    return new RemoteAdapter();
  }
}

class RemoteAdapter extends SqliteAdapter {
  /** Kysely would hold every reading back while a write waits for its turn, or for a lock. The threads have an order. */
  override get supportsMultipleConnections(): boolean {
    return true;
  }
}

class RemoteDriver extends BaseSqliteDriver {
  constructor(store: Pick<SqliteStore, "query">) {
    super(async () => {
      this.conn = new RemoteConnection(store);
    });
  }

  override beginTransaction(): Promise<void> {
    return Promise.reject(new Error("The account tables take one statement at a time, without transactions."));
  }

  destroy(): Promise<void> {
    return Promise.resolve();
  }
}

class RemoteConnection implements DatabaseConnection {
  readonly #store: Pick<SqliteStore, "query">;

  constructor(store: Pick<SqliteStore, "query">) {
    this.#store = store;
  }

  async executeQuery<Row>({ sql, parameters, query }: CompiledQuery): Promise<QueryResult<Row>> {
    const outcome = await this.#store.query(sql, parameters, query.kind !== "SelectQueryNode");
    return outcome as QueryResult<Row>;
  }

  streamQuery<Row>(): AsyncIterableIterator<QueryResult<Row>> {
    throw new Error("The account tables are read whole.");
  }
}
