import type { RawBuilder } from "kysely";
import type { CellRow, columns } from "../tables.ts";

/** What each engine does in its own way: many rows in one go, and what is done all day. */
export interface Bulk {
  /** The given rows of texts as a table to select from or join with. */
  texts<C extends string>(names: readonly C[], rows: ReadonlyArray<readonly string[]>): RawBuilder<Record<C, string>>;
  /** Whether a column's text is among those given. */
  among(column: string, values: readonly string[]): RawBuilder<boolean>;
  /**
   * Writes rows, given in the order of `columns`; those whose key is there take the place of what was, but for the
   * columns that a table keeps from the first time.
   */
  put(table: keyof typeof columns, rows: readonly CellRow[]): void | Promise<void>;
  /** Moves a desk on to a change's number and time, in ms UTC. */
  moveOn(desk: string, seq: number, at: number): void | Promise<void>;
}
