import { join } from "node:path";
import { DataFolderError } from "../sqlite/data-folder-error.ts";
import { isFull } from "../sqlite/failure.ts";
import { databaseName } from "../sqlite/open-sqlite.ts";

/** Why desks were not copied. */
export type CopyCode =
  | "copy.place"
  | "copy.source.missing"
  | "copy.desk.unknown"
  | "copy.nothing"
  | "copy.same"
  | "copy.desk.exists"
  | "copy.account.other"
  | "copy.target.not.empty"
  | "copy.target.missing"
  | "copy.differs"
  | "copy.damaged"
  | "copy.full";

/** A copy that was not made, in a sentence that a person can act on. The target is as it was before. */
export class CopyRefused extends Error {
  override readonly name = "CopyRefused";
  readonly code: CopyCode;

  constructor(code: CopyCode, sentence: string, options?: ErrorOptions) {
    super(sentence, options);
    this.code = code;
  }
}

/** What is thrown in place of an error: where the folder that is written into has no room, that it has none; else itself. */
export function orFull(error: unknown, folder: string, what: "backup" | "copy"): unknown {
  const full =
    error instanceof DataFolderError ? error.code === "data.full" : isFull(error, join(folder, databaseName));
  if (!full) return error;
  return new CopyRefused("copy.full", `There is no room left for the ${what} in ${folder}.`, { cause: error });
}
