import { type BatchKeys, type KnownHistory, StorageFull, StoreUnavailable } from "../../desk/store.ts";
import type { BatchRows } from "../batch-rows.ts";
import { headOf } from "../loaded-batch.ts";
import type { RosterVersion } from "../queries/load-batch.ts";
import type { Answered, Asked, ReadingName } from "../queries/readings.ts";
import { type After, type Lock, type QueryOutcome, TableStore, type Watcher } from "../table-store.ts";
import type { DeskRow } from "../tables.ts";
import { Thread } from "../thread.ts";
import type { Ordered, WritingName } from "../writings/writings.ts";
import { Bell } from "./bell.ts";
import { notDurable } from "./check.ts";
import { Connections } from "./connections.ts";
import type { ConnectionMethods } from "./connections.worker.ts";
import { idGivenAt } from "./given-at.ts";
import { LogIds } from "./log-ids.ts";
import { few } from "./one-statement.ts";
import { Transactions } from "./transactions.ts";
import { Watch } from "./watch.ts";

/** So many threads read what takes long; a report in one leaves the other to everybody else. */
const readerThreads = 2;
/** Readings of so much that whatever else is asked would wait for them. */
const long: ReadonlySet<ReadingName> = new Set<ReadingName>([
  "openWork",
  "snapshotLines",
  "report",
  "responseFields",
  "responsesBehind",
  "itemsBehind",
  "runFigures",
]);

/**
 * Connections from here: one more than is mostly needed, as a second desk may have its command meanwhile. What comes while
 * both are taken goes by the thread, which has more of them.
 */
const connectionsHere = 2;

type Given<Method extends keyof ConnectionMethods> = Awaited<ReturnType<ConnectionMethods[Method]>>;

/**
 * Desks in a PostgreSQL database, which any number of nodes write at once. A thread of its own speaks with the database:
 * what a batch waits for there is not kept waiting by what is sent to consoles here. A single command on a desk at rest
 * goes out from here, without a thread to wake.
 */
export class PostgresStore extends TableStore {
  readonly #connections: Thread;
  readonly #readers: readonly Thread[];
  readonly #here: Connections;
  readonly #fromHere: Transactions;
  readonly #bell: Bell;
  readonly #onAway: (error: StoreUnavailable) => void;
  /** How often something was not written for want of room, and since how many of these room was found. */
  readonly #full = { times: 0, over: 0 };
  readonly #watching = new Set<Watch>();
  readonly #logIds = new LogIds();
  /** Which database it was when the heads were read last; null before. */
  #place: string | null = null;
  /** Desks whose logs are being given other ids. */
  readonly #renewing = new Set<string>();
  /** By how many ms the database's clock is ahead of this machine's. */
  #ahead = 0;
  #underWayHere = 0;

  /** The database's address as the driver is given it, with or without TLS as it was reached. */
  readonly address: string;

  constructor(
    url: string,
    {
      onFatal,
      onAway = () => {},
    }: {
      readonly onFatal: (error: Error) => void;
      readonly onAway?: ((error: StoreUnavailable) => void) | undefined;
    },
  ) {
    super();
    this.address = url;
    this.#onAway = onAway;
    const thread = (name: "connections" | "reader") =>
      new Thread({ script: new URL(`./${name}.worker.ts`, import.meta.url), data: { url }, onFatal });
    this.#connections = thread("connections");
    this.#readers = Array.from({ length: readerThreads }, () => thread("reader"));
    this.#here = new Connections(url, "writing", connectionsHere);
    this.#fromHere = new Transactions(this.#here);
    this.#bell = new Bell(url);
  }

  /** The database's clock in ms UTC, as far as it is known: of nodes whose clocks differ, all go by this one. */
  readonly clock = (): number => Date.now() + this.#ahead;

  /** Sets the clock by the database's. */
  async setClock(): Promise<void> {
    this.#ahead = await this.#ask("ahead", undefined);
  }

  override read<Name extends ReadingName>(name: Name, args: Asked<Name>): Promise<Answered<Name>> {
    if (!long.has(name)) return this.#telling(this.#connections.call("read", { name, args }));
    const reader = this.#readers.reduce((least, one) => (one.pending < least.pending ? one : least));
    return this.#telling(reader.call("read", { name, args }));
  }

  override query(sql: string, parameters: readonly unknown[], writes: boolean): Promise<QueryOutcome> {
    return this.#ask("query", { sql, parameters, writes });
  }

