import { randomUUID } from "node:crypto";
import { setImmediate as turnEnd } from "node:timers/promises";
import type { Found } from "@flowdesk/shared/desk/author/found.ts";
import type { Briefing } from "@flowdesk/shared/desk/briefing/briefing.ts";
import type { Change } from "@flowdesk/shared/desk/change.ts";
import type { Desk } from "@flowdesk/shared/desk/desk.ts";
import type { Item } from "@flowdesk/shared/desk/item/item.ts";
import type { Post } from "@flowdesk/shared/desk/post/post.ts";
import { emptyState, type Thread as ItemThread } from "@flowdesk/shared/desk/state.ts";
import { Table } from "@flowdesk/shared/desk/table.ts";
import type { Scope, View } from "@flowdesk/shared/desk/view.ts";
import { type Instant, instant, millis } from "@flowdesk/shared/time/instant.ts";
import type { AuthorStore } from "../desk/erasure/author-store.ts";
import type { Sought } from "../desk/erasure/traces.ts";
import { inTurns, nextTurn } from "../desk/in-turns.ts";
import {
  type BatchKeys,
  type BatchWrites,
  type DeskCopy,
  DeskGone,
  type Due,
  type Head,
  type KnownHistory,
  type LoadedBatch,
  type LoggedChange,
  OutcomeUnknown,
  type SnapshotLines,
  type Store,
} from "../desk/store.ts";
import { type BatchRows, batchRows } from "./batch-rows.ts";
import { eraseAuthor } from "./erase-author.ts";
import { mayFollow, UnderWay } from "./follow.ts";
import { deskOf, headOf, loadedBatch, type Roster, rosterOf, threadOf } from "./loaded-batch.ts";
import { parsed } from "./parsed.ts";
import type { BatchTexts, RosterVersion } from "./queries/load-batch.ts";
import type { Answered, Asked, Reader, ReadingName } from "./queries/readings.ts";
import { Recent } from "./recent.ts";
import type { DeskRow } from "./tables.ts";
import type { Ordered, WritingName } from "./writings/writings.ts";

type Decide = (loaded: LoadedBatch) => BatchWrites | null;

/** A desk's lock, with what was loaded under it. It ends with one of the two. */
export interface Lock {
  readonly texts: BatchTexts;
  /** The engine's own clock under the lock, in ms (rule L2); null where it is this process's. */
  readonly at: number | null;
  /** Writes and commits durably. False if the lock was lost before anything was sent. */
  commit(rows: BatchRows): Promise<boolean>;
  letGo(): Promise<void>;
}

/**
 * Where a desk has to stand for what was decided beside its lock, and commands that must not be in its log (rule D4). The
 * time of its last change tells it from another history that has come to the same number.
 */
export interface After extends Head {
  readonly commands: BatchKeys["commands"];
}

/** What a statement of SQL came to, for tables that are not the desks'. */
export interface QueryOutcome {
  rows: Record<string, unknown>[];
  insertId?: bigint;
  numAffectedRows?: bigint;
}

/** Who is to know what is written in the desks, by this process or another. */
export interface Watcher {
  /** Something may have been written anywhere. */
  readonly all: () => void;
  /** These desks have moved to here. */
  readonly heads: (changed: ReadonlyMap<string, Head>) => void;
  /** Another process has brought a desk to this number. */
  readonly reached: (desk: string, seq: number) => void;
  /** What another node tells that is not in the log. */
  readonly told: (node: string, topic: string, said: unknown) => void;
  /** The database was started again, or another one stands in its place: its desks may have been set back. */
  readonly replaced?: () => void;
  /** A desk's log was back under an id that it had before, with another history, and was given a new one. */
  readonly renewed?: (desk: string) => void;
}

/** Desks in tables. What is the engine's stands in the methods that are left open. */
export abstract class TableStore implements Store, Reader, AuthorStore {
  /** What the store knows of each desk's members and channels, used only where the desk says that it is still so. */
  readonly #rosters = new Map<string, Roster>();
  /** The batch of each desk that was decided last and is being written. */
  readonly #underWay = new Map<string, UnderWay>();
  readonly #recent = new Recent();

