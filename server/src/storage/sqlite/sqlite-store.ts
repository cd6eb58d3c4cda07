import { randomUUID } from "node:crypto";
import { Worker } from "node:worker_threads";
import type { Briefing } from "@flowdesk/shared/desk/briefing/briefing.ts";
import type { Change } from "@flowdesk/shared/desk/change.ts";
import type { Desk } from "@flowdesk/shared/desk/desk.ts";
import type { Item } from "@flowdesk/shared/desk/item/item.ts";
import type { Post } from "@flowdesk/shared/desk/post/post.ts";
import { emptyState, type Thread as ItemThread } from "@flowdesk/shared/desk/state.ts";
import { Table } from "@flowdesk/shared/desk/table.ts";
import type { Scope, View } from "@flowdesk/shared/desk/view.ts";
import { type Instant, instant, millis } from "@flowdesk/shared/time/instant.ts";
import {
  type BatchKeys,
  type BatchWrites,
  type DeskCopy,
  DeskGone,
  type Due,
  type Head,
  type LoadedBatch,
  type LoggedChange,
  OutcomeUnknown,
  type SnapshotLines,
  type Store,
} from "../../desk/store.ts";
import { batchRows } from "../batch-rows.ts";
import { loadedBehind, mayFollow, type UnderWay } from "../follow.ts";
import { deskOf, headOf, loadedBatch, type Roster, rosterOf, threadOf } from "../loaded-batch.ts";
import type { Answered, Asked, Reader, ReadingName } from "../queries/readings.ts";
import { parseAll } from "../slices.ts";
import type { Outcome } from "./connection.ts";
import { Thread } from "./thread.ts";
import { Turns } from "./turns.ts";
import type { WriterMethods } from "./writer.worker.ts";

/** So many threads read; a report in one leaves the other to everybody else. */
const readerThreads = 2;
/** The lane of everything that is no desk's batch. No desk has this id. */
const houseLane = "";

export interface SqliteStoreOptions {
  /** The storage has died again and again; the process should say so and end. */
  readonly onFatal: (error: Error) => void;
  /** Called with each thread of the storage as it starts. */
  readonly onThread?: ((worker: Worker, role: "writer" | "reader") => void) | undefined;
}

type Decide = (loaded: LoadedBatch) => BatchWrites | null;
type Written<Method extends keyof WriterMethods> = Awaited<ReturnType<WriterMethods[Method]>>;

/** Desks in a file of SQLite's, which one thread writes and others read. */
export class SqliteStore implements Store, Reader {
  readonly #file: string;
  readonly #writer: Thread;
  readonly #readers: readonly Thread[];
  readonly #turns = new Turns();
  /** What the store knows of each desk's members and channels, used only where the desk says that it is still so. */
  readonly #rosters = new Map<string, Roster>();
  /** The batch of each desk that was decided last and is being written. */
  readonly #underWay = new Map<string, UnderWay>();
  readonly #watching = new Set<() => void>();

  constructor(file: string, { onFatal, onThread }: SqliteStoreOptions) {
    this.#file = file;
    const thread = (role: "writer" | "reader") =>
      new Thread({
        script: new URL(`./${role}.worker.ts`, import.meta.url),
        file,
        onFatal,
        onStart: onThread && ((worker) => onThread(worker, role)),
      });
    this.#writer = thread("writer");
    this.#readers = Array.from({ length: readerThreads }, () => thread("reader"));
  }

  desks(): Promise<readonly { id: string; name: string }[]> {
    return this.read("desks", null);
  }

  createDesk(desk: Desk, now: Instant): Promise<boolean> {
    const row = {
      desk: desk.id,
      name: desk.name,
      zone: desk.zone,
      policy: JSON.stringify(desk.policy),
      log: randomUUID(),
      seq: 0,
      at: millis(now),
      roster: 0,
      demonstration: desk.demonstration === true ? 1 : 0,
    };
    return this.#turns.take(houseLane, () => this.#write("createDesk", row));
  }