  override async ready(): Promise<void> {
    const { times, over } = this.#full;
    await this.#ask("ready", { hasBeenFull: times > over });
    // What has found no room meanwhile stands.
    this.#full.over = Math.max(this.#full.over, times);
  }

  /** Calls for what is written in the desks, by this process or another, and for what other nodes tell. */
  watch(watcher: Watcher): () => void {
    const watch = new Watch({
      heads: async () => {
        const { heads, ahead, isKept, place } = await this.#ask("heads", undefined);
        this.#ahead = ahead;
        this.#here.refuse(isKept ? null : notDurable("fsync"));
        const isReplaced = this.#place !== null && this.#place !== place;
        this.#place = place;
        if (isReplaced) {
          this.forgetDesks();
          watcher.replaced?.();
        }
        for (const { desk, log } of heads) {
          if (this.#logIds.isBack(desk, log, place)) void this.#giveUp(desk, log, watcher);
        }
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

  override async renewIfSetBack(desk: string, known: KnownHistory): Promise<boolean> {
    const isRenewed = await super.renewIfSetBack(desk, known);
    // With the next backup it may be back before the heads are read.
    if (isRenewed) this.#logIds.gaveUp(desk, known.log);
    return isRenewed;
  }

  /** Tells the other nodes something that is not in the log. */
  readonly tell = (topic: string, said: unknown): void => this.#bell.tell(topic, said);

  override async close(): Promise<void> {
    for (const watch of this.#watching) watch.stop();
    await this.#bell.close();
    await Promise.all([this.#here.end(), ...[this.#connections, ...this.#readers].map((thread) => thread.close())]);
  }

  protected override async lock(desk: string, keys: BatchKeys, has: RosterVersion | null): Promise<Lock | null> {
    const taken = await this.#ask("begin", { desk, keys, has });
    if (taken === null) return null;
    const { lock, texts, at } = taken;
    return {
      texts,
      at,
      commit: async (rows) => this.#written(rows, await this.#ask("commit", { lock, rows })),
      letGo: () => this.#ask("letGo", { lock }),
    };
  }

  protected override async writeAfter(rows: BatchRows, after: After): Promise<boolean> {
    // To wake the thread takes longer than to send so little. What it is still to send must not be overtaken: it may be the
    // batch that this one follows.
    const isIdle = this.#connections.pending === 0 && this.#underWayHere < connectionsHere;
    const isSentHere = isIdle && rows.log.length <= few;
    return this.#written(
      rows,
      await (isSentHere
        ? this.#telling(this.#commitFromHere({ rows, after }))
        : this.#ask("commitAfter", { rows, after })),
    );
  }

  async #commitFromHere(asked: { rows: BatchRows; after: After }): Promise<boolean> {
    this.#underWayHere++;
    try {
      return await this.#fromHere.commitAfter(asked);
    } finally {
      this.#underWayHere--;
    }
  }

  override write<Name extends WritingName>(name: Name, ordered: Ordered<Name>): Promise<number> {
    return this.#ask("write", { name, ordered });
  }

  protected override insertDesk(row: DeskRow): Promise<boolean> {
    return this.#ask("createDesk", row);
  }

  /** The database's own lock of the desk's row decides whose turn it is. */
  protected override inTurn<T>(_desk: string, work: () => Promise<T>): Promise<T> {
    return work();
  }

  protected override newLog(): string {
    return this.#place === null ? super.newLog() : idGivenAt(this.#place);
  }

  async #giveUp(desk: string, log: string, watcher: Watcher): Promise<void> {
    if (this.#renewing.has(desk)) return;
    this.#renewing.add(desk);
    try {
      if (await this.leaveLog(desk, log)) watcher.renewed?.(desk);
    } catch {
      // It is found again with the next heads.
    } finally {
      this.#renewing.delete(desk);
    }
  }

  #written(rows: BatchRows, isWritten: boolean): boolean {
    if (isWritten) this.#bell.ring(rows.desk, rows.seq);
    return isWritten;
  }

  #ask<Method extends keyof ConnectionMethods>(
    method: Method,
    args: Parameters<ConnectionMethods[Method]>[0],
  ): Promise<Given<Method>> {
    return this.#telling(this.#connections.call(method, args));
  }

  /** Says that the database is away, or keeps that it is full, whoever it is that finds it so: not everybody who is refused would. */
  #telling<T>(asked: Promise<T>): Promise<T> {
    return asked.catch((error: unknown) => {
      if (error instanceof StoreUnavailable) this.#onAway(error);
      if (error instanceof StorageFull) this.#full.times++;
      throw error;
    });
  }
}
