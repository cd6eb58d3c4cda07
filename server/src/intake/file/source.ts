import { basename } from "node:path";
import { type Csv, readCsv } from "./csv.ts";
import { decodeFile } from "./decode.ts";
import type { Draft, Made } from "./draft.ts";
import { detectEncoding, type FileEncoding } from "./encoding.ts";
import type { Header } from "./header.ts";
import { IntakeError } from "./intake-error.ts";
import { type JsonLine, readJsonLines } from "./jsonl.ts";
import { compileMap, type Mapping, mapByNames, readMap } from "./mapping.ts";
import { canonical, readMoment, requireZone } from "./moment.ts";
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
    return { format: "jsonl", encoding, header: null, rows: draftsOfLines(readJsonLines(text), options.zone) };
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
  let mapping: Mapping;
  if (format === "twcs") mapping = mapTwcs(columns);
  else if (map === undefined) mapping = mapByNames(columns, options.zone);
  else mapping = compileMap(map, columns, options.zone);
  return { format, encoding, header: csv.header, rows: draftsOfRows(csv, mapping) };
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

async function* draftsOfRows(csv: Csv, mapping: Mapping): AsyncGenerator<SourceRow[]> {
  for await (const rows of csv.rows) {
    const drafts: SourceRow[] = [];
    for (const { row, line, cells, problem } of rows) {
      // Spreadsheets leave rows behind that hold nothing but separators.
      if (problem === undefined && cells.every((cell) => cell === "")) continue;
      drafts.push({ row, line, cells, made: problem === undefined ? mapping(cells) : { problem } });
    }
    yield drafts;
  }
}

async function* draftsOfLines(lines: AsyncIterable<JsonLine[]>, zone: string | undefined): AsyncGenerator<SourceRow[]> {
  for await (const piece of lines) {
    yield piece.map(({ line, text, value, problem }) => ({
      row: line,
      line,
      cells: [text],
      made: problem === undefined ? { draft: withMoment(value ?? {}, zone) } : { problem },
    }));
  }
}

/** Reads the time as in every other file; one that cannot be read is left for the check to refuse. */
function withMoment(draft: Draft, zone: string | undefined): Draft {
  if (typeof draft.at !== "string") return draft;
  const moment = readMoment(draft.at, zone);
  return typeof moment === "number" ? { ...draft, at: canonical(moment) } : draft;
}
