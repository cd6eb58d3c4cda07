import pg from "pg";
import { type BatchKeys, type Head, OutcomeUnknown } from "../../desk/store.ts";
import type { BatchRows } from "../batch-rows.ts";
import { headOf } from "../loaded-batch.ts";
import { loadBatch, type RosterVersion } from "../queries/load-batch.ts";
import type { Answered, Asked, ReadingName } from "../queries/readings.ts";
import { writeBatch } from "../queries/write-batch.ts";
import { type Lock, type QueryOutcome, TableStore, type Watcher } from "../table-store.ts";
import type { DeskRow } from "../tables.ts";
import { Thread } from "../thread.ts";
import { type Ordered, type WritingName, writings } from "../writings/writings.ts";
import { Bell } from "./bell.ts";
import { checkWriting } from "./check.ts";
import { type Connection, Connections } from "./connections.ts";
import { isLost, told } from "./failure.ts";
import { readOn } from "./read.ts";
import { Watch } from "./watch.ts";

/** So many connections a node has at most, for each purpose. */
const most = { writing: 10, reading: 4 };
/** So many threads read what takes long; a report in one leaves the other to everybody else. */
const readerThreads = 2;
/** Readings of so much that the event loop would stand still over it. */
const long: ReadonlySet<ReadingName> = new Set<ReadingName>([
  "openWork",
  "snapshotLines",
  "report",
  "responseFields",
  "responsesBehind",
  "itemsBehind",
  "runFigures",
]);

/** The database's clock in ms UTC. */
const clock = "floor(extract(epoch from clock_timestamp()) * 1000)::bigint";

/** A transaction that has a desk's lock; `stands` is undefined where there is no such desk. */
interface Begun {
  readonly connection: Connection;
  readonly stands: { readonly log: string; readonly seq: number } | undefined;
  readonly at: number;
}

/** Desks in a PostgreSQL database, which any number of nodes write at once. */
export class PostgresStore extends TableStore {
  readonly #writing: Connections;
  readonly #reading: Connections;
  readonly #readers: readonly Thread[];
  readonly #bell: Bell;
  readonly #watching = new Set<Watch>();
  /** By how many ms the database's clock is ahead of this machine's. */
  #ahead = 0;

