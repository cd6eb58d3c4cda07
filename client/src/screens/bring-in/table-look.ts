import { requiredFields } from "@flowdesk/shared/protocol/message-map.ts";

/** What the beginning of a file looks like. */
export interface TableLook {
  readonly format: "csv" | "twcs" | "jsonl" | "sprout" | "buffer";
  /** Of a table. */
  readonly columns: readonly string[];
  /** The cells of its first row. */
  readonly example: readonly string[];
}

/** So much of a file is looked at, in bytes. */
const looked = 256 * 1024;
const separators = [",", ";", "\t"] as const;
const ofTwcs = ["tweet_id", "author_id", "inbound", "created_at", "text", "in_response_to_tweet_id"];
const ofSprout = ["date", "time_24hr", "message_text"];
const ofBuffer = ["Text", "Image URL", "Tags", "Posting Time"];
/** What a file of refused rows has in front. */
const ofRefused = ["row", "code", "reason"];

/** Looks at the beginning of a file: whose form it has, and which columns. The server reads it for good. */
export async function lookAtFile(file: Blob, name: string): Promise<TableLook> {
  const bytes = await file.slice(0, looked).arrayBuffer();
  const utf8 = new TextDecoder().decode(bytes);
  // A letter that the end of the look cuts in two is no sign of another encoding.
  const isUtf8 = !utf8.slice(0, -1).includes("\uFFFD");
  return lookAtText(isUtf8 ? utf8 : new TextDecoder("windows-1252").decode(bytes), name);
}

export function lookAtText(text: string, name: string): TableLook {
  if (/\.(?:jsonl|ndjson)$/iu.test(name) || text.trimStart().startsWith("{")) {
    return { format: "jsonl", columns: [], example: [] };
  }
  const told = /^"?sep=([,;\t])"?\r?\n/iu.exec(text);
  const rest = told === null ? text : text.slice(told[0].length);
  const [firstLine = ""] = rest.split(/\r\n|\n|\r/u, 1);
  const count = (separator: string) => firstLine.split(separator).length;
  const separator = told?.[1] ?? separators.reduce((a, b) => (count(b) > count(a) ? b : a));
  const [head = [], first = []] = rowsOf(rest, separator, 2);
  const names = head.map((column) => column.trim());
  const leading = ofRefused.every((column, i) => names[i] === column) ? ofRefused.length : 0;
  const columns = names.slice(leading);
  const has = (needed: readonly string[]) => needed.every((column) => columns.includes(column));
  const format = has(ofSprout) ? "sprout" : has(ofBuffer) ? "buffer" : has(ofTwcs) ? "twcs" : "csv";
  return { format, columns, example: first.slice(leading) };
}

/** Whether a table's columns are named as the fields of a message, so that it needs no map. */
export function namesFields(columns: readonly string[]): boolean {
  return requiredFields.every((field) => columns.includes(field));
}

function rowsOf(text: string, separator: string, most: number): string[][] {
  const rows: string[][] = [];
  let row: string[] = [];
  let cell = "";
  let quoted = false;
  for (let at = 0; at < text.length && rows.length < most; at += 1) {
    const char = text[at] ?? "";
    if (quoted) {
      if (char !== '"') cell += char;
      else if (text[at + 1] === '"') {
        cell += '"';
        at += 1;
      } else quoted = false;
    } else if (char === '"' && cell === "") quoted = true;
    else if (char === separator) {
      row.push(cell);
      cell = "";
    } else if (char === "\n" || char === "\r") {
      if (char === "\r" && text[at + 1] === "\n") at += 1;
      if (row.length > 0 || cell.trim() !== "") rows.push([...row, cell]);
      row = [];
      cell = "";
    } else cell += char;
  }
  if (rows.length < most && (row.length > 0 || cell !== "")) rows.push([...row, cell]);
  return rows;
}
