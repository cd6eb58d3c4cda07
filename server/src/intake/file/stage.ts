import { join } from "node:path";
import { DatabaseSync, type SQLInputValue, type StatementSync } from "node:sqlite";
import { channelId } from "@flowdesk/shared/desk/channel/channel.ts";
import type { IncomingMessage } from "@flowdesk/shared/protocol/incoming-message.ts";
import { IntakeError } from "./intake-error.ts";
import { Integers, Linked } from "./linked.ts";
import { brandOfThread } from "./twcs.ts";

/** A file that names more channels than this has something else in the place of the channel. */
const mostChannels = 1_000;
const rowsPerTransaction = 50_000;
const rowsPerInsert = 32;
const columnsPerRow = 6;

/**
 * Messages of one file, put down on disk in the order of the file and given back by (time, id) with their threads.
 * In memory it keeps some ten bytes a message; the rest is a temporary database that needs no durability.
 */
export class Stage {
  readonly #database: DatabaseSync;
  readonly #insertMany: StatementSync;
  #waiting: SQLInputValue[] = [];
  readonly #byBrand: boolean;
  #rows = 0;
  #inTransaction = 0;
  #hasParents = false;
  #hasThreads = false;
  readonly #channels = new Map<string, number>();
  readonly #channelNames: string[] = [];
  /** Per row, 1 + the number of the brand who wrote it, for what is outgoing by a brand. */
  readonly #brandOfRow = new Integers();
  readonly #brands = new Map<string, number>();
  readonly #brandNames: string[] = [];
  readonly #linked = new Linked();
  /** Per root of a thread, its earliest row. */
  readonly #first = new Integers();
  /** Per root of a thread, 1 + its channel, where channels follow from threads. */
  readonly #channelOfThread = new Integers();
  /** Per root of a thread, the thread's name where the file gives one. */
  readonly #named = new Map<number, string>();

