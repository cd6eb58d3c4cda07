import { type Change, idOf, isMemberChange } from "@flowdesk/shared/desk/change.ts";
import type { Scope } from "@flowdesk/shared/desk/view.ts";
import type { LoggedChange } from "./store.ts";

/** A change as it is sent: encoded once, whoever sees it. */
export interface Line {
  readonly seq: number;
  readonly scope: Scope | null;
  readonly json: string;
  /** The size of `json` in UTF-8. */
  readonly bytes: number;
  /** The member whose view it may alter; null for nearly all. */
  readonly viewer: string | null;
}

export function lineOf({ change, scope }: LoggedChange): Line {
  const json = JSON.stringify(change);
  return { seq: change.seq, scope, json, bytes: Buffer.byteLength(json), viewer: viewerOf(change) };
}

const viewChanges: ReadonlySet<string> = new Set([
  "member.added",
  "member.removed",
  "member.roles.set",
  "member.channels.set",
]);

function viewerOf(change: Change): string | null {
  return isMemberChange(change) && viewChanges.has(change.type) ? idOf(change.member) : null;
}

/** So many lines, and bytes, are kept for those who catch up. */
const most = { lines: 4_000, bytes: 32 * 1024 * 1024 };

/** The newest part of a desk's log without gaps: what lies after `base` up to `end`. */
export class LogWindow {
  #lines: Line[] = [];
  #dropped = 0;
  #bytes = 0;
  #base: number;

  constructor(end: number) {
    this.#base = end;
  }

  /** The number after which the window begins. */
  get base(): number {
    return this.#base;
  }

  get end(): number {
    return this.#base + this.#lines.length - this.#dropped;
  }

  /** Takes the next line; the oldest go where there are too many. */
  append(line: Line): void {
    if (line.seq !== this.end + 1) throw new RangeError(`Line ${line.seq} does not follow ${this.end}`);
    this.#lines.push(line);
    this.#bytes += line.bytes;
    while (this.end - this.#base > most.lines || this.#bytes > most.bytes) this.#dropOldest();
  }

  /** Puts older lines, without gaps up to `base`, before the others; the oldest of them only as far as there is room. */
  prepend(older: readonly Line[]): void {
    const fitting: Line[] = [];
    let base = this.#base;
    for (const line of older.toReversed()) {
      const full = this.end - base >= most.lines || this.#bytes + line.bytes > most.bytes;
      if (full || line.seq !== base) break;
      fitting.push(line);
      this.#bytes += line.bytes;
      base = line.seq - 1;
    }
    this.#lines = [...fitting.reverse(), ...this.#lines.slice(this.#dropped)];
    this.#dropped = 0;
    this.#base = base;
  }

  /** The lines after `since`, which is not before `base`, up to `to`. */
  *after(since: number, to: number): IterableIterator<Line> {
    if (since < this.#base) throw new RangeError(`The log after ${since} is not at hand, only after ${this.#base}`);
    for (let seq = since + 1; seq <= to; seq++) {
      const line = this.#lines[this.#dropped + seq - this.#base - 1];
      if (line === undefined) return;
      yield line;
    }
  }

  /** Forgets everything, and goes on after `end`. */
  clear(end: number): void {
    this.#lines = [];
    this.#dropped = 0;
    this.#bytes = 0;
    this.#base = end;
  }

  #dropOldest(): void {
    const oldest = this.#lines[this.#dropped];
    if (oldest === undefined) return;
    this.#bytes -= oldest.bytes;
    this.#base = oldest.seq;
    this.#dropped++;
    if (this.#dropped > 1024) {
      this.#lines = this.#lines.slice(this.#dropped);
      this.#dropped = 0;
    }
  }
}
