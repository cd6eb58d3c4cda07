import type { Kysely } from "kysely";
import pg from "pg";
import type { Bulk } from "../queries/bulk.ts";
import type { Tables } from "../tables.ts";
import { bulkOf } from "./bulk.ts";
import { checkWriting } from "./check.ts";
import { stateOf } from "./failure.ts";
import { kyselyOver, type Send } from "./one-connection.ts";
import type { DatabaseUnusable } from "./unusable.ts";

/** A connection that was taken, until it is given back. */
export interface Connection {
  readonly send: Send;
  readonly db: Kysely<Tables>;
  readonly bulk: Bulk;
  /** Writes without waiting for the answers, which `answered` gives all at once: it rejects as the first that failed. */
  pipelined(): { readonly db: Kysely<Tables>; readonly bulk: Bulk; answered(): Promise<void> };
  /** Several statements in one go, without values. Gives the rows of the last. */
  run(statements: string): Promise<Record<string, unknown>[]>;
  /** Gives it back; one on which something has failed is closed instead. */
  release(isBroken: boolean): void;
}

/** What connections are for: nothing may be waited for long under a desk's lock (rule L4); reports may take their time. */
export type Purpose = "writing" | "reading" | "reporting" | "migrating";

/**
 * Times in ms that the database keeps to; `answer` is when it is given up from here, as its machine may be gone.
 * `transaction` ends the one whose last bytes were lost with a machine: it is in no statement, and not idle either.
 */
const patience: {
  readonly [P in Purpose]: { lock: number; idle: number; statement: number; transaction: number; answer: number };
} = {
  writing: { lock: 2_000, idle: 3_000, statement: 5_000, transaction: 20_000, answer: 7_000 },
  reading: { lock: 2_000, idle: 10_000, statement: 30_000, transaction: 0, answer: 32_000 },
  reporting: { lock: 2_000, idle: 10_000, statement: 30_000, transaction: 0, answer: 32_000 },
  migrating: { lock: 60_000, idle: 60_000, statement: 0, transaction: 0, answer: 0 },
};
/** PostgreSQL 17 was the first to have it. */
const timesTransactions = 170_000;
/**
 * What a batch touches is looked up by its keys, however the tables stand: a plan that was made while they were small, or
 * had never been counted, would go on reading them whole as they grow.
 */
const byKeys = ["seqscan", "hashjoin", "mergejoin", "material"].map((way) => `set enable_${way} = off`).join("; ");
/** What a batch does has one plan, made once: made anew for the values of each, it cost a command 0.4 ms. */
const plannedOnce = "set plan_cache_mode = force_generic_plan";
/** How the connections for a purpose have what they are asked planned. */
const planning: { readonly [P in Purpose]: string } = {
  writing: `${byKeys}; ${plannedOnce}`,
  reading: byKeys,
  reporting: "",
  migrating: "",
};
/** A connection is made within so many ms, or given up. */
const connectWithin = 5_000;
/** Statements that are kept prepared; those with lists of varying length would else grow without end. */
const mostStatements = 300;

/** With the routine `RevalidateCachedQuery`: "cached plan must not change result type". */
const notSupported = "0A000";

/** "Current transaction is aborted": a statement before it has failed. */
const failedBefore = "25P02";

const bigint = 20;
const types: pg.CustomTypesConfig = {
  // Times and numbers of the log are far below 2^53.
  getTypeParser: ((oid: number, format?: "text" | "binary") =>
    oid === bigint ? Number : pg.types.getTypeParser(oid, format as "text")) as typeof pg.types.getTypeParser,
};

export function clientConfig(url: string): pg.ClientConfig {
  return {
    connectionString: url,
    application_name: "flowdesk",
    connectionTimeoutMillis: connectWithin,
    keepAlive: true,
    keepAliveInitialDelayMillis: 10_000,
    // What is sent is not held back until what was sent before has been answered.
    pipeline: true,
    types,
  };
}

/** Connections for one purpose, made as they are needed, at most `most`. */
export class Connections {
  readonly #pool: pg.Pool;
  readonly #known = new WeakMap<pg.ClientBase, Omit<Connection, "release"> & { readonly generation: number }>();
  /** Counts how often what is prepared has become out of date. */
  #generation = 0;
  #refused: DatabaseUnusable | null = null;