  async head(desk: string): Promise<Head | null> {
    const row = await this.read("head", { desk });
    return row === null ? null : headOf(row);
  }

  async heads(): Promise<ReadonlyMap<string, Head>> {
    return new Map((await this.read("heads", null)).map((row) => [row.desk, headOf(row)]));
  }

  async transact(desk: string, keys: BatchKeys, decide: Decide): Promise<void> {
    const underWay = this.#underWay.get(desk);
    if (underWay !== undefined && mayFollow(keys) && (await this.#follow(desk, keys, decide, underWay))) return;
    await this.#turns.take(desk, () => this.#lock(desk, keys, decide));
  }

  /** Loads, decides and writes a batch under the lock. */
  async #lock(desk: string, keys: BatchKeys, decide: Decide): Promise<void> {
    const known = this.#rosters.get(desk) ?? null;
    const texts = await this.#write("begin", { desk, keys, has: versionOf(known) });
    if (texts === null) {
      this.#rosters.delete(desk);
      throw new DeskGone(`There is no desk ${desk}.`);
    }
    let writes: BatchWrites | null;
    let rows: ReturnType<typeof batchRows>;
    try {
      const roster = rosterOf(texts.desk, texts.roster, known);
      this.#rosters.set(desk, roster);
      writes = decide(loadedBatch(texts, roster));
      rows = writes === null ? null : batchRows(desk, writes);
    } catch (error) {
      // If that thread has died meanwhile, its transaction has died with it.
      await this.#write("rollback", undefined).catch(() => undefined);
      throw error;
    }
    if (writes === null || rows === null) return this.#write("rollback", undefined);
    const written = await this.#underWayWhile(desk, headOf(texts.desk), writes, this.#write("commit", rows));
    if (!written) throw new OutcomeUnknown("The writing thread was started again while this batch was decided.");
  }

  /**
   * Decides a batch while the one before it is being written, and writes it if the desk then stands where that one has
   * left it. False if it is to be decided under the lock after all; nothing is written then.
   */
  async #follow(desk: string, keys: BatchKeys, decide: Decide, underWay: UnderWay): Promise<boolean> {
    const known = this.#rosters.get(desk) ?? null;
    const texts = await this.read("batch", { desk, keys, has: versionOf(known) }).catch(() => null);
    if (texts === null) return false;
    const loaded = loadedBehind(loadedBatch(texts, rosterOf(texts.desk, texts.roster, known)), underWay, keys);
    if (loaded === null) return false;
    const writes = decide(loaded);
    const rows = writes === null ? null : batchRows(desk, writes);
    // What was refused was refused for what the other one brings.
    if (writes === null || rows === null) return underWay.written;
    const commit = this.#turns.take(desk, () => this.#write("commitAfter", { rows, after: loaded.head }));
    return this.#underWayWhile(desk, loaded.head, writes, commit);
  }

  /** Lets the next batch follow this one while it is being written. */
  async #underWayWhile(desk: string, before: Head, writes: BatchWrites, commit: Promise<boolean>): Promise<boolean> {
    const last = writes.changes.at(-1)?.change;
    if (last === undefined) return commit;
    const after = { log: before.log, seq: last.seq, at: last.at };
    const underWay = { before, after, state: writes.state, written: commit.catch(() => false) };
    this.#underWay.set(desk, underWay);
    try {
      return await commit;
    } finally {
      if (this.#underWay.get(desk) === underWay) this.#underWay.delete(desk);
    }
  }

  async changes(desk: string, since: number, limit: number): Promise<readonly LoggedChange[]> {
    const texts = await this.read("changes", { desk, since, limit });
    return parseAll(
      texts,
      ({ body }) => body,
      ({ channel, kind }, change) => ({
        change: change as Change,
        scope: channel === null || kind === null ? null : ({ channel, kind } as Scope),
      }),
    );
  }

