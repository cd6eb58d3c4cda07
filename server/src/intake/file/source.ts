import { basename } from "node:path";
import { type Csv, readCsv } from "./csv.ts";
import { decodeFile } from "./decode.ts";
import type { Draft, Made } from "./draft.ts";
import { detectEncoding, type FileEncoding } from "./encoding.ts";
import type { Header } from "./header.ts";
import { IntakeError } from "./intake-error.ts";
import { type JsonLine, readJsonLines } from "./jsonl.ts";
import { compileMap, type Mapping, mapByNames, readMap } from "./mapping.ts";
import { type Mended, rowMender } from "./mend-row.ts";
import { canonical, readMoment, requireZone } from "./moment.ts";
import type { Problem } from "./problem.ts";
import { takenFromId, timeOfId } from "./snowflake.ts";
import { looksLikeTwcs, mapTwcs } from "./twcs.ts";

/** `twcs`: the customer-care format; `csv`: by a map or by columns named as the fields; `jsonl`: messages as JSON Lines. */
export type FileFormat = "twcs" | "csv" | "jsonl";

/** One row of a file as a draft of a message, or with what is wrong with it. */
export type SourceRow = {
  readonly row: number;
  readonly line: number;
  /** What the row holds, for the file of refused rows. */
  readonly cells: readonly string[];
  readonly made: Made;
  /** How the row had to be mended so that it could be read. */
  readonly repair?: Problem;
};

export type Source = {
  readonly format: FileFormat;
  readonly encoding: FileEncoding;
  /** Of a CSV. */
  readonly header: Header | null;
  readonly rows: AsyncIterable<SourceRow[]>;
};

export type SourceOptions = {
  readonly path: string;
  /** Guessed from name and content if not given. */
  readonly format?: FileFormat;
  /** The text of a map (see `readMap`), for CSV. */
  readonly map?: string;
  /** IANA zone of times that do not name an offset, where the map does not say. */
  readonly zone?: string;
  /** Milliseconds since 1970-01-01T00:00Z, against which times ahead are judged. */
  readonly now: number;
};

/**
 * Opens a file of messages in any of its formats.
 * @param onBytes told how many bytes have been read so far
 * @throws IntakeError
 */
export async function openSource(options: SourceOptions, onBytes: (bytes: number) => void): Promise<Source> {
  if (options.zone !== undefined) requireZone(options.zone);
  const map = options.map === undefined ? undefined : readMap(options.map);
  const encoding = await detectEncoding(options.path);
  const text = decodeFile(options.path, encoding.encoding, onBytes);
  if ((options.format ?? (await guessed(options.path, encoding))) === "jsonl") {
    if (map !== undefined)
      throw new IntakeError("map.not.used", "A map is for CSV files: JSON Lines name their fields themselves.");
    return { format: "jsonl", encoding, header: null, rows: draftsOfLines(readJsonLines(text), options) };
  }
  const csv = await readCsv(text);
  const { columns } = csv.header;
  const format = options.format ?? (map === undefined && looksLikeTwcs(columns) ? "twcs" : "csv");
  if (format === "twcs" && map !== undefined) {
    throw new IntakeError(
      "map.not.used",
      "A map is for CSV files of other forms: the customer-care format has its own.",
    );
  }
  const opened = { format, encoding, header: csv.header };
  if (format === "twcs") return { ...opened, rows: draftsOfRows(csv, mapTwcs(columns), () => null) };
  const by = map ?? mapByNames(columns);
  const mapping = compileMap(by, columns, options.zone);
  const zone = by.zone ?? options.zone;
  const mend = rowMender({ map: by, columns, mapping, now: options.now, ...(zone === undefined ? {} : { zone }) });
  return { ...opened, rows: draftsOfRows(csv, mapping, mend) };
}

async function guessed(path: string, encoding: FileEncoding): Promise<"jsonl" | "csv"> {
  const name = basename(path).toLowerCase();
  if (/\.(?:jsonl|ndjson)$/u.test(name)) return "jsonl";
  if (/\.(?:csv|tsv|txt)$/u.test(name)) return "csv";
  for await (const text of decodeFile(path, encoding.encoding)) {
    const start = text.trimStart();
    if (start !== "") return start.startsWith("{") ? "jsonl" : "csv";
  }
  return "csv";
}

async function* draftsOfRows(
  csv: Csv,
  mapping: Mapping,
  mend: (cells: readonly string[]) => Mended | null,
): AsyncGenerator<SourceRow[]> {
  for await (const rows of csv.rows) {
    const drafts: SourceRow[] = [];
    for (const { row, line, cells, problem } of rows) {
      // Spreadsheets leave rows behind that hold nothing but separators.
      if (problem === undefined && cells.every((cell) => cell === "")) continue;
      const made = problem === undefined ? mapping(cells) : { problem };
      const mended = "problem" in made && made.problem.code.startsWith("message.at.") ? mend(cells) : null;
      drafts.push({ row, line, cells, made, ...mended });
    }
    yield drafts;
  }
}

async function* draftsOfLines(
  lines: AsyncIterable<JsonLine[]>,
  options: Pick<SourceOptions, "zone" | "now">,
): AsyncGenerator<SourceRow[]> {
  for await (const piece of lines) {
    yield piece.map(({ line, text, value, problem }) => ({
      row: line,
      line,
      cells: [text],
      ...(problem === undefined ? withMoment(value ?? {}, options) : { made: { problem } }),
    }));
  }
}

/** Reads the time as in every other file; one that cannot be read, nor taken from the id, is left to be refused. */
function withMoment(
  draft: Draft,
  { zone, now }: Pick<SourceOptions, "zone" | "now">,
): Pick<SourceRow, "made" | "repair"> {
  const { at, channel, externalId } = draft;
  const moment = typeof at === "string" ? readMoment(at, zone) : "missing";
  if (typeof moment === "number") return { made: { draft: { ...draft, at: canonical(moment) } } };
  const made =
    typeof channel === "string" && typeof externalId === "string" ? timeOfId(channel, externalId, now) : null;
  if (made === null) return { made: { draft } };
  return { made: { draft: { ...draft, at: canonical(made) } }, repair: takenFromId };
}