  constructor(url: string, purpose: Purpose, most: number) {
    const { lock, idle, statement, transaction, answer } = patience[purpose];
    this.#pool = new pg.Pool({
      ...clientConfig(url),
      ...(answer === 0 ? {} : { query_timeout: answer }),
      max: most,
      // A command after a rest does not wait until a connection is made, and its statements are prepared.
      min: purpose === "writing" ? 1 : 0,
      // The checks are part of connecting: one that does not pass is never handed out.
      onConnect: (async (client: pg.ClientBase) => {
        // A connection that breaks while nothing is asked of it says so here, and must not end the process.
        client.on("error", () => undefined);
        // What waited for a desk's lock is to see what was committed meanwhile, whatever the house has transactions begin with.
        await client.query(
          `set lock_timeout = ${lock}; set idle_in_transaction_session_timeout = ${idle}; set statement_timeout = ${statement};
          set default_transaction_isolation = 'read committed'; set client_min_messages = warning; ${planning[purpose]};
          select set_config('transaction_timeout', '${transaction}', false)
            where current_setting('server_version_num')::int >= ${timesTransactions};
          ${purpose === "reading" || purpose === "reporting" ? "set default_transaction_read_only = on" : ""}`,
        );
        if (purpose === "writing") await checkWriting(over(client).send);
      }) as (client: pg.ClientBase) => void,
    });
    this.#pool.on("error", () => undefined);
  }

  /** Why no connection is handed out now; null while they are. */
  get refused(): DatabaseUnusable | null {
    return this.#refused;
  }

  /** Hands out no connection any more, for this reason; with null they are handed out again. */
  refuse(because: DatabaseUnusable | null): void {
    this.#refused = because;
  }

  /** @throws DatabaseUnusable while connections are refused */
  async take(): Promise<Connection> {
    let client = await this.#pool.connect();
    let known = this.#known.get(client);
    while (known !== undefined && known.generation !== this.#generation) {
      client.release(true);
      client = await this.#pool.connect();
      known = this.#known.get(client);
    }
    if (this.#refused !== null) {
      client.release();
      throw this.#refused;
    }
    if (known === undefined) {
      known = { ...over(client), generation: this.#generation };
      this.#known.set(client, known);
    }
    let isOut = true;
    return {
      ...known,
      release: (isBroken) => {
        if (isOut) client.release(isBroken);
        isOut = false;
      },
    };
  }

  /** Takes a connection for as long as `work` takes. */
  async with<T>(work: (connection: Connection) => Promise<T>): Promise<T> {
    const connection = await this.take();
    let result: T;
    try {
      result = await work(connection);
    } catch (error) {
      connection.release(true);
      if (this.isOutOfDate(error)) return this.with(work);
      throw error;
    }
    connection.release(false);
    return result;
  }

  /**
   * Whether a statement failed, with nothing done, because it was prepared before a newer release made the tables wider.
   * Every connection is then made anew, and the statement is to be sent again.
   */
  isOutOfDate(error: unknown): boolean {
    // The state stands for whatever is not supported, and messages are in the database's language.
    if (stateOf(error) !== notSupported || (error as { routine?: unknown }).routine !== "RevalidateCachedQuery")
      return false;
    this.#generation++;
    return true;
  }

  end(): Promise<void> {
    return this.#pool.end();
  }
}

const nothing: ReturnType<Send> = Promise.resolve({ rows: [], affected: null });

const names = new Map<string, string>();

/** Under which name a statement stays prepared on every connection; undefined for those that are too many. */
function nameOf(text: string): string | undefined {
  let name = names.get(text);
  if (name === undefined && names.size < mostStatements) {
    name = `s${names.size}`;
    names.set(text, name);
  }
  return name;
}

function over(client: pg.ClientBase): Omit<Connection, "release"> {
  let first: unknown = null;
  /** Of statements that were sent together, those behind the one that failed tell why it did, not that one has failed. */
  const failing = (error: unknown): never => {
    if (first === null || stateOf(error) !== failedBefore) first = error;
    throw first;
  };
  const send: Send = async (text, values) => {
    const name = nameOf(text);
    const { rows, rowCount, command } = await client
      .query({ text, values: [...values], ...(name === undefined ? {} : { name }) })
      .catch(failing);
    return { rows, affected: command === "SELECT" ? null : rowCount };
  };
  return {
    send,
    db: kyselyOver<Tables>(send),
    bulk: bulkOf(send),
    pipelined: () => {
      const sent: Array<ReturnType<Send>> = [];
      const sendOn: Send = (text, values) => {
        const answer = send(text, values);
        answer.catch(() => undefined);
        sent.push(answer);
        return nothing;
      };
      return {
        db: kyselyOver<Tables>(sendOn),
        bulk: bulkOf(sendOn),
        answered: async () => {
          await Promise.all(sent);
        },
      };
    },
    run: async (statements) => {
      // Of several statements the driver gives a list of results.
      const results = (await client.query(statements).catch(failing)) as pg.QueryResult | pg.QueryResult[];
      return (Array.isArray(results) ? results.at(-1) : results)?.rows ?? [];
    },
  };
}
