import { wellFormed } from "@flowdesk/shared/text/well-formed.ts";
import { millis } from "@flowdesk/shared/time/instant.ts";
import { isZone, resolveWallClock } from "@flowdesk/shared/time/wall-clock.ts";
import { type CsvRow, readCsv } from "../file/csv.ts";
import { decodeFile } from "../file/decode.ts";
import { detectEncoding } from "../file/encoding.ts";
import type { Header } from "../file/header.ts";
import { IntakeError } from "../file/intake-error.ts";
import type { Problem, RowProblem } from "../file/problem.ts";
import { RefusedRows } from "../file/refused.ts";
import { listed } from "../file/template.ts";

/** A post as a row of a calendar plans it. */
export type PlannedRow = {
  /** As a spreadsheet numbers it: the header is row 1. */
  readonly row: number;
  /** The wall-clock time that was chosen (T1), `YYYY-MM-DDTHH:mm:00`. */
  readonly local: string;
  /** IANA zone of `local`. */
  readonly zone: string;
  /** What the clock change does to `local`: it does not exist and moves forward, or comes twice and is the first. */
  readonly shifted: "skipped" | "repeated" | null;
  readonly text: string;
  readonly imageUrls: readonly string[];
  readonly tags: readonly string[];
};

/** Something to know about a calendar that stops nothing. */
export type CalendarWarning = { readonly code: string; readonly sentence: string };

export type Calendar = {
  readonly rows: readonly PlannedRow[];
  /** Rows that held something: those planned and those refused. */
  readonly read: number;
  readonly refusals: readonly RowProblem[];
  /** The file of refused rows, if there are any and a path was given. */
  readonly refusedFile?: string;
  readonly warnings: readonly CalendarWarning[];
  /** Adds rows that were refused later to the file of refused rows. Gives its path, if one was given to write to. */
  refuse(later: ReadonlyArray<Problem & { readonly row: number }>): string | undefined;
};

export type CalendarOptions = {
  readonly path: string;
  /** IANA zone in which the calendar's times are meant. */
  readonly zone: string;
  /** Milliseconds since 1970-01-01T00:00Z: what is planned before is refused. */
  readonly now: number;
  /** Where to write the refused rows, to be mended and brought in again. */
  readonly refusedPath?: string;
};

/** A calendar's file as it was read, before its rows are understood. */
export type CalendarTable = { readonly header: Header; readonly rows: readonly CsvRow[] };

/** What a row says: where and when is settled by `planCalendar`. */
export type CalendarEntry = Pick<PlannedRow, "local" | "text" | "imageUrls" | "tags">;

const mostRows = 20_000;
const longestText = 20_000;

/**
 * Reads the table of a calendar whose columns are named exactly as the tool names them.
 * @throws IntakeError
 */
export async function readTable(path: string, needed: readonly string[], tool: string): Promise<CalendarTable> {
  const { encoding } = await detectEncoding(path);
  const { header, rows } = await readCsv(decodeFile(path, encoding));
  const missing = needed.filter((name) => !header.columns.includes(name));
  if (missing.length > 0) {
    throw new IntakeError(
      "file.column.missing",
      `A calendar of ${tool} has the columns ${needed.join(", ")}, written just so. ${listed(missing)} is missing; the file has: ${listed(header.columns)}.`,
    );
  }
  const all: CsvRow[] = [];
  for await (const piece of rows) {
    all.push(...piece.filter((row) => row.problem !== undefined || row.cells.some((cell) => cell !== "")));
    if (all.length > mostRows) {
      throw new IntakeError(
        "file.rows.many",
        `The calendar has more than ${mostRows.toLocaleString("en")} rows: split it.`,
      );
    }
  }
  if (all.length === 0)
    throw new IntakeError("file.rows.none", "The file has no posts in it: nothing stands below its header.");
  return { header, rows: all };
}

/** @throws IntakeError `zone.unknown` */
export function requirePostZone(zone: string): void {
  if (!isZone(zone))
    throw new IntakeError("zone.unknown", `“${zone}” is no time zone: write it as in Europe/Copenhagen.`);
}

/** Plans every row that can be planned; the others come out with their reasons. */
export function planCalendar(
  table: CalendarTable,
  options: CalendarOptions,
  understand: (cells: readonly string[]) => CalendarEntry | { readonly problem: Problem },
  warnings: readonly CalendarWarning[],
): Calendar {
  const rows: PlannedRow[] = [];
  const refusals: RowProblem[] = [];
  const refusedRows = options.refusedPath === undefined ? null : new RefusedRows(options.refusedPath, table.header);
  for (const { row, line, cells, problem } of table.rows) {
    const entry = problem === undefined ? understand(cells) : { problem };
    const planned = "problem" in entry ? entry : plan(row, entry, options);
    if ("problem" in planned) {
      const refusal = { row, line, ...planned.problem };
      refusals.push(refusal);
      refusedRows?.add(refusal, cells);
    } else {
      rows.push(planned);
    }
  }
  refusedRows?.close();
  const refusedFile = refusedRows?.path;
  const read = table.rows.length;
  const refuse: Calendar["refuse"] = (later) => {
    if (options.refusedPath === undefined || later.length === 0) return refusedFile;
    const added = new RefusedRows(options.refusedPath, table.header, refusedFile !== undefined);
    const of = new Map(table.rows.map((row) => [row.row, row]));
    for (const problem of later) {
      const { line = problem.row, cells = [] } = of.get(problem.row) ?? {};
      added.add({ ...problem, line }, cells);
    }
    added.close();
    return added.path;
  };
  return { rows, read, refusals, warnings, refuse, ...(refusedFile === undefined ? {} : { refusedFile }) };
}

function plan(
  row: number,
  entry: CalendarEntry,
  { zone, now }: CalendarOptions,
): PlannedRow | { readonly problem: Problem } {
  const { at, shifted } = resolveWallClock({ local: entry.local, zone });
  if (millis(at) < now) {
    const reason = `The time, ${entry.local.slice(0, 16).replace("T", " ")} in ${zone}, has passed.`;
    return { problem: { code: "post.at.past", reason } };
  }
  const { text } = wellFormed(entry.text);
  if (text.length > longestText) {
    const reason = `The text has ${text.length.toLocaleString("en")} characters; at most ${longestText.toLocaleString("en")} are taken.`;
    return { problem: { code: "post.text.long", reason } };
  }
  const noAddress = entry.imageUrls.find(
    (url) => !/^https?:\/\/\S+$/u.test(url) || !URL.canParse(url) || url.length > 2000,
  );
  if (noAddress !== undefined) {
    return { problem: { code: "post.image", reason: `“${noAddress.slice(0, 60)}” is no address of a picture.` } };
  }
  return { row, zone, shifted: shifted?.kind ?? null, ...entry, text };
}

/** `YYYY-MM-DDTHH:mm:00`, or null if there is no such date or time. */
export function localTime(year: string, month: string, day: string, hour: string, minute: string): string | null {
  const [m, d, h] = [month, day, hour].map((part) => part.padStart(2, "0"));
  const date = new Date(Date.UTC(Number(year), Number(month) - 1, Number(day)));
  const exists = date.getUTCMonth() === Number(month) - 1 && date.getUTCDate() === Number(day);
  if (!exists || Number(hour) > 23 || Number(minute) > 59) return null;
  return `${year}-${m}-${d}T${h}:${minute}:00`;
}
