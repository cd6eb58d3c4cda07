import { checkMessage } from "./check.ts";
import { IntakeError } from "./intake-error.ts";
import type { Problem, RowProblem } from "./problem.ts";
import { RefusedRows } from "./refused.ts";
import { type FileFormat, openSource, type SourceOptions } from "./source.ts";
import { Stage } from "./stage.ts";

/** How far the reading of a file is. */
export type ReadingProgress = {
  /** `reading` the rows, then `threading`: finding out which of them are one conversation. */
  readonly phase: "reading" | "threading";
  /** Bytes of the file read, and its size. */
  readonly done: number;
  readonly total: number;
  readonly rows: number;
};

/** What a file turned out to hold. */
export type Reading = {
  readonly format: FileFormat;
  readonly encoding: string;
  /** Rows that held something: those staged and those refused. */
  readonly read: number;
  readonly refused: number;
  /** The first hundred refusals; all of them are in the file of refused rows. */
  readonly refusals: readonly RowProblem[];
  readonly refusedFile?: string;
  /** Rows that had to be mended, by the code of the repair: `text.repaired` (made well-formed, S1), `row.cut`, `time.from.id`. */
  readonly repaired: Readonly<Record<string, number>>;
  /** The first hundred repairs. */
  readonly repairs: readonly RowProblem[];
};

const shown = 100;

/**
 * Reads a file's rows, checks each, puts the good ones down in the stage and the others into the file of refused rows,
 * and settles the threads over the whole file.
 * @throws IntakeError
 */
export async function readIntoStage(
  options: SourceOptions & { readonly refusedPath: string; readonly folder: string },
  onProgress: (progress: ReadingProgress) => void,
): Promise<{ reading: Reading; stage: Stage }> {
  let done = 0;
  const source = await openSource(options, (bytes) => {
    done = bytes;
  });
  const total = source.encoding.bytes;
  const stage = new Stage(options.folder, source.format === "twcs" ? "by-brand" : "as-written");
  const refusedRows = new RefusedRows(options.refusedPath, source.header);
  const refusals: RowProblem[] = [];
  const repairs: RowProblem[] = [];
  let read = 0;
  let refused = 0;
  const repaired: Record<string, number> = {};
  const note = (row: number, line: number, repair: Problem) => {
    repaired[repair.code] = (repaired[repair.code] ?? 0) + 1;
    if (repairs.length < shown) repairs.push({ row, line, ...repair });
  };
  try {
    for await (const rows of source.rows) {
      for (const { row, line, cells, made, repair } of rows) {
        read += 1;
        const checked = "problem" in made ? made : checkMessage(made.draft, options.now);
        if ("problem" in checked) {
          const refusal = { row, line, ...checked.problem };
          refused += 1;
          if (refusals.length < shown) refusals.push(refusal);
          refusedRows.add(refusal, cells);
          continue;
        }
        stage.add(checked.message, row);
        // U+FFFD in a file that was damaged is what the decoder put in the place of broken bytes.
        if (checked.repaired || (source.encoding.damaged && checked.message.text.includes("\uFFFD"))) {
          note(row, line, madeWellFormed);
        }
        if (repair !== undefined) note(row, line, repair);
      }
      onProgress({ phase: "reading", done, total, rows: read });
    }
    if (read === 0)
      throw new IntakeError("file.rows.none", "The file has no messages in it: nothing stands below its header.");
    onProgress({ phase: "threading", done: total, total, rows: read });
    stage.settle();
  } catch (error) {
    stage.close();
    throw error;
  } finally {
    refusedRows.close();
  }
  const { path: refusedFile } = refusedRows;
  const reading = {
    format: source.format,
    encoding: source.encoding.encoding,
    read,
    refused,
    refusals,
    repaired,
    repairs,
    ...(refusedFile === undefined ? {} : { refusedFile }),
  };
  return { reading, stage };
}

const madeWellFormed = {
  code: "text.repaired",
  reason: "Broken characters (half an emoji, a NUL) were replaced or taken out.",
};
