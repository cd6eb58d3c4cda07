/** What is wrong with one row: a code for programs (such as `message.at.future`) and a sentence for people. */
export type Problem = { readonly code: string; readonly reason: string };

/** A problem with the row it stands in. */
export type RowProblem = Problem & {
  /** The row as a spreadsheet numbers it: the header is row 1, blank rows count. In JSON Lines the line. */
  readonly row: number;
  /** The line of the file, from 1, on which the row begins; cells can hold line breaks, so that it may exceed `row`. */
  readonly line: number;
};
