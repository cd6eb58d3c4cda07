import type { RawBuilder } from "kysely";
import type { CellRow, columns } from "../tables.ts";

/** What each engine does in its own way: many rows in one go. */
export interface Bulk {
  /** The given rows of texts as a table to select from or join with. */
  texts<C extends string>(names: readonly C[], rows: ReadonlyArray<readonly string[]>): RawBuilder<Record<C, string>>;
  /** The given texts as a list, for `in`. */
  list(values: readonly string[]): RawBuilder<string>;
  /**
   * Writes rows, given in the order of `columns`; those whose key is there take the place of what was, but for the
   * columns that a table keeps from the first time.
   */
  put(table: keyof typeof columns, rows: readonly CellRow[]): void | Promise<void>;
}
