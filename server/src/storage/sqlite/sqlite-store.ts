import { Worker } from "node:worker_threads";
import { type BatchKeys, StoreGone } from "../../desk/store.ts";
import type { BatchRows } from "../batch-rows.ts";
import type { RosterVersion } from "../queries/load-batch.ts";
import type { Answered, Asked, ReadingName } from "../queries/readings.ts";
import { type After, type Lock, type QueryOutcome, TableStore, type Watcher } from "../table-store.ts";
import type { DeskRow } from "../tables.ts";
import { Thread } from "../thread.ts";
import type { Ordered, WritingName } from "../writings/writings.ts";
import type { FileIdentity } from "./file-identity.ts";
import { Turns } from "./turns.ts";
import type { Watched } from "./watcher.worker.ts";
import type { WriterMethods } from "./writer.worker.ts";

/** So many threads read; a report in one leaves the other to everybody else. */
const readerThreads = 2;
/** The lane of everything that is no desk's batch. No desk has this id. */
const houseLane = "";

/** A database's path, and which file that led to as it was opened. Every thread of the storage is given it. */
export interface OpenedDatabase {
  readonly file: string;
  readonly opened: FileIdentity;
}

export interface SqliteStoreOptions {
  /** The storage has died again and again; the process should say so and end. */
  readonly onFatal: (error: Error) => void;
  /** The file is not where it was opened: told once a second for as long as it lasts, to who watches. */
  readonly onGone?: ((error: StoreGone) => void) | undefined;
  /** Called with each thread of the storage as it starts. */
  readonly onThread?: ((worker: Worker, role: "writer" | "reader") => void) | undefined;
}

type Written<Method extends keyof WriterMethods> = Awaited<ReturnType<WriterMethods[Method]>>;

/** Desks in a file of SQLite's, which one thread writes and others read. */
export class SqliteStore extends TableStore {
  readonly #database: OpenedDatabase;
  readonly #onGone: (error: StoreGone) => void;
  readonly #writer: Thread;
  readonly #readers: readonly Thread[];
  readonly #turns = new Turns();
  readonly #watching = new Set<() => void>();

  constructor(database: OpenedDatabase, { onFatal, onGone = () => {}, onThread }: SqliteStoreOptions) {
    super();
    this.#database = database;
    this.#onGone = onGone;
    const thread = (role: "writer" | "reader") =>
      new Thread({
        script: new URL(`./${role}.worker.ts`, import.meta.url),
        data: database,
        onFatal,
        onStart: onThread && ((worker) => onThread(worker, role)),
      });
    this.#writer = thread("writer");
    this.#readers = Array.from({ length: readerThreads }, () => thread("reader"));
  }

  override ready(): Promise<void> {
    return this.#turns.take(houseLane, () => this.#write("ready", undefined));
  }

  /** Asks a reading by its name, in whichever thread has the least to do. */
  override read<Name extends ReadingName>(name: Name, args: Asked<Name>): Promise<Answered<Name>> {
    return this.#ask("read", { name, args });
  }

  /** One statement of SQL, for tables that are not the desks': `writes` says which thread it goes to. */
  override query(sql: string, parameters: readonly unknown[], writes: boolean): Promise<QueryOutcome> {
    if (!writes) return this.#ask("query", { sql, parameters });
    return this.#turns.take(houseLane, () => this.#write("query", { sql, parameters }));
  }

  /**
   * Rings once it watches, and within 50 ms of every commit, whoever made it: this process or another. Gives what ends
   * it.
   */
  override watch({ all }: Pick<Watcher, "all">): () => void {
    let worker: Worker | null = null;
    const start = () => {
      worker = new Worker(new URL("./watcher.worker.ts", import.meta.url), { workerData: this.#database });
      worker.on("message", (told: Watched) => (told === "gone" ? this.#lookAtFiles() : all()));
      worker.on("error", () => undefined);
      worker.on("exit", () => {
        if (worker !== null) setTimeout(() => worker !== null && start(), 1_000).unref();
      });
    };
    const stop = () => {
      const ended = worker;
      worker = null;
      this.#watching.delete(stop);
      void ended?.terminate();
    };
    this.#watching.add(stop);
    start();
    return stop;
  }

  /** Has the thread that writes see what has become of the files, also while nobody writes, and says what it says. */
  #lookAtFiles(): void {
    this.ready().catch((error: unknown) => {
      if (error instanceof StoreGone) this.#onGone(error);
    });
  }

  override async close(): Promise<void> {
    for (const stop of this.#watching) stop();
    // What has been taken is finished first.
    await this.#turns.take(houseLane, () => Promise.resolve());
    await Promise.all(this.#readers.map((reader) => reader.close()));
    await this.#writer.close();
  }

  protected override async lock(desk: string, keys: BatchKeys, has: RosterVersion | null): Promise<Lock | null> {
    const texts = await this.#write("begin", { desk, keys, has });
    return texts === null
      ? null
      : {
          texts,
          at: null,
          commit: (rows) => this.#write("commit", rows),
          letGo: () => this.#write("rollback", undefined),
        };
  }

  protected override writeAfter(rows: BatchRows, after: After): Promise<boolean> {
    return this.#write("commitAfter", { rows, after });
  }

  override write<Name extends WritingName>(name: Name, ordered: Ordered<Name>): Promise<number> {
    return this.#turns.take(ordered.desk, () => this.#write("write", { name, ordered }));
  }

  protected override insertDesk(row: DeskRow): Promise<boolean> {
    return this.#turns.take(houseLane, () => this.#write("createDesk", row));
  }

  protected override inTurn<T>(desk: string, work: () => Promise<T>): Promise<T> {
    return this.#turns.take(desk, work);
  }

  #write<Method extends keyof WriterMethods>(
    method: Method,
    args: Parameters<WriterMethods[Method]>[0],
  ): Promise<Written<Method>> {
    return this.#writer.call(method, args);
  }

  /**
   * Asks whichever thread that reads has the least to do. One that came too late to open a database that is gone leaves it
   * to the other, which may have it open.
   */
  async #ask<T>(method: "read" | "query", args: unknown): Promise<T> {
    const least = this.#readers.reduce((one, other) => (other.pending < one.pending ? other : one));
    try {
      return await least.call<T>(method, args);
    } catch (error) {
      const other = error instanceof StoreGone ? this.#readers.find((reader) => reader !== least) : undefined;
      if (other === undefined) throw error;
      return other.call<T>(method, args);
    }
  }
}
