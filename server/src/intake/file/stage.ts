import { join } from "node:path";
import { DatabaseSync, type SQLInputValue, type StatementSync } from "node:sqlite";
import { channelId } from "@flowdesk/shared/desk/channel/channel.ts";
import type { IncomingMessage } from "@flowdesk/shared/protocol/incoming-message.ts";
import { Brands } from "./brands.ts";
import { idKey, idOfKey } from "./id-key.ts";
import { IntakeError } from "./intake-error.ts";
import { Names } from "./names.ts";
import { Threads } from "./threads.ts";

/** A file that names more channels than this has something else in the place of the channel. */
const mostChannels = 1_000;
const rowsPerTransaction = 50_000;
const rowsPerInsert = 32;
const columnsPerRow = 7;

/**
 * Messages of one file, put down on disk in the order of the file and given back by (time, id) with their threads.
 * In memory it keeps some ten bytes a message; the rest is a temporary database that needs no durability.
 */
export class Stage {
  readonly #database: DatabaseSync;
  readonly #insertMany: StatementSync;
  #waiting: SQLInputValue[] = [];
  #rows = 0;
  #inTransaction = 0;
  #hasParents = false;
  #hasThreads = false;
  readonly #channels = new Names((written) => channelId(written) ?? written);
  readonly #brands: Brands | null;
  readonly #threads: Threads;

  /**
   * @param folder an existing folder of its own
   * @param channels `by-brand`: a thread's channel is the brand that answers in it, whatever the messages say
   */
  constructor(folder: string, channels: "as-written" | "by-brand") {
    this.#brands = channels === "by-brand" ? new Brands() : null;
    this.#database = new DatabaseSync(join(folder, "staged.sqlite"));
    this.#database.exec(`
      PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; PRAGMA locking_mode = EXCLUSIVE;
      PRAGMA cache_size = -8192; PRAGMA temp_store = FILE;
      CREATE TABLE staged (
        n INTEGER PRIMARY KEY, at TEXT NOT NULL, key TEXT NOT NULL, channel INTEGER NOT NULL, parent TEXT, thread TEXT,
        row INTEGER NOT NULL, body TEXT NOT NULL
      ) STRICT`);
    this.#insertMany = this.#prepareInsert(rowsPerInsert);
    this.#threads = new Threads(this.#database);
  }

  /**
   * @param inFile the row of the file that the message is from
   * @throws IntakeError `file.channels.many`, `storage.full`
   */
  add(message: IncomingMessage, inFile: number): void {
    const { channel, thread, ...body } = message;
    // A conversation of direct messages is kept together by its author, not by what answers what.
    const parent = message.kind === "dm" ? undefined : message.inReplyTo;
    this.#rows += 1;
    this.#hasParents ||= parent !== undefined;
    this.#hasThreads ||= thread !== undefined;
    if (message.direction === "out") this.#brands?.wrote(this.#rows, message.author.handle);
    this.#waiting.push(
      message.at,
      idKey(message.externalId),
      this.#channelNumber(channel),
      parent === undefined ? null : idKey(parent),
      thread ?? null,
      inFile,
      JSON.stringify(body),
    );
    if (this.#waiting.length === rowsPerInsert * columnsPerRow) onDisk(() => this.#putDown(this.#insertMany));
  }

  /** Settles which messages are one thread, once all are in. */
  settle(): void {
    onDisk(() => {
      if (this.#waiting.length > 0) this.#putDown(this.#prepareInsert(this.#waiting.length / columnsPerRow));
      this.#commit();
      this.#database.exec("CREATE INDEX by_time ON staged (at, key)");
      if (this.#hasParents) this.#threads.link();
      if (this.#brands !== null) this.#brands.settle(this.#threads, this.#rows, this.#textOf());
      else if (this.#hasParents) this.#threads.walk(() => {});
      if (this.#hasParents && this.#hasThreads) this.#threads.takeNames();
    });
  }

  /**
   * The messages by (time, id), as the JSON of arrays of at most `size`. What is in the file twice comes twice, in the
   * order of the file.
   */
  *batches(size: number, limit = Number.POSITIVE_INFINITY): Generator<{ json: string; count: number }> {
    const all = this.#database.prepare("SELECT n, channel, thread, key, body FROM staged ORDER BY at, key, n LIMIT ?");
    let batch: string[] = [];
    for (const row of all.iterate(Number.isFinite(limit) ? limit : -1)) {
      const n = Number(row.n);
      const thread = this.#threadOf(n, row.thread, String(row.key));
      const head = thread === null ? "" : `"thread":${JSON.stringify(thread)},`;
      const channel = this.#brands?.channelOf(this.#threads.rootOf(n)) ?? this.#channels.nameOf(Number(row.channel));
      batch.push(`{"channel":${JSON.stringify(channel)},${head}${String(row.body).slice(1)}`);
      if (batch.length === size) {
        yield { json: `[${batch.join(",")}]`, count: batch.length };
        batch = [];
      }
    }
    if (batch.length > 0) yield { json: `[${batch.join(",")}]`, count: batch.length };
  }

  /** The rows of the file from which the messages at these places are, places being counted from 0 by (time, id). */
  rowsAt(places: ReadonlySet<number>): Map<number, number> {
    const rows = new Map<number, number>();
    const last = Math.max(...places);
    let place = 0;
    for (const { row } of this.#database.prepare("SELECT row FROM staged ORDER BY at, key, n").iterate()) {
      if (places.has(place)) rows.set(place, Number(row));
      if (place === last) break;
      place += 1;
    }
    return rows;
  }

  close(): void {
    this.#database.close();
  }

  #prepareInsert(rows: number): StatementSync {
    const values = Array.from({ length: rows }, () => "(?, ?, ?, ?, ?, ?, ?)").join(", ");
    return this.#database.prepare(`INSERT INTO staged (at, key, channel, parent, thread, row, body) VALUES ${values}`);
  }

  #putDown(insert: StatementSync): void {
    if (this.#inTransaction === 0) this.#database.exec("BEGIN");
    insert.run(...this.#waiting);
    this.#inTransaction += this.#waiting.length / columnsPerRow;
    this.#waiting = [];
    if (this.#inTransaction >= rowsPerTransaction) this.#commit();
  }

  #commit(): void {
    if (this.#inTransaction > 0) this.#database.exec("COMMIT");
    this.#inTransaction = 0;
  }

  #channelNumber(written: string): number {
    const number = this.#channels.numberOf(written);
    if (this.#channels.count <= mostChannels) return number;
    throw new IntakeError(
      "file.channels.many",
      `The file names more than ${mostChannels} channels, such as “${written}”: something else stands in the place of the channel.`,
    );
  }

  #textOf(): (row: number) => string {
    const text = this.#database.prepare("SELECT body ->> 'text' AS text FROM staged WHERE n = ?");
    return (row) => String(text.get(row)?.text ?? "");
  }

  /** The thread's name; null for what stands alone, unless the file is one of threads. */
  #threadOf(row: number, given: unknown, ownKey: string): string | null {
    if (typeof given === "string") return given;
    if (this.#threads.isAlone(row)) return this.#brands === null ? null : idOfKey(ownKey);
    return this.#threads.nameOf(row);
  }
}

function onDisk(work: () => void): void {
  try {
    work();
  } catch (error) {
    if (error instanceof Error && /disk is full|disk I\/O/u.test(error.message)) {
      throw new IntakeError("storage.full", "The disk is full: the file's messages could not be put down.");
    }
    throw error;
  }
}
