/** Why a database cannot be used. */
export type DatabaseCode =
  | "database.address"
  | "database.unreachable"
  | "database.tls"
  | "database.password"
  | "database.closed"
  | "database.unknown"
  | "database.forbidden"
  | "database.schema"
  | "database.readonly"
  | "database.not.durable"
  | "database.encoding"
  | "database.newer"
  | "database.foreign"
  | "database.full";

/** A database that cannot be used, in a sentence that a person can act on. */
export class DatabaseUnusable extends Error {
  override readonly name = "DatabaseUnusable";
  readonly code: DatabaseCode;

  constructor(code: DatabaseCode, sentence: string, options?: ErrorOptions) {
    super(sentence, options);
    this.code = code;
  }
}
