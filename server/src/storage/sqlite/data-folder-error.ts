/** Why a data folder cannot be used. */
export type DataFolderCode =
  | "data.readonly"
  | "data.full"
  | "data.newer"
  | "data.foreign"
  | "data.damaged"
  | "data.not.durable"
  | "data.in.use";

/** A data folder that cannot be used, in a sentence that a person can act on. */
export class DataFolderError extends Error {
  override readonly name = "DataFolderError";
  readonly code: DataFolderCode;

  constructor(code: DataFolderCode, sentence: string, options?: ErrorOptions) {
    super(sentence, options);
    this.code = code;
  }
}