  /** Asks a reading by its name. */
  abstract read<Name extends ReadingName>(name: Name, args: Asked<Name>): Promise<Answered<Name>>;
  /** One statement of SQL, for tables that are not the desks'; `writes` says whether it may write. */
  abstract query(sql: string, parameters: readonly unknown[], writes: boolean): Promise<QueryOutcome>;
  abstract ready(): Promise<void>;
  /** Calls from once it watches on, and soon after every commit. Gives what ends it. */
  abstract watch(watcher: Watcher): () => void;
  abstract close(): Promise<void>;
  /** Locks a desk and loads what the keys ask for. Null if there is no such desk. */
  protected abstract lock(desk: string, keys: BatchKeys, has: RosterVersion | null): Promise<Lock | null>;
  /** Writes what was decided beside the lock: false, and nothing written, if it cannot stand there. */
  protected abstract writeAfter(rows: BatchRows, after: After): Promise<boolean>;
  /** Does a writing by its name under the lock of the desk that it names, in one transaction. Gives how many rows it was. */
  abstract write<Name extends WritingName>(name: Name, ordered: Ordered<Name>): Promise<number>;
  protected abstract insertDesk(row: DeskRow): Promise<boolean>;
  /** Runs `work` when the desk's turn to be written comes. */
  protected abstract inTurn<T>(desk: string, work: () => Promise<T>): Promise<T>;

  desks(): Promise<readonly { id: string; name: string }[]> {
    return this.read("desks", null);
  }

  createDesk(desk: Desk, now: Instant): Promise<boolean> {
    return this.insertDesk({
      desk: desk.id,
      name: desk.name,
      zone: desk.zone,
      policy: JSON.stringify(desk.policy),
      log: randomUUID(),
      seq: 0,
      at: millis(now),
      roster: 0,
      demonstration: desk.demonstration === true ? 1 : 0,
    });
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
    if (underWay === undefined) {
      if (await this.#decideAtOnce(desk, keys, decide)) return;
    } else if (mayFollow(keys) && (await this.#follow(desk, keys, decide, underWay))) return;
    await this.inTurn(desk, () => this.#decideUnderLock(desk, keys, decide));
  }

  /**
   * Decides a batch on what this process knows, and writes it if the desk stands there and has none of the commands.
   * False if it is to be decided under the lock after all; nothing is written then.
   */
  async #decideAtOnce(desk: string, keys: BatchKeys, decide: Decide): Promise<boolean> {
    const loaded = this.#recent.loaded(desk, keys);
    if (loaded === null) return false;
    const writes = decide(loaded);
    // What is refused, or was done before, is said by the desk as it stands.
    if (writes === null || writes.changes.length === 0) return false;
    return this.#writeBeside(desk, loaded.head, writes, keys, null);
  }

  /** Loads, decides and writes a batch under the lock. */
  async #decideUnderLock(desk: string, keys: BatchKeys, decide: Decide): Promise<void> {
    const known = this.#rosters.get(desk) ?? null;
    const lock = await this.lock(desk, keys, versionOf(known));
    if (lock === null) {
      this.#rosters.delete(desk);
      throw new DeskGone(`There is no desk ${desk}.`);
    }
    const { texts, at } = lock;
    let writes: BatchWrites | null;
    try {
      const roster = rosterOf(texts.roster, known);
      this.#rosters.set(desk, roster);
      const loaded = loadedBatch(texts, roster);
      writes = decide(at === null ? loaded : { ...loaded, now: instant(at) });
    } catch (error) {
      return giveUp(lock, error);
    }
    if (writes === null || writes.changes.length === 0) return lock.letGo();
    const commit = rowsOf(desk, writes).then(
      (rows) => lock.commit(rows),
      (error: unknown) => giveUp(lock, error),
    );
    const written = await this.#underWayWhile(desk, headOf(texts.desk), writes, commit);
    if (!written) throw new OutcomeUnknown("The lock was lost while this batch was decided.");
  }

  /**
   * Decides a batch while the one before it is being written, and writes it if the desk then stands where that one has
   * left it. False if it is to be decided under the lock after all; nothing is written then.
   */
  async #follow(desk: string, keys: BatchKeys, decide: Decide, underWay: UnderWay): Promise<boolean> {
    const known = this.#rosters.get(desk) ?? null;
    const texts = await this.read("batch", { desk, keys, has: versionOf(known) }).catch(() => null);
    if (texts === null) return false;
    // What has come in within the same turn, bodies of messages above all, would hold the event loop up together with it.
    await nextTurn();
    const loaded = underWay.loaded(loadedBatch(texts, rosterOf(texts.roster, known)), keys);
    if (loaded === null) return false;
    const writes = decide(loaded);
    // What was refused was refused for what the other one brings.
    if (writes === null || writes.changes.length === 0) return underWay.isWritten();
    return this.#writeBeside(desk, loaded.head, writes, keys, underWay);
  }

  /**
   * Writes what was decided beside the lock; false, and nothing written, if the desk does not stand at `head`, or what it
   * was decided `behind` has not come to be: that another has written as many changes instead cannot be seen by where the
   * desk stands.
   */
  #writeBeside(
    desk: string,
    head: Head,
    writes: BatchWrites,
    { commands }: BatchKeys,
    behind: UnderWay | null,
  ): Promise<boolean> {
    const rows = rowsOf(desk, writes);
    rows.catch(() => undefined);
    const after = { ...head, commands };
    const commit = this.inTurn(desk, async () => {
      const made = await rows;
      if (behind !== null && !(await behind.isWritten())) return false;
      return this.writeAfter(made, after);
    });
    return this.#underWayWhile(desk, head, writes, commit);
  }