  async copy(desk: string): Promise<DeskCopy | null> {
    const work = await this.read("openWork", { desk });
    if (work === null) return null;
    const roster = rosterOf(work.desk, work, null);
    const { members, channels } = roster;
    const tableOf = async <T extends { readonly id: string }>(bodies: readonly string[]): Promise<Table<T>> =>
      Table.of(
        await parseAll(
          bodies,
          (body) => body,
          (_, entity) => [(entity as T).id, entity as T] as const,
        ),
      );
    return {
      head: headOf(work.desk),
      state: {
        ...emptyState(roster.desk),
        members,
        channels,
        items: await tableOf<Item>(work.items),
        posts: await tableOf<Post>(work.posts),
        briefings: await tableOf<Briefing>(work.briefings),
      },
    };
  }

  async snapshotLines(desk: string, view: View): Promise<SnapshotLines | null> {
    const read = await this.read("snapshotLines", { desk, view });
    if (read === null) return null;
    return { head: headOf(read.desk), desk: deskOf(read.desk), lines: read.lines, entities: read.entities };
  }

  async item(desk: string, item: string): Promise<{ seq: number; item: Item; thread: ItemThread } | null> {
    const read = await this.read("item", { desk, item });
    return read === null ? null : { seq: read.seq, item: JSON.parse(read.body) as Item, thread: threadOf(read.thread) };
  }

  async itemsOfAuthor(desk: string, channel: string, author: string, limit: number): Promise<readonly Item[]> {
    const bodies = await this.read("itemsOfAuthor", { desk, channel, author, limit });
    return bodies.map((body) => JSON.parse(body) as Item);
  }

  async due(desk: string, now: Instant, limit: number): Promise<readonly Due[]> {
    const texts = await this.read("due", { desk, now: millis(now), limit });
    return texts.map((text) =>
      "item" in text ? { item: JSON.parse(text.item) as Item } : { post: JSON.parse(text.post) as Post },
    );
  }

  async nextDue(desk: string): Promise<Instant | null> {
    const at = await this.read("nextDue", { desk });
    return at === null ? null : instant(at);
  }

  ready(): Promise<void> {
    return this.#turns.take(houseLane, () => this.#write("ready", undefined));
  }

  /** Asks a reading by its name, in whichever thread has the least to do. */
  read<Name extends ReadingName>(name: Name, args: Asked<Name>): Promise<Answered<Name>> {
    return this.#reader().call("read", { name, args });
  }

  /** One statement of SQL, for tables that are not the desks': `writes` says which thread it goes to. */
  query(sql: string, parameters: readonly unknown[], writes: boolean): Promise<Outcome> {
    if (!writes) return this.#reader().call("query", { sql, parameters });
    return this.#turns.take(houseLane, () => this.#write("query", { sql, parameters }));
  }

  /**
   * Rings once it watches, and within 50 ms of every commit, whoever made it: this process or another. Gives what ends
   * it.
   */
  watch(onChanged: () => void): () => void {
    let worker: Worker | null = null;
    const start = () => {
      worker = new Worker(new URL("./watcher.worker.ts", import.meta.url), { workerData: { file: this.#file } });
      worker.on("message", onChanged);
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

  async close(): Promise<void> {
    for (const stop of this.#watching) stop();
    // What has been taken is finished first.
    await this.#turns.take(houseLane, () => Promise.resolve());
    await Promise.all(this.#readers.map((reader) => reader.close()));
    await this.#writer.close();
  }

  #write<Method extends keyof WriterMethods>(
    method: Method,
    args: Parameters<WriterMethods[Method]>[0],
  ): Promise<Written<Method>> {
    return this.#writer.call(method, args);
  }

  #reader(): Thread {
    return this.#readers.reduce((least, reader) => (reader.pending < least.pending ? reader : least));
  }
}

function versionOf(known: Roster | null): { log: string; roster: number } | null {
  return known === null ? null : { log: known.log, roster: known.roster };
}
