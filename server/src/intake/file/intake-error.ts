/** Why a file as a whole cannot be read. What is wrong with single rows is a `Problem` instead. */
export type IntakeErrorCode =
  | "file.not.found"
  | "file.empty"
  | "file.rows.none"
  | "file.not.text"
  | "file.not.csv"
  | "file.not.jsonl"
  | "file.column.missing"
  | "file.column.twice"
  | "file.channels.many"
  | "file.rows.many"
  | "map.not.json"
  | "map.field.unknown"
  | "map.field.missing"
  | "map.column.unknown"
  | "map.template"
  | "map.not.used"
  | "zone.unknown"
  | "dates.ambiguous"
  | "refused.unwritable"
  | "storage.full";

/** A file that cannot be read: a closed code for programs, and as `message` a sentence that a person can act on. */
export class IntakeError extends Error {
  readonly code: IntakeErrorCode;

  constructor(code: IntakeErrorCode, sentence: string) {
    super(sentence);
    this.name = "IntakeError";
    this.code = code;
  }
}