  /** Lets the next batch follow this one while it is being written. */
  async #underWayWhile(desk: string, before: Head, writes: BatchWrites, commit: Promise<boolean>): Promise<boolean> {
    const last = writes.changes.at(-1)?.change;
    if (last === undefined) return commit;
    const after = { log: before.log, seq: last.seq, at: last.at };
    const underWay = new UnderWay({ before, after, state: writes.state, written: commit.catch(() => false) });
    this.#underWay.set(desk, underWay);
    try {
      const isWritten = await commit;
      if (isWritten) this.#recent.wrote(desk, before, writes);
      else this.#recent.forget(desk);
      return isWritten;
    } catch (error) {
      this.#recent.forget(desk);
      throw error;
    } finally {
      if (this.#underWay.get(desk) === underWay) this.#underWay.delete(desk);
    }
  }

  /**
   * Gives a desk's log a new id if its history is not the one any more that was known of it (rule L5): the database was
   * set back, to a backup or a standby that lagged. True if this has done so; of several who notice one does.
   */
  async renewIfSetBack(desk: string, known: KnownHistory): Promise<boolean> {
    // Beside the lock first: mostly something was committed while the head that gave rise to it was read.
    if (!(await this.read("isSetBack", { desk, known }))) return false;
    return this.#isRenewed(desk, await this.write("renewLog", { desk, known, log: this.newLog() }));
  }

  /** Gives a desk's log a new id if it has this one. True if this has done so. */
  protected async leaveLog(desk: string, former: string): Promise<boolean> {
    return this.#isRenewed(desk, await this.write("leaveLog", { desk, former, log: this.newLog() }));
  }

  /** The id for a log whose own is to be given up. */
  protected newLog(): string {
    return randomUUID();
  }

  #isRenewed(desk: string, rows: number): boolean {
    if (rows === 0) return false;
    this.#rosters.delete(desk);
    this.#recent.forget(desk);
    return true;
  }

  /** The desks may be others than those that were known. */
  protected forgetDesks(): void {
    this.#rosters.clear();
    this.#recent.forgetAll();
  }

  async changes(desk: string, since: number, limit: number): Promise<readonly LoggedChange[]> {
    const texts = await this.read("changes", { desk, since, limit });
    return inTurns(
      parsed(
        texts,
        ({ body }) => body,
        ({ channel, kind }, change) => ({
          change: change as Change,
          scope: channel === null || kind === null ? null : ({ channel, kind } as Scope),
        }),
      ),
    );
  }

  async copy(desk: string): Promise<DeskCopy | null> {
    const work = await this.read("openWork", { desk });
    if (work === null) return null;
    const roster = rosterOf(work, null);
    const { members, channels } = roster;
    const tableOf = async <T extends { readonly id: string }>(bodies: readonly string[]): Promise<Table<T>> =>
      Table.of(
        await inTurns(
          parsed(
            bodies,
            (body) => body,
            (_, entity) => [(entity as T).id, entity as T] as const,
          ),
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

  findAuthor(desk: string, sought: Sought): Promise<Found> {
    return eraseAuthor(this, desk, sought, false);
  }

  eraseAuthor(desk: string, sought: Sought): Promise<Found> {
    return eraseAuthor(this, desk, sought, true);
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
}

/** If what holds the lock has died meanwhile, its transaction has died with it. */
async function giveUp(lock: Lock, error: unknown): Promise<never> {
  await lock.letGo().catch(() => undefined);
  throw error;
}

/** Of more changes than this the rows are made in a turn of the event loop of their own. */
const many = 100;

async function rowsOf(desk: string, writes: BatchWrites): Promise<BatchRows> {
  if (writes.changes.length > many) {
    // What waits for the first is run at the end of the turn in which the batch was decided.
    await turnEnd();
    await turnEnd();
  }
  const rows = await inTurns(batchRows(desk, writes));
  if (rows === null) throw new Error("A batch without changes has nothing to write.");
  return rows;
}

function versionOf(known: Roster | null): RosterVersion | null {
  return known === null ? null : { log: known.log, roster: known.roster };
}
