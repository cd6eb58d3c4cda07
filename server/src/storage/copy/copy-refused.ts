/** Why desks were not copied. */
export type CopyCode =
  | "copy.source.missing"
  | "copy.desk.unknown"
  | "copy.nothing"
  | "copy.same"
  | "copy.desk.exists"
  | "copy.account.other"
  | "copy.target.not.empty"
  | "copy.target.missing"
  | "copy.differs"
  | "copy.damaged";

/** A copy that was not made, in a sentence that a person can act on. The target is as it was before. */
export class CopyRefused extends Error {
  override readonly name = "CopyRefused";
  readonly code: CopyCode;

  constructor(code: CopyCode, sentence: string, options?: ErrorOptions) {
    super(sentence, options);
    this.code = code;
  }
}
