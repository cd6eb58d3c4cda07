import { instant } from "@flowdesk/shared/time/instant.ts";
import { wallClockOf } from "@flowdesk/shared/time/wall-clock.ts";
import Papa from "papaparse";
import { z } from "zod";
import type { ResponseFields } from "../storage/queries/report-rows.ts";

/** What stands between cells: a comma, or a semicolon for spreadsheets of countries that write decimals with a comma. */
export const separatorSchema = z.enum([",", ";"]).default(",");

/**
 * What a spreadsheet would take for the start of a formula: such a cell gets an apostrophe before it. Source: OWASP, "CSV
 * Injection"; the full-width forms are read alike by spreadsheets in East Asian languages.
 */
const formula = /^[=+\-@\t\r\n＝＋－＠]/u;

const columns = [
  "item",
  "message",
  "channel",
  "kind",
  "need",
  "customer",
  "waiting_since_utc",
  "answered_utc",
  "waiting_since_local",
  "answered_local",
  "response_ms",
  "target_ms",
  "within_target",
  "first",
  "member",
  "answered_as",
] as const;

interface CsvOptions {
  readonly separator: "," | ";";
  /** The IANA zone of the local times. */
  readonly zone: string;
  /** Whether it may be told who answered, by their member id or null for one from outside. */
  readonly isShown: (by: string | null) => boolean;
}

/** The line of names, after a byte order mark by which spreadsheets know UTF-8. */
export function csvHead(separator: CsvOptions["separator"]): string {
  return `\u{feff}${lines([columns], separator)}`;
}

/** A line for each response. Lengths are numbers of ms; `within_target` and `first` are 1 or 0. */
export function csvRows(rows: readonly ResponseFields[], { separator, zone, isShown }: CsvOptions): string {
  const local = (ms: number) => wallClockOf(instant(ms), zone).local.replace("T", " ");
  const cells = rows.map((row) => [
    row.item,
    row.message,
    row.channel,
    row.kind,
    row.need,
    row.customer,
    instant(row.from_at),
    instant(row.to_at),
    local(row.from_at),
    local(row.to_at),
    row.ms,
    row.target_ms,
    row.ms <= row.target_ms ? 1 : 0,
    row.first,
    ...(isShown(row.by) ? [row.by ?? "", row.author] : ["", ""]),
  ]);
  return lines(cells, separator);
}

function lines(cells: ReadonlyArray<ReadonlyArray<string | number>>, delimiter: string): string {
  if (cells.length === 0) return "";
  const text = Papa.unparse(
    cells.map((row) => [...row]),
    { delimiter, newline: "\r\n", escapeFormulae: formula },
  );
  return `${text}\r\n`;
}