  /**
   * @param folder an existing folder of its own
   * @param channels `by-brand`: a thread's channel is the brand that answers in it, whatever the messages say
   */
  constructor(folder: string, channels: "as-written" | "by-brand") {
    this.#byBrand = channels === "by-brand";
    this.#database = new DatabaseSync(join(folder, "staged.sqlite"));
    this.#database.exec(`
      PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; PRAGMA locking_mode = EXCLUSIVE;
      PRAGMA cache_size = -16384; PRAGMA temp_store = FILE;
      CREATE TABLE staged (
        n INTEGER PRIMARY KEY, at TEXT NOT NULL, key TEXT NOT NULL, channel INTEGER NOT NULL, parent TEXT, thread TEXT,
        body TEXT NOT NULL
      ) STRICT`);
    this.#insertMany = this.#prepareInsert(rowsPerInsert);
  }

  get rows(): number {
    return this.#rows;
  }

  /** @throws IntakeError `file.channels.many`, `storage.full` */
  add(message: IncomingMessage): void {
    const { channel, thread, ...body } = message;
    // A conversation of direct messages is kept together by its author, not by what answers what.
    const parent = message.kind === "dm" ? undefined : message.inReplyTo;
    this.#rows += 1;
    this.#hasParents ||= parent !== undefined;
    this.#hasThreads ||= thread !== undefined;
    if (this.#byBrand && message.direction === "out") {
      this.#brandOfRow.set(this.#rows, 1 + this.#brandNumber(message.author.handle));
    }
    this.#waiting.push(
      message.at,
      keyOf(message.externalId),
      this.#channelNumber(channel),
      parent === undefined ? null : keyOf(parent),
      thread ?? null,
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
      if (this.#hasParents) this.#link();
      if (!this.#hasParents && !this.#byBrand) return;
      const answering = this.#walkInOrder();
      if (this.#hasParents && this.#hasThreads) this.#takeNames();
      if (this.#byBrand) this.#settleChannels(answering);
    });
  }

  /**
   * The messages by (time, id), as the JSON of arrays of at most `size`. What is in the file twice comes twice, in the
   * order of the file.
   */
  *batches(size: number, limit = Number.POSITIVE_INFINITY): Generator<{ json: string; count: number }> {
    const keyOfRow = this.#database.prepare("SELECT key FROM staged WHERE n = ?");
    const all = this.#database.prepare("SELECT n, channel, thread, key, body FROM staged ORDER BY at, key, n LIMIT ?");
    let batch: string[] = [];
    for (const row of all.iterate(Number.isFinite(limit) ? limit : -1)) {
      const n = Number(row.n);
      const thread = this.#threadOf(n, row.thread, String(row.key), keyOfRow);
      const head = thread === null ? "" : `"thread":${JSON.stringify(thread)},`;
      const channel = JSON.stringify(this.#channelNames[this.#channelOf(n, Number(row.channel))] ?? "");
      batch.push(`{"channel":${channel},${head}${String(row.body).slice(1)}`);
      if (batch.length === size) {
        yield { json: `[${batch.join(",")}]`, count: batch.length };
        batch = [];
      }
    }
    if (batch.length > 0) yield { json: `[${batch.join(",")}]`, count: batch.length };
  }

  close(): void {
    this.#database.close();
  }

  #prepareInsert(rows: number): StatementSync {
    const values = Array.from({ length: rows }, () => "(?, ?, ?, ?, ?, ?)").join(", ");
    return this.#database.prepare(`INSERT INTO staged (at, key, channel, parent, thread, body) VALUES ${values}`);
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
    const known = this.#channels.get(written);
    if (known !== undefined) return known;
    const id = channelId(written) ?? written;
    const number = this.#channels.get(id) ?? this.#channelNames.push(written) - 1;
    if (this.#channelNames.length > mostChannels && !this.#byBrand) {
      throw new IntakeError(
        "file.channels.many",
        `The file names more than ${mostChannels} channels, such as “${written}”: something else stands in the place of the channel.`,
      );
    }
    this.#channels.set(id, number);
    this.#channels.set(written, number);
    return number;
  }

  #brandNumber(handle: string): number {
    const key = handle.toLowerCase();
    const known = this.#brands.get(key);
    if (known !== undefined) return known;
    const number = this.#brandNames.push(handle) - 1;
    this.#brands.set(key, number);
    return number;
  }

  #link(): void {
    this.#database.exec("CREATE INDEX by_id ON staged (channel, key)");
    const pairs = this.#database.prepare(`
      SELECT child.n AS child, parent.n AS parent FROM staged AS child
      CROSS JOIN staged AS parent ON parent.channel = child.channel AND parent.key = child.parent
      WHERE child.parent IS NOT NULL`);
    for (const { child, parent } of pairs.iterate()) this.#linked.link(Number(child), Number(parent));
  }

  /** Notes each thread's earliest row, and who answers in it, earliest first. */
  #walkInOrder(): { one: Integers; several: Map<number, number[]> } {
    const one = new Integers();
    const several = new Map<number, number[]>();
    for (const row of this.#database.prepare("SELECT n FROM staged ORDER BY at, key, n").iterate()) {
      const n = Number(row.n);
      const root = this.#linked.rootOf(n);
      if (this.#first.get(root) === 0) this.#first.set(root, n);
      const brand = this.#brandOfRow.get(n);
      if (brand === 0) continue;
      const known = one.get(root);
      if (known === 0) one.set(root, brand);
      else if (known !== brand) {
        const all = several.get(root) ?? [known];
        if (!all.includes(brand)) all.push(brand);
        several.set(root, all);
      }
    }
    return { one, several };
  }

  #takeNames(): void {
    const named = this.#database.prepare("SELECT n, thread FROM staged WHERE thread IS NOT NULL ORDER BY at, key, n");
    for (const { n, thread } of named.iterate()) {
      if (this.#linked.isAlone(Number(n))) continue;
      const root = this.#linked.rootOf(Number(n));
      if (!this.#named.has(root)) this.#named.set(root, String(thread));
    }
  }

  #settleChannels({ one, several }: { one: Integers; several: Map<number, number[]> }): void {
    const opening = this.#database.prepare("SELECT body ->> 'text' AS text FROM staged WHERE n = ?");
    const isBrand = (handle: string) => this.#brandNames[this.#brands.get(handle.toLowerCase()) ?? -1];
    for (let root = 1; root <= this.#rows; root += 1) {
      const first = this.#first.get(root);
      if (first === 0) continue;
      const only = one.get(root);
      const answering = several.get(root) ?? (only === 0 ? [] : [only]);
      const names = answering.map((brand) => this.#brandNames[brand - 1] ?? "");
      const brand =
        names.length === 1 ? (names[0] ?? "") : brandOfThread(String(opening.get(first)?.text ?? ""), names, isBrand);
      this.#channelOfThread.set(root, 1 + this.#channelNumber(`x:${brand}`));
    }
  }

  #channelOf(n: number, written: number): number {
    if (!this.#byBrand) return written;
    return this.#channelOfThread.get(this.#linked.rootOf(n)) - 1;
  }

  /** The file's own name for the thread, else the id of its earliest message; null for what stands alone. */
  #threadOf(n: number, given: unknown, ownKey: string, keyOfRow: StatementSync): string | null {
    if (typeof given === "string") return given;
    if (this.#linked.isAlone(n)) return this.#byBrand ? idOf(ownKey) : null;
    const root = this.#linked.rootOf(n);
    const named = this.#named.get(root);
    if (named !== undefined) return named;
    const first = this.#first.get(root);
    return idOf(first === n ? ownKey : String(keyOfRow.get(first)?.key ?? ownKey));
  }
}

/**
 * A text that sorts as `compareIds` orders ids: numbers by length and then digits, before what is no number. (Beyond the
 * basic plane, which no platform's ids reach, SQLite sorts by code point and not by code unit.)
 */
function keyOf(id: string): string {
  return /^(?:0|[1-9]\d*)$/u.test(id) ? `0${String(id.length).padStart(3, "0")}${id}` : `1${id}`;
}

function idOf(key: string): string {
  return key.startsWith("0") ? key.slice(4) : key.slice(1);
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
