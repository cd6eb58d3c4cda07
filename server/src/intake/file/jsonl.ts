import { IntakeError } from "./intake-error.ts";
import type { Problem } from "./problem.ts";

/** One line of a JSON Lines file that holds something. */
export type JsonLine = {
  /** From 1. */
  readonly line: number;
  readonly text: string;
  /** What the line holds, if it is an object. */
  readonly value: Readonly<Record<string, unknown>> | null;
  readonly problem?: Problem;
};

const longestLine = 1 << 20;
const mostUnread = 1_000;

/**
 * Reads JSON Lines from text in pieces. Blank lines and lines that begin with `#` (the remarks in a file of refused
 * rows) are passed over; a line that is no JSON object comes out with its `problem`.
 * @throws IntakeError `file.not.jsonl` if the file as a whole is something else
 */
export async function* readJsonLines(text: AsyncIterable<string>): AsyncGenerator<JsonLine[]> {
  let rest = "";
  let line = 0;
  let objects = 0;
  let unread = 0;
  const take = (whole: readonly string[]): JsonLine[] => {
    const lines: JsonLine[] = [];
    for (const raw of whole) {
      line += 1;
      const trimmed = raw.trim();
      if (trimmed === "" || trimmed.startsWith("#")) continue;
      const read = readLine(line, trimmed);
      if (read.problem === undefined) objects += 1;
      else unread += 1;
      lines.push(read);
    }
    if (objects === 0 && unread >= mostUnread) throw noJsonLines();
    return lines;
  };
  for await (const piece of text) {
    const whole = (rest + piece).split("\n");
    rest = whole.pop() ?? "";
    if (rest.length > 4 * longestLine) throw noJsonLines();
    const lines = take(whole);
    if (lines.length > 0) yield lines;
  }
  const lines = take([rest]);
  if (objects === 0 && unread > 0) throw noJsonLines();
  if (lines.length > 0) yield lines;
}

function noJsonLines(): IntakeError {
  return new IntakeError(
    "file.not.jsonl",
    "This is no JSON Lines file: every line has to be one message as a JSON object.",
  );
}

function readLine(line: number, text: string): JsonLine {
  const refuse = (reason: string): JsonLine => ({ line, text, value: null, problem: { code: "row.not.json", reason } });
  if (text.length > longestLine) return refuse("The line is longer than a million characters.");
  try {
    const value: unknown = JSON.parse(text);
    if (isObject(value)) return { line, text, value };
    return refuse("The line holds JSON that is no object.");
  } catch (error) {
    return refuse(`The line is no JSON: ${error instanceof Error ? error.message : "it cannot be read"}.`);
  }
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
