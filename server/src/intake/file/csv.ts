import Papa from "papaparse";
import { type Header, readHeader } from "./header.ts";
import { IntakeError } from "./intake-error.ts";
import type { Problem } from "./problem.ts";

/** One row below the header. `cells` are as many as the columns, unless the row has a `problem`. */
export type CsvRow = {
  /** As a spreadsheet numbers it: the header is row 1, blank rows count. */
  readonly row: number;
  /** The line of text on which it begins, from 1. */
  readonly line: number;
  readonly cells: readonly string[];
  readonly problem?: Problem;
};

/** An opened CSV: its header, and its rows, a piece of the file at a time. */
export type Csv = { readonly header: Header; readonly rows: AsyncGenerator<CsvRow[]> };

/** A quote that is not closed within so many characters was never meant to be one. */
const longestRow = 1 << 20;
const mostBrokenRows = 1_000;

/**
 * Reads a CSV from its text in pieces, in memory bounded by its longest row. Rows with a broken quote or another
 * number of cells than the header come out with their `problem`; reading goes on with the next line.
 * @throws IntakeError `file.empty`, `file.not.csv`, `file.column.twice`
 */
export async function readCsv(text: AsyncIterable<string>): Promise<Csv> {
  const pieces = text[Symbol.asyncIterator]();
  let buffer = "";
  for (;;) {
    const { value, done } = await pieces.next();
    if (!done) buffer += value;
    const header = buffer === "" ? null : readHeader(buffer, done === true);
    if (header !== null) return { header, rows: readRows(header, buffer.slice(header.length), pieces) };
    if (done) throw new IntakeError("file.empty", "The file is empty.");
    if (buffer.length > longestRow) {
      throw new IntakeError("file.not.csv", "This is no CSV: its first row does not end within a million characters.");
    }
  }
}

async function* readRows(header: Header, start: string, pieces: AsyncIterator<string>): AsyncGenerator<CsvRow[]> {
  const rows = new RowReader(header);
  try {
    let piece: IteratorResult<string> = { value: start };
    while (!piece.done) {
      const read = rows.take(piece.value, false);
      if (read.length > 0) yield read;
      piece = await pieces.next();
    }
    const read = rows.take("", true);
    if (read.length > 0) yield read;
  } finally {
    await pieces.return?.();
  }
}

class RowReader {
  readonly #header: Header;
  #rest = "";
  #row: number;
  #line: number;
  #broken = 0;

  constructor(header: Header) {
    this.#header = header;
    this.#row = header.rows + 1;
    this.#line = header.lines + 1;
  }

  /** Takes a piece of text and gives the rows that it completes. */
  take(piece: string, last: boolean): CsvRow[] {
    const rows: CsvRow[] = [];
    this.#rest += piece;
    while (this.#rest !== "") {
      const { data, suspect, cursor } = this.#parse(this.#rest, last);
      const good = suspect === -1 ? data.length : suspect;
      for (let i = 0; i < good; i += 1) this.#add(rows, data[i] ?? []);
      if (suspect === -1) {
        this.#rest = this.#rest.slice(cursor);
        if (last || this.#rest.length <= longestRow) break;
      } else {
        this.#rest = this.#rest.slice(this.#offsetOf(good));
      }
      if (!this.#stepOver(rows, last)) break;
    }
    return rows;
  }

  /** @returns suspect: index of the first row whose quotes are broken so that it may have swallowed others, or -1 */
  #parse(text: string, last: boolean): { data: string[][]; suspect: number; cursor: number } {
    const result: { data: string[][]; errors: Papa.ParseError[]; meta: Papa.ParseMeta } = this.#parser().parse(
      text,
      0,
      !last,
    );
    const { data, errors } = result;
    for (const { row, code } of errors) {
      const cells = row === undefined ? undefined : data[row];
      if (row === undefined || cells === undefined) continue;
      if (code === "MissingQuotes" || cells.some((cell) => cell.includes(this.#header.recordEnd))) {
        return { data, suspect: row, cursor: 0 };
      }
    }
    // The parser leaves its cursor behind the last whole row, and where it is told to finish it has read everything.
    return { data, suspect: -1, cursor: last ? text.length : result.meta.cursor };
  }

  #parser(preview = 0): Papa.Parser {
    return new Papa.Parser({ delimiter: this.#header.separator, newline: this.#header.recordEnd, preview });
  }

  #offsetOf(index: number): number {
    if (index === 0) return 0;
    const result: { meta: Papa.ParseMeta } = this.#parser(index).parse(this.#rest, 0, false);
    return result.meta.cursor;
  }

  /** Gives the first line of the rest as a row with a problem. False if it has not come in whole yet. */
  #stepOver(rows: CsvRow[], last: boolean): boolean {
    const { recordEnd } = this.#header;
    const end = this.#rest.indexOf(recordEnd);
    if (end === -1 && !last) {
      if (this.#rest.length <= 4 * longestRow) return false;
      throw new IntakeError(
        "file.not.csv",
        `This is no CSV: line ${this.#line} does not end within four million characters.`,
      );
    }
    const line = end === -1 ? this.#rest : this.#rest.slice(0, end);
    this.#rest = end === -1 ? "" : this.#rest.slice(end + recordEnd.length);
    this.#broken += 1;
    if (this.#broken > mostBrokenRows) {
      throw new IntakeError(
        "file.not.csv",
        "This is no CSV: more than a thousand rows have a quote that is not closed.",
      );
    }
    rows.push({
      row: this.#row,
      line: this.#line,
      cells: [line],
      problem: {
        code: "row.quote.open",
        reason: 'A quote is opened and not closed in this row: double it ("") where it is meant as a character.',
      },
    });
    this.#advance([line]);
    return true;
  }

  #add(rows: CsvRow[], all: string[]): void {
    const { row, line } = { row: this.#row, line: this.#line };
    this.#advance(all);
    if (all.length === 1 && all[0]?.trim() === "") return;
    const { columns, leading } = this.#header;
    const cells = leading === 0 ? all : all.slice(leading);
    while (cells.length > columns.length && cells.at(-1) === "") cells.pop();
    if (cells.length === columns.length) {
      rows.push({ row, line, cells });
      return;
    }
    const reason = `The row has ${cells.length} cells where the header has ${columns.length}.`;
    rows.push({ row, line, cells, problem: { code: "row.cells", reason } });
  }

  #advance(cells: readonly string[]): void {
    this.#row += 1;
    this.#line += 1;
    for (const cell of cells) {
      if (cell.includes("\n") || cell.includes("\r")) this.#line += cell.match(/\r\n|\n|\r/gu)?.length ?? 0;
    }
  }
}
