import {
  type CompiledQuery,
  type DatabaseConnection,
  type Dialect,
  type Driver,
  Kysely,
  PostgresAdapter,
  PostgresIntrospector,
  PostgresQueryCompiler,
  type QueryResult,
} from "kysely";

/** What a statement came to. */
interface Sent {
  readonly rows: Record<string, unknown>[];
  /** How many rows a statement that writes has written. */
  readonly affected: number | null;
}

/** Sends one statement with its values; `writes` is false for what only reads. */
export type Send = (text: string, values: readonly unknown[], writes?: boolean) => Promise<Sent>;

/** Kysely over whatever sends statements to PostgreSQL one at a time. Transactions are whoever sends them's to make. */
export function kyselyOver<Database>(send: Send): Kysely<Database> {
  const dialect: Dialect = {
    createAdapter: () => new PostgresAdapter(),
    createDriver: () => new OneConnection(send),
    createIntrospector: (db) => new PostgresIntrospector(db),
    createQueryCompiler: () => new PostgresQueryCompiler(),
  };
  return new Kysely<Database>({ dialect });
}

class OneConnection implements Driver, DatabaseConnection {
  readonly #send: Send;

  constructor(send: Send) {
    this.#send = send;
  }

  async init(): Promise<void> {}
  async acquireConnection(): Promise<DatabaseConnection> {
    return this;
  }
  async releaseConnection(): Promise<void> {}
  async destroy(): Promise<void> {}

  async executeQuery<Row>({ sql, parameters, query }: CompiledQuery): Promise<QueryResult<Row>> {
    const { rows, affected } = await this.#send(sql, parameters, query.kind !== "SelectQueryNode");
    return { rows: rows as Row[], ...(affected === null ? {} : { numAffectedRows: BigInt(affected) }) };
  }

  streamQuery<Row>(): AsyncIterableIterator<QueryResult<Row>> {
    throw new Error("Tables are read whole.");
  }

  beginTransaction(): Promise<void> {
    return Promise.reject(new Error("Statements are sent one at a time here, without transactions."));
  }
  commitTransaction(): Promise<void> {
    return this.beginTransaction();
  }
  rollbackTransaction(): Promise<void> {
    return this.beginTransaction();
  }
}
