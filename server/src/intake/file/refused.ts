import { closeSync, openSync, rmSync, writeSync } from "node:fs";
import Papa from "papaparse";
import { isDiskFull } from "../uploads.ts";
import { type Header, refusedColumns } from "./header.ts";
import { IntakeError } from "./intake-error.ts";
import type { RowProblem } from "./problem.ts";

/**
 * The file of a file's refused rows, to be mended and brought in again. It comes into being with the first of them.
 *
 * Of a CSV it is a CSV (UTF-8 with a byte order mark, the separator of the original): `row`, `code` and `reason`, then
 * the original columns. The reader leaves those three out again, so that it can be read as it is once the cells are
 * mended. They stand in front, since a row with too many cells has no place behind. Cells are written exactly as they
 * were, also where a spreadsheet would take one for a formula: what is brought in again has to be what it was.
 * Of JSON Lines it is JSON Lines: the line as it was, under a remark (`# row …`) that the reader passes over.
 */
export class RefusedRows {
  readonly #path: string;
  readonly #header: Header | null;
  readonly #goesOn: boolean;
  #file: number | null = null;
  #pending: string[] = [];

  /**
   * @param header of the CSV; null for JSON Lines
   * @param goesOn whether the file is there already, and what is added goes behind what stands in it
   */
  constructor(path: string, header: Header | null, goesOn = false) {
    this.#goesOn = goesOn;
    this.#path = path;
    this.#header = header;
  }

  /** Where the file is, if any row was refused. */
  get path(): string | undefined {
    return this.#file === null ? undefined : this.#path;
  }

  /** @param cells of the row as they were; of a line of JSON the line */
  add(problem: RowProblem, cells: readonly string[]): void {
    if (this.#file === null) this.#open();
    if (this.#header === null) {
      this.#pending.push(
        `# row ${problem.row} · ${problem.code} · ${problem.reason.replace(/\s+/gu, " ")}\n${cells[0] ?? ""}\n`,
      );
    } else {
      this.#pending.push(this.#row([String(problem.row), problem.code, problem.reason, ...cells]));
    }
    if (this.#pending.length >= 500) this.flush();
  }

  flush(): void {
    if (this.#file === null || this.#pending.length === 0) return;
    writeSync(this.#file, this.#pending.join(""));
    this.#pending = [];
  }

  close(): void {
    this.flush();
    if (this.#file !== null) closeSync(this.#file);
  }

  #open(): void {
    try {
      if (!this.#goesOn) rmSync(this.#path, { force: true });
      this.#file = openSync(this.#path, this.#goesOn ? "a" : "wx");
    } catch (error) {
      if (isDiskFull(error)) throw error;
      const because = error instanceof Error && "code" in error ? ` (${error.code})` : "";
      throw new IntakeError(
        "refused.unwritable",
        `The file has rows to refuse, and ${this.#path} cannot be written to keep them in${because}. Start the command in a folder that can be written to.`,
      );
    }
    if (this.#goesOn) return;
    if (this.#header !== null) this.#pending.push(`\uFEFF${this.#row([...refusedColumns, ...this.#header.columns])}`);
  }

  #row(cells: readonly string[]): string {
    const { separator, recordEnd } = this.#header ?? { separator: ",", recordEnd: "\n" };
    return Papa.unparse([[...cells]], { delimiter: separator, newline: recordEnd }) + recordEnd;
  }
}