  constructor(url: string, onFatal: (error: Error) => void) {
    super();
    this.#readers = Array.from(
      { length: readerThreads },
      () => new Thread({ script: new URL("./reader.worker.ts", import.meta.url), data: { url }, onFatal }),
    );
    this.#writing = new Connections(url, "writing", most.writing);
    this.#reading = new Connections(url, "reading", most.reading);
    this.#bell = new Bell(url);
  }

  /** The database's clock in ms UTC, as far as it is known: of nodes whose clocks differ, all go by this one. */
  readonly clock = (): number => Date.now() + this.#ahead;

  /** Sets the clock by the database's. */
  setClock(): Promise<void> {
    return this.#on(this.#reading, (connection) => this.#readClock(connection));
  }

  override read<Name extends ReadingName>(name: Name, args: Asked<Name>): Promise<Answered<Name>> {
    if (!long.has(name)) return this.#on(this.#reading, (connection) => readOn(connection, name, args));
    const reader = this.#readers.reduce((least, one) => (one.pending < least.pending ? one : least));
    return reader.call("read", { name, args });
  }

  override query(sql: string, parameters: readonly unknown[], writes: boolean): Promise<QueryOutcome> {
    return this.#on(writes ? this.#writing : this.#reading, async ({ send }) => {
      const { rows, affected } = await send(sql, parameters);
      return { rows, ...(affected === null ? {} : { numAffectedRows: BigInt(affected) }) };
    });
  }

  override ready(): Promise<void> {
    return this.#on(this.#writing, async ({ run, send }) => {
      await checkWriting(send);
      await run("update flowdesk set version = version");
    });
  }

  /** Calls for what is written in the desks, by this process or another, and for what other nodes tell. */
  watch(watcher: Watcher): () => void {
    const watch = new Watch({
      heads: async () => {
        const [heads] = await this.#on(this.#reading, (connection) =>
          Promise.all([
            connection.db.selectFrom("desks").select(["desk", "log", "seq", "at"]).execute(),
            this.#readClock(connection),
          ]),
        );
        return new Map(heads.map((row) => [row.desk, headOf(row)]));
      },
      bell: this.#bell,
      watcher,
    });
    this.#watching.add(watch);
    return () => {
      this.#watching.delete(watch);
      watch.stop();
    };
  }

  /** Tells the other nodes something that is not in the log. */
  readonly tell = (topic: string, said: unknown): void => this.#bell.tell(topic, said);

  override async close(): Promise<void> {
    for (const watch of this.#watching) watch.stop();
    await this.#bell.close();
    await Promise.all([...this.#readers.map((reader) => reader.close()), this.#writing.end(), this.#reading.end()]);
  }

  protected override async lock(desk: string, keys: BatchKeys, has: RosterVersion | null): Promise<Lock | null> {
    const { connection, at } = await this.#begin(desk);
    try {
      const texts = await loadBatch(connection.db, connection.bulk, desk, keys, has);
      if (texts === null) {
        await this.#letGo(connection);
        return null;
      }
      return {
        texts,
        at,
        commit: (rows) => this.#commit(connection, rows),
        letGo: () => this.#letGo(connection),
      };
    } catch (error) {
      connection.release(true);
      if (this.#writing.isOutOfDate(error)) return this.lock(desk, keys, has);
      throw told(error);
    }
  }

  protected override async writeAfter(rows: BatchRows, after: Pick<Head, "log" | "seq">): Promise<boolean> {
    const { connection, stands } = await this.#begin(rows.desk);
    if (stands?.log === after.log && stands.seq === after.seq) return this.#commit(connection, rows);
    await this.#letGo(connection);
    return false;
  }

  override async write<Name extends WritingName>(name: Name, ordered: Ordered<Name>): Promise<number> {
    const { connection } = await this.#begin(ordered.desk);
    const writing = writings[name] as (source: object, ordered: Ordered<Name>) => Promise<number>;
    let rows: number;
    try {
      rows = await writing(connection, ordered);
      await connection.run("commit");
    } catch (error) {
      connection.release(true);
      throw told(error);
    }
    connection.release(false);
    return rows;
  }

  protected override insertDesk(row: DeskRow): Promise<boolean> {
    return this.#on(this.#writing, async ({ db }) => {
      const { numInsertedOrUpdatedRows } = await db
        .insertInto("desks")
        .values(row)
        .onConflict((conflict) => conflict.column("desk").doNothing())
        .executeTakeFirstOrThrow();
      return (numInsertedOrUpdatedRows ?? 0n) > 0n;
    });
  }

  /** The database's own lock of the desk's row decides whose turn it is. */
  protected override inTurn<T>(_desk: string, work: () => Promise<T>): Promise<T> {
    return work();
  }

  async #readClock({ run }: Connection): Promise<void> {
    const sent = Date.now();
    const [time] = await run(`select ${clock} as at`);
    // Read in the middle of the time that the question took.
    this.#ahead = Math.round(Number(time?.at) - (sent + Date.now()) / 2);
  }

  /** Begins a transaction, and locks the desk's row in it: where the desk stands, and the clock once it is locked. */
  async #begin(desk: string): Promise<Begun> {
    let connection: Connection;
    try {
      connection = await this.#writing.take();
    } catch (error) {
      throw told(error);
    }
    try {
      const [stands] = await connection.run(
        `begin; select log, seq, ${clock} as at
        from (select log, seq from desks where desk = ${pg.escapeLiteral(desk)} for update) as locked`,
      );
      return { connection, stands: stands as Begun["stands"], at: Number(stands?.at ?? this.clock()) };
    } catch (error) {
      connection.release(true);
      throw told(error);
    }
  }

  /** Sends everything that is to be written with the commit behind it: one wait for all the answers. */
  async #commit(connection: Connection, rows: BatchRows): Promise<boolean> {
    const { bulk, answered } = connection.pipelined();
    try {
      await writeBatch(connection.db, bulk, rows);
    } catch (error) {
      // The commit was not sent: nothing of it is there.
      connection.release(true);
      throw told(error);
    }
    const committed = connection.run("commit");
    committed.catch(() => undefined);
    try {
      // After a statement that failed, the database takes a commit for a rollback.
      await answered();
      await committed;
    } catch (error) {
      connection.release(true);
      if (isLost(error)) throw new OutcomeUnknown("The answer to a commit was lost.", { cause: error });
      throw told(error);
    }
    connection.release(false);
    this.#bell.ring(rows.desk, rows.seq);
    return true;
  }

  async #letGo(connection: Connection): Promise<void> {
    try {
      await connection.run("rollback");
    } catch (error) {
      connection.release(true);
      throw told(error);
    }
    connection.release(false);
  }

  async #on<T>(connections: Connections, work: (connection: Connection) => Promise<T>): Promise<T> {
    try {
      return await connections.with(work);
    } catch (error) {
      throw told(error);
    }
  }
}
