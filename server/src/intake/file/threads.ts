import type { DatabaseSync, StatementSync } from "node:sqlite";
import { idOfKey } from "./id-key.ts";
import { Integers, Linked } from "./linked.ts";

const namesKept = 20_000;

/** Which of the staged messages are one thread, by what answers what on the same channel. Rows are numbered from 1. */
export class Threads {
  readonly #database: DatabaseSync;
  readonly #keyOfRow: StatementSync;
  readonly #linked = new Linked();
  /** Per root of a thread, its earliest row. */
  readonly #first = new Integers();
  /** Per root of a thread, the name that the file gives it. */
  readonly #given = new Map<number, string>();
  /** Names looked up of late: a thread's messages mostly lie close together. */
  readonly #looked = new Map<number, string>();

  constructor(database: DatabaseSync) {
    this.#database = database;
    this.#keyOfRow = database.prepare("SELECT key FROM staged WHERE n = ?");
  }

  /** Links every message with the one it answers, as far as that one is in the file. */
  link(): void {
    this.#database.exec("CREATE INDEX by_id ON staged (channel, key)");
    const pairs = this.#database.prepare(`
      SELECT child.n AS child, parent.n AS parent FROM staged AS child
      CROSS JOIN staged AS parent ON parent.channel = child.channel AND parent.key = child.parent
      WHERE child.parent IS NOT NULL`);
    for (const { child, parent } of pairs.iterate()) this.#linked.link(Number(child), Number(parent));
  }

  /**
   * Goes through all rows by (time, id) and notes each thread's earliest.
   * @param visit told each row and the root of its thread, in that order
   */
  walk(visit: (row: number, root: number) => void): void {
    for (const { n } of this.#database.prepare("SELECT n FROM staged ORDER BY at, key, n").iterate()) {
      const row = Number(n);
      const root = this.#linked.rootOf(row);
      if (this.#first.get(root) === 0) this.#first.set(root, row);
      visit(row, root);
    }
  }

  /** Takes over the names that the file gives to threads: of several in one thread the earliest message's. */
  takeNames(): void {
    const named = this.#database.prepare("SELECT n, thread FROM staged WHERE thread IS NOT NULL ORDER BY at, key, n");
    for (const { n, thread } of named.iterate()) {
      if (this.#linked.isAlone(Number(n))) continue;
      const root = this.#linked.rootOf(Number(n));
      if (!this.#given.has(root)) this.#given.set(root, String(thread));
    }
  }

  /** The row that stands for the thread that this row is of. */
  rootOf(row: number): number {
    return this.#linked.rootOf(row);
  }

  /** The earliest row of a root's thread; 0 for a row that is no root. */
  firstOf(root: number): number {
    return this.#first.get(root);
  }

  isAlone(row: number): boolean {
    return this.#linked.isAlone(row);
  }

  /** The name of a thread of several: as the file gives it, else the id of its earliest message. */
  nameOf(row: number): string {
    const root = this.#linked.rootOf(row);
    const known = this.#given.get(root) ?? this.#looked.get(root);
    if (known !== undefined) return known;
    const name = idOfKey(String(this.#keyOfRow.get(this.#first.get(root))?.key ?? ""));
    if (this.#looked.size >= namesKept) this.#looked.clear();
    this.#looked.set(root, name);
    return name;
  }
}
