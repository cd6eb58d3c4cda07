import { accessSync, constants } from "node:fs";
import { DatabaseUnusable } from "./unusable.ts";

/** What the driver says of a server that has no TLS: it gives no code. */
const noTls = "The server does not support SSL connections";
/** And of one whose answer is none. */
const noAnswer = "There was an error establishing an SSL connection";

/** What Node's and OpenSSL's errors of TLS and of certificates are called. */
const codes =
  /^(?:ERR_(?:TLS|SSL|OSSL)_.*|EPROTO|CERT_.*|CRL_.*|UNABLE_TO_.*|(?:.*_)?SELF_SIGNED_CERT(?:_.*)?|INVALID_(?:CA|PURPOSE)|HOSTNAME_MISMATCH|PATH_LENGTH_EXCEEDED)$/u;
const unknownAuthority = /SELF_SIGNED_CERT|^UNABLE_TO_(?:VERIFY|GET_ISSUER)|^CERT_UNTRUSTED$|^INVALID_CA$/u;

/** Whether an error is that of a server without TLS. */
export function isWithoutTls(error: unknown): boolean {
  return error instanceof Error && error.message === noTls;
}

/** Whether a connection was not made for its TLS. */
export function isTls(error: unknown): error is Error {
  if (!(error instanceof Error)) return false;
  const { code } = error as NodeJS.ErrnoException;
  return isWithoutTls(error) || error.message === noAnswer || (typeof code === "string" && codes.test(code));
}

/** What is wrong with a database's TLS, as a sentence. */
export function explainTls(error: Error, where: string): DatabaseUnusable {
  return new DatabaseUnusable("database.tls", sentenceOf(error, where), { cause: error });
}

function sentenceOf(error: Error, where: string): string {
  if (isWithoutTls(error))
    return `The database at ${where} has no TLS, and its address asks for it. Turn it on there, or write sslmode=disable if nobody else can listen on the way.`;
  if (error.message === noAnswer) return `What answers at ${where} does not answer as a PostgreSQL that has TLS.`;
  const {
    code = "",
    reason = error.message,
    cert,
  } = error as NodeJS.ErrnoException & { reason?: string; cert?: { subjectaltname?: string } };
  if (code === "ERR_TLS_CERT_ALTNAME_INVALID")
    return `The certificate of the database at ${where} is another host's (${cert?.subjectaltname ?? reason}). Name the host as its certificate does.`;
  // What Node adds behind a semicolon is for those who start it themselves.
  if (unknownAuthority.test(code))
    return `The certificate of the database at ${where} is of no authority that is known here (${reason.replace(/;.*/su, "")}). Name the authority's with sslrootcert=FILE; sslmode=no-verify looks at none, and cannot tell who answers.`;
  if (code === "CERT_HAS_EXPIRED" || code === "CERT_NOT_YET_VALID")
    return `The certificate of the database at ${where} is not valid now (${reason}). Renew it, or set the clock right.`;
  return `There is no TLS with the database at ${where} (${reason}). Look at the certificates and keys, there and in the address.`;
}

/**
 * Makes sure that the certificates and keys an address names can be read.
 * @throws DatabaseUnusable `database.tls`
 */
export function requireFiles(files: ReadonlyMap<string, string>): void {
  for (const [option, file] of files)
    try {
      accessSync(file, constants.R_OK);
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException;
      throw new DatabaseUnusable(
        "database.tls",
        `The file that ${option} names in the database's address cannot be read (${code}).`,
        { cause: error },
      );
    }
}
