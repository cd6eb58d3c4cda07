import Papa from "papaparse";
import { IntakeError } from "./intake-error.ts";

export type Separator = "," | ";" | "\t";
export type RecordEnd = "\n" | "\r\n" | "\r";

/** The first row of a CSV file, and what it says about the others. */
export type Header = {
  readonly separator: Separator;
  /** What ends the header row ends every row; other line ends belong to cells. */
  readonly recordEnd: RecordEnd;
  /** The columns' names, trimmed, without those that a file of refused rows has in front. */
  readonly columns: readonly string[];
  /** How many cells at the start of each row are left out (`row`, `code`, `reason` of a file of refused rows). */
  readonly leading: number;
  /** Characters up to and including the end of the header row. */
  readonly length: number;
  /** Spreadsheet rows up to and including the header: 1, unless blank lines or `sep=;` stand before it. */
  readonly rows: number;
  /** Lines of text up to and including the header row. */
  readonly lines: number;
};

/** What a file of refused rows has before the columns of the original. */
export const refusedColumns: readonly string[] = ["row", "code", "reason"];

const separators: readonly Separator[] = [",", ";", "\t"];

/**
 * Reads the header from the beginning of a file's text; null if it does not end within this text and more may come.
 * The separator is the one of comma, semicolon and tab that stands in it most often outside of quotes; a first line
 * `sep=;`, as Excel understands it, decides.
 * @param complete whether this is all of the file
 * @throws IntakeError `file.column.twice`, `file.not.csv`
 */
export function readHeader(text: string, complete: boolean): Header | null {
  let start = 0;
  let rows = 0;
  let told: Separator | null = null;
  for (;;) {
    const row = scanRow(text, start, complete);
    if (row === null) return null;
    rows += 1;
    const content = text.slice(start, row.end);
    const sep = /^"?sep=([,;\t])"?$/iu.exec(content)?.[1];
    if (sep !== undefined) told = separators.find((one) => one === sep) ?? null;
    else if (content.trim() !== "") {
      const counts = separators.map((separator, i) => ({ separator, count: row.counts[i] ?? 0 }));
      const separator = told ?? counts.reduce((a, b) => (b.count > a.count ? b : a)).separator;
      return finish(text, start, row, separator, rows);
    }
    if (row.recordEnd === null) throw new IntakeError("file.empty", "The file holds nothing but blank lines.");
    start = row.end + row.recordEnd.length;
  }
}

function finish(text: string, start: number, row: ScannedRow, separator: Separator, rows: number): Header {
  const parsed: { data: string[][] } = new Papa.Parser({ delimiter: separator, newline: row.recordEnd ?? "\n" }).parse(
    text.slice(start, row.end),
    0,
    false,
  );
  const all = (parsed.data[0] ?? []).map((name) => name.trim());
  const leading = refusedColumns.every((name, i) => all[i] === name) && all.length > refusedColumns.length ? 3 : 0;
  const columns = all.slice(leading);
  const twice = columns.find((name, i) => name !== "" && columns.indexOf(name) !== i);
  if (twice !== undefined) {
    throw new IntakeError("file.column.twice", `The column “${twice}” stands twice in the header: rename one of them.`);
  }
  const length = row.end + (row.recordEnd?.length ?? 0);
  const lines = text.slice(0, length).split(/\r\n|\n|\r/u).length - (row.recordEnd === null ? 0 : 1);
  return { separator, recordEnd: row.recordEnd ?? "\n", columns, leading, length, rows, lines };
}

type ScannedRow = { readonly end: number; readonly recordEnd: RecordEnd | null; readonly counts: readonly number[] };

/** Finds the first line end outside of quotes, counting the separators before it. */
function scanRow(text: string, start: number, complete: boolean): ScannedRow | null {
  const counts = [0, 0, 0];
  let quoted = false;
  let cellStart = true;
  for (let at = start; at < text.length; at += 1) {
    const char = text[at];
    if (quoted) {
      if (char !== '"') continue;
      if (text[at + 1] === '"') at += 1;
      else quoted = false;
      continue;
    }
    if (char === '"' && cellStart) {
      quoted = true;
      cellStart = false;
      continue;
    }
    if (char === "\n") return { end: at, recordEnd: "\n", counts };
    if (char === "\r") {
      if (at + 1 === text.length && !complete) return null;
      return { end: at, recordEnd: text[at + 1] === "\n" ? "\r\n" : "\r", counts };
    }
    const separator = char === "," ? 0 : char === ";" ? 1 : char === "\t" ? 2 : -1;
    cellStart = separator >= 0;
    if (separator >= 0) counts[separator] = (counts[separator] ?? 0) + 1;
  }
  return complete ? { end: text.length, recordEnd: null, counts } : null;
}
