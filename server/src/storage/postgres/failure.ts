import { StorageFull, StoreUnavailable } from "../../desk/store.ts";
import { readOnly } from "./check.ts";
import { isTls } from "./tls.ts";
import { DatabaseUnusable } from "./unusable.ts";

/** States in which the database, or the way to it, is not there for now (PostgreSQL's manual, appendix A). */
const away: ReadonlySet<string> = new Set([
  "25P03", // idle in a transaction for too long
  "25P04", // in a transaction for too long
  "40001", // serialization failure
  "40P01", // deadlock
  "53200", // out of memory
  "53300", // too many connections
  "55P03", // the lock was not to be had in time
  "57014", // it took too long
  "57P01", // shut down by its administrator
  "57P02", // shut down by a crash
  "57P03", // starting up
  "57P05", // idle for too long
]);

/**
 * Why a database that was there is not to be had any more, where its state says so. Anybody may read it: neither the user is
 * named nor where the database lies, which what the database says itself does.
 */
const reasons: ReadonlyMap<string, DatabaseUnusable> = new Map([
  ["25006", readOnly()],
  [
    "28000",
    new DatabaseUnusable(
      "database.password",
      "The database does not let this server's user in from here any more, or not without TLS. Look at the user there, and at its pg_hba.conf.",
    ),
  ],
  [
    "28P01",
    new DatabaseUnusable(
      "database.password",
      "The database does not take this server's user and password any more. Set them back there, or start again with an address that has the new ones.",
    ),
  ],
  [
    "3D000",
    new DatabaseUnusable("database.unknown", "The database is not there any more: it was dropped, or renamed."),
  ],
  [
    "42501",
    new DatabaseUnusable(
      "database.forbidden",
      "The database does not let this server's user use it, or its tables, any more. Make the user their owner again.",
    ),
  ],
  [
    "55000",
    new DatabaseUnusable(
      "database.closed",
      "The database lets nobody in. Have it take connections: alter database NAME allow_connections true.",
    ),
  ],
]);

/** What the driver says of a connection that has broken or could not be made: it gives no code. */
const brokenOff =
  /Connection terminated|connection timeout|timeout expired|timeout exceeded|not queryable|read timeout|Client was closed|pool after calling end/iu;

/** SQLSTATE of an error of PostgreSQL's; null for every other error. */
export function stateOf(error: unknown): string | null {
  const code = error instanceof Error && "code" in error ? error.code : undefined;
  return typeof code === "string" && /^[0-9A-Z]{5}$/u.test(code) && "severity" in (error as object) ? code : null;
}

/** Whether the connection is gone, so that it is not known what the database did with what it was sent last. */
export function isLost(error: unknown): boolean {
  const state = stateOf(error);
  if (state !== null) return state.startsWith("08") || state.startsWith("57P") || /^25P0[34]$/u.test(state);
  if (!(error instanceof Error)) return false;
  const { code, syscall } = error as NodeJS.ErrnoException;
  return (
    (code !== undefined && syscall !== undefined) || brokenOff.test(error.message) || isTls(error) || isManyFold(error)
  );
}

/** Several addresses were tried, and none answered. */
function isManyFold(error: Error): boolean {
  return error instanceof AggregateError && error.errors.every((one) => isLost(one));
}

/** An error as those who use the store are told it: the errors of `Store`, where it is one of them. */
export function told(error: unknown): unknown {
  const state = stateOf(error);
  if (state === "53100") return new StorageFull("The database has no room left.", { cause: error });
  // It answers: what keeps it from being used is a setting of its own.
  const reason = error instanceof DatabaseUnusable ? error : state === null ? undefined : reasons.get(state);
  if (reason !== undefined) return new StoreUnavailable(`${reason.message} (${reason.code})`);
  if (isTls(error))
    return new StoreUnavailable(
      "There is no TLS with the database any more. Look at the certificates and keys, there and in its address. (database.tls)",
      { cause: error },
    );
  if (isLost(error) || (state !== null && away.has(state)))
    // Of several addresses that were tried the first one tells why; all of them together say nothing.
    return new StoreUnavailable("The database does not answer now.", {
      cause: error instanceof AggregateError ? error.errors[0] : error,
    });
  return error;
}
